/** Keys that may do less than everything. */
import { scenario } from './definition.ts';

/** A key with one scope; the scenario exists where the policy knows it. */
function only(scope: string, en: string, pt: string) {
  return scenario({
    summary: { en, pt },
    keys: ['key'],
    fits: ({ policy }) => policy.scopes.includes(scope),
    play: (stage) => void stage.key('key', { scopes: [scope] }),
  });
}

export const keyRights = {
  'send-only': only('whatsapp:send', 'May send messages and nothing else.', 'Só pode enviar mensagens.'),
  'manage-only': only('whatsapp:manage', 'May manage instances and nothing else.', 'Só pode gerenciar instâncias.'),
  'logs-only': only('logs:read', 'May read the logs and nothing else.', 'Só pode ler os logs.'),

  'locked-instance': scenario({
    summary: {
      en: 'A key locked to the first instance of its account; another account-wide key for comparison.',
      pt: 'Uma chave presa à primeira instância da conta; outra, sem essa trava, para comparar.',
    },
    keys: ['locked', 'open'],
    fits: ({ policy }) => policy.lockTo === 'instance',
    play(stage) {
      stage.key('locked', { name: 'Uma instância', instances: stage.idsOf('instances').slice(0, 1) });
      stage.key('open', { name: 'Todas as instâncias' });
    },
  }),
};
