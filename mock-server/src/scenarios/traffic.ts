/** Good keys in bad times: limits, slow changes, and platforms that are down. */
import { onKeyScreen, scenario } from './definition.ts';

export const traffic = {
  'rate-limited': scenario({
    summary: { en: 'The account has used up its rate limit.', pt: 'A conta esgotou o limite de requisições.' },
    keys: ['key'],
    fits: (scheme) => onKeyScreen(scheme) && scheme.failures.rate_limited !== undefined,
    play(stage) {
      stage.key('key');
      stage.account.limitRate('exhausted');
    },
  }),

  'rate-limits': scenario({
    summary: { en: "The platform's rate limits count for this account.", pt: 'Os limites da plataforma valem para esta conta.' },
    keys: ['key'],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.rateLimits.length > 0,
    play(stage) {
      stage.key('key');
      stage.account.limitRate('on');
    },
  }),

  'slow-propagation': scenario({
    summary: {
      en: 'The key was just switched off, and it takes a minute until the API knows.',
      pt: 'A chave acabou de sair do ar, e a API leva um minuto para saber.',
    },
    keys: ['key'],
    fits: (scheme) => onKeyScreen(scheme) && (scheme.policy.actions.disable || scheme.policy.actions.delete),
    play(stage) {
      stage.configure({ propagationDelay: '1m' });
      const key = stage.key('key');
      if (stage.policy.actions.disable) key.disable();
      else key.delete();
    },
  }),

  outage: scenario({
    summary: {
      en: 'The platform is down: its gateway answers 503 with an HTML page.',
      pt: 'A plataforma está fora do ar: o gateway responde 503 com uma página HTML.',
    },
    keys: ['key'],
    fits: onKeyScreen,
    play(stage) {
      stage.key('key');
      stage.fault({ kind: 'html', status: 503 });
    },
  }),

  'server-errors': scenario({
    summary: {
      en: "Every request ends in the platform's own server error.",
      pt: 'Toda requisição termina no erro interno da plataforma.',
    },
    keys: ['key'],
    fits: onKeyScreen,
    play(stage) {
      stage.key('key');
      stage.fault({ kind: 'status', ...stage.serverError() });
    },
  }),

  slow: scenario({
    summary: { en: 'Every answer takes two to four seconds.', pt: 'Toda resposta leva de dois a quatro segundos.' },
    keys: ['key'],
    fits: onKeyScreen,
    play(stage) {
      stage.key('key');
      stage.fault({ kind: 'latency', delay: '2s', jitter: '2s' });
    },
  }),

  flaky: scenario({
    summary: { en: 'One connection in three is dropped.', pt: 'Uma em cada três conexões cai.' },
    keys: ['key'],
    fits: onKeyScreen,
    play(stage) {
      stage.key('key');
      stage.fault({ kind: 'drop' }, { probability: 1 / 3 });
    },
  }),
};
