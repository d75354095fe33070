/** Português do Brasil. */
import type { Messages } from './en.ts';
import { controls } from '../pages/controls/pt-BR.ts';
import { keys } from '../pages/keys/pt-BR.ts';
import { reference } from '../pages/reference/pt-BR.ts';
import { requests } from '../pages/requests/pt-BR.ts';
import { scenarios } from '../pages/scenarios/pt-BR.ts';

export const ptBR: Messages = {
  keys,
  reference,
  requests,
  scenarios,
  controls,
  app: {
    name: 'Chaveiro',
    skip: 'Pular para o conteúdo',
    pages: 'Páginas',
    settings: 'Preferências',
    language: 'Idioma',
    theme: 'Cores',
    themes: { system: 'Como no sistema', light: 'Claras', dark: 'Escuras' },
    loading: 'Carregando…',
    notFound: 'Esta página não existe',
    notFoundHint: 'Escolha uma das páginas acima.',
    pageFailed: 'Não foi possível carregar esta página. O mock ainda está rodando?',
    version: (version) => `Versão ${version}`,
  },
  session: {
    label: 'Sessão',
    title: 'Sessões',
    explain:
      'Cada sessão é um mundo próprio: contas, chaves, registro e relógio. As requisições escolhem uma com o cabeçalho x-mock-session.',
    requests: (count, written) => (count === 1 ? '1 requisição' : `${written} requisições`),
    create: 'Nova sessão',
    name: 'Nome da nova sessão',
    nameHint: 'Letras, números, pontos, hifens e sublinhados.',
    open: 'Abrir',
    default: 'padrão',
    toDefault: 'Ir para a sessão padrão',
  },
  access: {
    readOnly: 'Somente leitura',
    tokenRequired: 'Este mock pede o token de controle. Sem ele você pode ver as chaves e os logs, mas não alterar nada.',
    forbidden:
      'Outras máquinas alcançam este mock e ele não tem token de controle, por isso nada pode ser alterado daqui. Inicie-o com --control-token.',
    unreachable: 'O mock não responde. Tentando de novo…',
    enter: 'Informar o token',
    token: 'Token de controle',
    tokenHint: 'O que foi usado ao iniciar o mock: --control-token ou CHAVEIRO_CONTROL_TOKEN. Ele fica só nesta aba.',
    use: 'Usar',
    wrong: 'O mock não aceita este token.',
    forget: 'Esquecer o token',
    locked: 'Falta o token de controle',
    lockedText: 'O que há aqui faz parte dos controles do mock. Informe o token de controle acima para ver e alterar.',
  },
  action: {
    cancel: 'Cancelar',
    close: 'Fechar',
    save: 'Salvar',
    copy: 'Copiar',
    copied: 'Copiado',
    copyFailed: 'O navegador não permitiu copiar. Selecione o texto e copie você mesmo.',
    more: 'Mais ações',
    retry: 'Tentar de novo',
    dismiss: 'Dispensar',
  },
  errors: {
    title: 'Não deu certo',
    seeFields: 'Veja os campos marcados.',
    issues: {
      required: () => 'Este campo é necessário.',
      type: (type) => `O tipo tem de ser ${type}.`,
      oneOf: (values) => `Tem de ser um destes: ${values}.`,
      form: () => 'Não tem a forma esperada.',
      format: (format) => `Tem de ser um ${format} válido.`,
      atLeast: (limit) => `No mínimo ${limit}.`,
      atMost: (limit) => `No máximo ${limit}.`,
      unknown: () => 'Ninguém conhece este campo.',
    },
    unreachable: 'O mock não responde.',
  },
};
