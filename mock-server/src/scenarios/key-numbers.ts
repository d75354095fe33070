/** Several keys of one account, or as many as it may have. */
import { onKeyScreen, scenario } from './definition.ts';

export const keyNumbers = {
  'key-limit-reached': scenario({
    summary: {
      en: 'As many keys as the account may have: creating another one is refused.',
      pt: 'A conta já tem todas as chaves que pode ter: criar outra é recusado.',
    },
    keys: ['key'] as ('key' | `key${number}`)[],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.keysPerAccount !== null,
    play(stage) {
      for (let number = 1; number <= (stage.policy.keysPerAccount ?? 0); number++) {
        stage.key(number === 1 ? 'key' : `key${number}`, { name: `Chave ${number}` });
      }
    },
  }),

  rotation: scenario({
    summary: {
      en: 'In the middle of a rotation: `next` works; `old` works too, unless the platform has room for one key only, so that it had to go first.',
      pt: 'No meio de uma troca de chave: `next` funciona; `old` também, a não ser que a plataforma só aceite uma chave e ela tenha saído antes.',
    },
    keys: ['old', 'next'],
    fits: (scheme) => onKeyScreen(scheme) && (scheme.policy.keysPerAccount !== 1 || scheme.policy.actions.delete),
    play(stage) {
      const old = stage.key('old', { name: 'Chave antiga' });
      if (stage.policy.keysPerAccount === 1) old.delete();
      stage.key('next', { name: 'Chave nova' });
    },
  }),

  rotated: scenario({
    summary: {
      en: 'After a rotation: `next` works, and `old` is deleted, or disabled where keys cannot be deleted.',
      pt: 'Depois de uma troca de chave: `next` funciona, e `old` foi excluída, ou desativada onde não se exclui.',
    },
    keys: ['old', 'next'],
    fits: (scheme) => onKeyScreen(scheme) && (scheme.policy.actions.delete || scheme.policy.actions.disable),
    play(stage) {
      const old = stage.key('old', { name: 'Chave antiga' });
      if (stage.policy.actions.delete) old.delete();
      else old.disable();
      stage.key('next', { name: 'Chave nova' });
    },
  }),
};
