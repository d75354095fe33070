/** One key and what became of it. */
import { onKeyScreen, planWithoutAccess, scenario, type Stage } from './definition.ts';

/** Moves the account to a plan that the API is closed to. */
function losePlan({ account, policy }: Stage): void {
  const plan = planWithoutAccess(policy);
  if (plan !== undefined) account.changePlan(plan);
}

export const keyStates = {
  active: scenario({
    summary: { en: 'A key that works everywhere.', pt: 'Uma chave que funciona em tudo.' },
    keys: ['key'],
    fits: onKeyScreen,
    play: (stage) => void stage.key('key'),
  }),

  'no-key': scenario({
    summary: { en: 'An account without any key.', pt: 'Uma conta sem nenhuma chave.' },
    fits: onKeyScreen,
    play: () => undefined,
  }),

  disabled: scenario({
    summary: { en: 'A key that was switched off.', pt: 'Uma chave desativada.' },
    keys: ['key'],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.actions.disable,
    play: (stage) => stage.key('key').disable(),
  }),

  're-enabled': scenario({
    summary: { en: 'A key that was switched off and on again.', pt: 'Uma chave desativada e ativada de novo.' },
    keys: ['key'],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.actions.disable,
    play(stage) {
      const key = stage.key('key');
      key.disable();
      key.enable();
    },
  }),

  deleted: scenario({
    summary: { en: 'A key that was deleted (revoked) for good.', pt: 'Uma chave excluída (revogada) para sempre.' },
    keys: ['key'],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.actions.delete,
    play: (stage) => stage.key('key').delete(),
  }),

  'free-plan': scenario({
    summary: {
      en: 'A downgrade to a plan without API access has disabled the key.',
      pt: 'A mudança para um plano sem acesso à API desativou a chave.',
    },
    keys: ['key'],
    fits: ({ policy }) => planWithoutAccess(policy) !== undefined && policy.plans.onLosingAccess === 'disable',
    play(stage) {
      stage.key('key');
      losePlan(stage);
    },
  }),

  'plan-restored': scenario({
    summary: {
      en: 'Downgraded and upgraded again: the key stays disabled until somebody enables it.',
      pt: 'O plano caiu e voltou: a chave continua desativada até alguém ativá-la.',
    },
    keys: ['key'],
    fits: ({ policy }) => planWithoutAccess(policy) !== undefined && policy.plans.onLosingAccess === 'disable',
    play(stage) {
      stage.key('key');
      const { plan } = stage.account;
      losePlan(stage);
      stage.account.changePlan(plan);
    },
  }),

  'blocked-workspace': scenario({
    summary: {
      en: 'The plan has expired: the key is active, and every request is refused.',
      pt: 'O plano venceu: a chave está ativa, e toda requisição é recusada.',
    },
    keys: ['key'],
    fits: ({ policy }) => planWithoutAccess(policy) !== undefined && policy.plans.onLosingAccess === 'refuse',
    play(stage) {
      stage.key('key');
      losePlan(stage);
    },
  }),

  'wrong-product': scenario({
    summary: { en: 'The key of an account of another product.', pt: 'A chave de uma conta de outro produto.' },
    keys: ['key'],
    fits: ({ policy: { products } }) => products !== null && products.all.some((product) => !products.accepted.includes(product)),
    product: ({ products }) => products?.all.find((product) => !products.accepted.includes(product)),
    play: (stage) => void stage.key('key'),
  }),

  'access-token': scenario({
    summary: { en: 'An OAuth access token that works.', pt: 'Um token de acesso OAuth que funciona.' },
    keys: ['token'],
    fits: (scheme) => !onKeyScreen(scheme),
    play: (stage) => void stage.key('token'),
  }),

  'revoked-token': scenario({
    summary: { en: 'An OAuth access token that was revoked.', pt: 'Um token de acesso OAuth revogado.' },
    keys: ['token'],
    fits: (scheme) => !onKeyScreen(scheme) && scheme.policy.actions.delete,
    play: (stage) => stage.key('token').delete(),
  }),

  expired: scenario({
    summary: { en: 'A key or token past its time.', pt: 'Uma chave ou um token vencido.' },
    keys: ['key'],
    fits: ({ policy }) => policy.expires !== 'never',
    play: (stage) => stage.key('key').expire(),
  }),
};
