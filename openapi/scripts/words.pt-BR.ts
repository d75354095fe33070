/** What the tables of README.pt-BR.md say, by what those of README.md say. A cell that is not here stays as it is. */
const words: Readonly<Record<string, string>> = {
  // Keys that stand ready
  platform: 'plataforma',
  key: 'chave',
  state: 'estado',
  'what it shows': 'o que ela mostra',
  active: 'ativa',
  disabled: 'desativada',
  deleted: 'excluída',
  revoked: 'revogada',
  expired: 'expirada',
  'limit reached': 'limite atingido',
  'crm account': 'conta do CRM',
  'rate limited': 'limite de requisições',
  'free plan': 'plano Free',
  'send only': 'só envia',
  'manage only': 'só gerencia',
  'logs only': 'só lê logs',
  'locked to instance': 'travada em instância',
  'blocked workspace': 'workspace bloqueado',
  owner: 'dono',
  manager: 'gestor',
  member: 'membro',
  'Records conversions.': 'Registra conversões.',
  'Switched off (INATIVO); switching it on makes the same secret work.':
    'Desligada (INATIVO); ao ser ligada de novo, o mesmo segredo volta a funcionar.',
  'An access token; records events of every type, and is refused for conversions with a key.':
    'Um access token: registra eventos de todos os tipos e é recusado nas conversões via API Key.',
  'An access token older than 24 hours.': 'Um access token com mais de 24 horas.',
  'A revoked access token.': 'Um access token revogado.',
  'First of the five keys that an account may have; works, and a sixth key is refused.':
    'A primeira das cinco chaves que uma conta pode ter; funciona, e a sexta é recusada.',
  'Second of five.': 'A segunda das cinco.',
  'Third of five.': 'A terceira das cinco.',
  'Fourth of five.': 'A quarta das cinco.',
  'Fifth of five.': 'A quinta das cinco.',
  'Active, but its account is an RD Station CRM account, not a Marketing one.':
    'Ativa, mas de uma conta do RD Station CRM, e não do Marketing.',
  'Good, but its account is over the limit for as long as the clock stands still.':
    'Válida, mas a conta está acima do limite de requisições enquanto o relógio não andar.',
  'The same for an access token.': 'O mesmo, com um access token.',
  'Works everywhere; its account has contacts, segments, pipelines, a deal and an automation.':
    'Funciona em tudo; sua conta tem contatos, segmentações, funis, um negócio e uma automação.',
  'Works, and is the only key its account may have; creating another one is refused.':
    'Funciona, e é a única que a conta pode ter; criar outra é recusado.',
  'Disabled (Desativado) by hand; enabling it again makes the same secret work.':
    'Desativada à mão (Desativado); ao ativar de novo, o mesmo segredo volta a funcionar.',
  'Deleted (Excluída) for good; the account may create a new key.': 'Excluída para sempre; a conta pode criar uma nova.',
  "Disabled by the account's downgrade to Free; an upgrade does not enable it by itself.":
    'Desativada pelo downgrade da conta para o Free; um upgrade não a reativa sozinho.',
  'Every scope, every instance.': 'Todos os escopos, todas as instâncias.',
  'May send and follow messages; instances and logs answer 403.': 'Envia e acompanha mensagens; instâncias e logs respondem 403.',
  'May manage instances; messages and logs answer 403.': 'Gerencia instâncias; mensagens e logs respondem 403.',
  'May read the logs; messages and instances answer 403.': 'Lê os logs; mensagens e instâncias respondem 403.',
  'Locked to inst_farmacia_maria; whatever is of another instance answers 403.':
    'Travada em inst_farmacia_maria; tudo o que é de outra instância responde 403.',
  'Revoked (Revogar); every request answers 401.': 'Revogada (Revogar); toda requisição responde 401.',
  'Its workspace is blocked (trial over or plan expired); every request answers 402.':
    'O workspace está bloqueado (fim do teste ou plano vencido); toda requisição responde 402.',
  'Its account has used up its limits; every request answers 429.': 'A conta esgotou seus limites; toda requisição responde 429.',
  'Dashboard session of Olga Prado.': 'Sessão de painel de Olga Prado.',
  'Dashboard session of Marcos Reis.': 'Sessão de painel de Marcos Reis.',
  'Dashboard session of Nina Castro.': 'Sessão de painel de Nina Castro.',
  // Rules
  rule: 'regra',
  'real base URL': 'URL base real',
  'the key travels in': 'onde vai a chave',
  'keys per account': 'chaves por conta',
  secret: 'segredo',
  'rename · disable · delete': 'renomear · desativar · excluir',
  'unique names': 'nomes únicos',
  'managed by': 'quem gerencia',
  'plans with API access': 'planos com acesso à API',
  'losing API access': 'ao perder o acesso à API',
  scopes: 'escopos',
  'locked to': 'travada em',
  'rate limits': 'limites de requisições',
  expires: 'expira',
  'no limit': 'sem limite',
  'can be shown again': 'pode ser revelado de novo',
  'shown once (bcrypt)': 'exibido uma única vez (bcrypt)',
  yes: 'sim',
  no: 'não',
  'yes · yes · yes': 'sim · sim · sim',
  'yes · yes · no': 'sim · sim · não',
  'yes · no · yes': 'sim · não · sim',
  'owner, manager': 'dono, gestor',
  all: 'todos',
  'disables the key': 'desativa a chave',
  'refuses the request': 'recusa a requisição',
  none: 'nenhum',
  nothing: 'nada',
  'one or more instances, or none': 'uma ou mais instâncias, ou nenhuma',
  'none stated': 'nenhum divulgado',
  never: 'nunca',
};

/** What is the same in both languages: names of platforms, numbers, and whatever stands in back-ticks. */
const SAME = /^(Console|Pingback|RD Station Marketing|Zenvio|\d+|–|(`[^`]+`(, )?)+)$/;

/** An English cell in Portuguese. Numbers and units in a sentence are carried over. */
export function inPortuguese(english: string): string {
  const exact = words[english];
  if (exact !== undefined || SAME.test(english)) return exact ?? english;
  const place = /^(header|query) (`.+`)$/.exec(english);
  if (place) return place[1] === 'header' ? `no header ${place[2]}` : `na query string: ${place[2]}`;
  return english
    .split('; ')
    .map((part) =>
      LIMIT[Symbol.replace](
        part,
        (_, requests: string, window: string, per: string) => `${requests} a cada ${window} por ${PER[per] ?? per}`,
      ),
    )
    .join('; ')
    .replace('burst', 'rajada de');
}

/** `5 per 1s and account (burst 2)` */
const LIMIT = /^(\d+) per (\d+\w+) and (\w+)/;
const PER: Readonly<Record<string, string>> = { account: 'conta', lead: 'lead' };

/** Whether all of a cell is said. */
export function isTranslated(english: string): boolean {
  return SAME.test(english) || inPortuguese(english) !== english;
}
