/** What the steps of a decision find, sentence by sentence: the mock's English, and the same in Portuguese. */

type Sentence = readonly [english: RegExp, portuguese: (...found: string[]) => string];

const SENTENCES: readonly Sentence[] = [
  [/^a credential came in (.+)$/, (where) => `uma credencial veio ${places(where)}`],
  [/^no credential in (.+)$/, (where) => `nenhuma credencial ${places(where)}`],
  [
    /^the credential came in (.+), which this operation does not read; it takes (.+)$/,
    (came, takes) => `a credencial veio ${places(came)}, onde esta operação não procura; ela lê ${places(takes)}`,
  ],
  [/^no account has this key$/, () => 'nenhuma conta tem esta chave'],
  [/^the key belongs to another platform$/, () => 'a chave é de outra plataforma'],
  [/^the account of this key no longer exists$/, () => 'a conta desta chave não existe mais'],
  [/^key (\S+) of account (\S+)$/, (key, account) => `chave ${key} da conta ${account}`],
  [/^the key has not been deleted$/, () => 'a chave não foi excluída'],
  [/^deleted at (.+); a deleted key never comes back$/, (at) => `excluída em ${at}; uma chave excluída nunca volta`],
  [/^the key is active$/, () => 'a chave está ativa'],
  [/^disabled at (.+) by a downgrade; the plan decides$/, (at) => `desativada em ${at} pela queda de plano; o plano decide`],
  [
    /^disabled at (.+) by a downgrade; an upgrade does not enable it by itself$/,
    (at) => `desativada em ${at} pela queda de plano; subir de plano não a ativa de novo`,
  ],
  [/^disabled at (.+) in the dashboard$/, (at) => `desativada no painel em ${at}`],
  [/^keys of this kind do not expire$/, () => 'chaves deste tipo não vencem'],
  [/^valid until (.+)$/, (at) => `vale até ${at}`],
  [/^expired at (.+)$/, (at) => `venceu em ${at}`],
  [/^no plan is needed$/, () => 'nenhum plano é necessário'],
  [/^plan (\S+) has API access$/, (plan) => `o plano ${plan} tem acesso à API`],
  [/^plan (\S+) has no API access; (.+) have$/, (plan, others) => `o plano ${plan} não tem acesso à API; têm: ${others}`],
  [/^the platform has one product$/, () => 'a plataforma tem um só produto'],
  [/^an account of ([^;]+)$/, (product) => `uma conta de ${product}`],
  [
    /^an account of (.+); keys of (.+) are accepted$/,
    (product, accepted) => `uma conta de ${product}; aceitam-se chaves de ${accepted}`,
  ],
  [/^both keys are of one account$/, () => 'as duas chaves são da mesma conta'],
  [
    /^the keys are of different accounts: (.+) and (.+)$/,
    (one, other) => `as chaves são de contas diferentes: ${one} e ${other}`,
  ],
  [/^(\S+) opens this operation$/, (scheme) => `${scheme} abre esta operação`],
  [
    /^this is a (.+) credential; the operation takes (.+)$/,
    (brought, taken) => `esta é uma credencial ${brought}; a operação pede ${taken}`,
  ],
  [/^the operation asks for no scope$/, () => 'a operação não pede escopo'],
  [/^the key has (.+)$/, (scopes) => `a chave tem ${scopes}`],
  [/^the key lacks (.+); it has no scope$/, (scope) => `falta à chave ${scope}; ela não tem nenhum escopo`],
  [/^the key lacks (.+); it has (.+)$/, (scope, others) => `falta à chave ${scope}; ela tem ${others}`],
  [/^no account$/, () => 'nenhuma conta'],
  [/^rate limits are off in this session$/, () => 'os limites estão desligados nesta sessão'],
  [
    /^the quota of this account is used up for ever: it is a fixture for 429$/,
    () => 'a cota desta conta está esgotada para sempre: ela existe para testar o 429',
  ],
  [/^within every limit$/, () => 'dentro de todos os limites'],
  [/^the platform states no limit$/, () => 'a plataforma não declara limites'],
  [
    /^(\d+) requests per (\S+) and (\S+) are used up; (\d+) s to wait$/,
    (requests, window, per, wait) =>
      `as ${requests} requisições por ${window} e por ${per === 'account' ? 'conta' : per} acabaram; espere ${wait} s`,
  ],
  [/^the request fits the document$/, () => 'a requisição está conforme o documento'],
  [/^the request does not fit the document: (.+)$/, (problem) => `a requisição não está conforme o documento: ${problem}`],
  [/^the operation is about no single instance$/, () => 'a operação não é sobre uma instância só'],
  [/^the key opens every instance$/, () => 'a chave abre todas as instâncias'],
  [/^the request names no instance$/, () => 'a requisição não diz qual instância'],
  [/^the key opens (.+)$/, (instance) => `a chave abre ${instance}`],
  [
    /^the key is locked to (.+); the request is about (.+)$/,
    (own, other) => `a chave está presa a ${own}; a requisição é sobre ${other}`,
  ],
  [
    /^no session token in the Authorization header \(Bearer\)$/,
    () => 'nenhum token de sessão no cabeçalho Authorization (Bearer)',
  ],
  [/^nobody is signed in with this token$/, () => 'ninguém entrou com este token'],
  [/^(.+) is signed in as (\S+)$/, (name, role) => `${name} entrou como ${role}`],
];

/** `undefined`: nobody has translated it. */
export function inPortuguese(detail: string): string | undefined {
  for (const [english, portuguese] of SENTENCES) {
    const found = english.exec(detail);
    if (found) return portuguese(...found.slice(1));
  }
  return undefined;
}

function places(english: string): string {
  return english
    .replaceAll(/\bthe header\b/g, 'no cabeçalho')
    .replaceAll(/\bthe query parameter\b/g, 'no parâmetro da URL')
    .replaceAll(/\bthe cookie\b/g, 'no cookie')
    .replaceAll(/\bthe Authorization header\b/g, 'no cabeçalho Authorization')
    .replaceAll(' and in ', ' e ')
    .replaceAll(' and ', ' e ')
    .replaceAll(' or ', ' ou ');
}
