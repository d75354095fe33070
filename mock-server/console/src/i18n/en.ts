/** English. Its shape is what every other language must have; each page brings its own part. */
import { controls } from '../pages/controls/en.ts';
import { keys } from '../pages/keys/en.ts';
import { reference } from '../pages/reference/en.ts';
import { requests } from '../pages/requests/en.ts';
import { scenarios } from '../pages/scenarios/en.ts';

export const en = {
  keys,
  reference,
  requests,
  scenarios,
  controls,
  app: {
    name: 'Chaveiro',
    skip: 'Skip to the content',
    pages: 'Pages',
    settings: 'Settings',
    language: 'Language',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    loading: 'Loading…',
    notFound: 'There is no such page',
    notFoundHint: 'Choose one of the pages above.',
    pageFailed: 'This page could not be loaded. Is the mock still running?',
    version: (version: string) => `Version ${version}`,
  },
  session: {
    label: 'Session',
    title: 'Sessions',
    explain:
      'Each session is a world of its own: accounts, keys, journal and clock. Requests choose one with the header x-mock-session.',
    requests: (count: number, written: string) => (count === 1 ? '1 request' : `${written} requests`),
    create: 'New session',
    name: 'Name of the new session',
    nameHint: 'Letters, digits, dots, dashes and underscores.',
    open: 'Open',
    default: 'default',
    toDefault: 'Go to the default session',
  },
  access: {
    readOnly: 'Read-only',
    tokenRequired: 'This mock asks for its control token. Until you enter it you can look at keys and logs, but change nothing.',
    forbidden:
      'Other machines can reach this mock and it has no control token, so nothing can be changed from here. Start it with --control-token.',
    unreachable: 'The mock does not answer. Trying again…',
    enter: 'Enter the token',
    token: 'Control token',
    tokenHint: 'What the mock was started with: --control-token or CHAVEIRO_CONTROL_TOKEN. It stays in this tab.',
    use: 'Use it',
    wrong: 'The mock does not accept this token.',
    forget: 'Forget the token',
    locked: 'The control token is missing',
    lockedText: 'What is here belongs to the controls of the mock. Enter its control token above to see it and to change it.',
  },
  action: {
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'The browser did not let it be copied. Select the text and copy it yourself.',
    more: 'More actions',
    retry: 'Try again',
    dismiss: 'Dismiss',
  },
  errors: {
    title: 'That did not work',
    seeFields: 'See the fields that are marked.',
    issues: {
      required: (_: string) => 'This is needed.',
      type: (type: string) => `This has to be of the type ${type}.`,
      oneOf: (values: string) => `This has to be one of: ${values}.`,
      form: (_: string) => 'This does not have the expected form.',
      format: (format: string) => `This has to be a valid ${format}.`,
      atLeast: (limit: string) => `At least ${limit}.`,
      atMost: (limit: string) => `At most ${limit}.`,
      unknown: (_: string) => 'Nobody knows this field.',
    },
    unreachable: 'The mock does not answer.',
  },
};

/** Words that every language has: text where English has text, and functions of the same parameters. */
export type Messages = Same<typeof en>;

type Same<T> = {
  readonly [Name in keyof T]: T[Name] extends string
    ? string
    : T[Name] extends (...given: infer P) => string
      ? (...given: P) => string
      : Same<T[Name]>;
};
