/** Scalar, loaded when it is needed, and told to ask nobody but this mock. */
import type { OpenApiDocument } from '@chaveiro/openapi/policy';
import { CONSOLE_BASE } from '../../app/router.ts';
import type { Language } from '../../i18n/index.ts';
import { clientPlugin, type Answered } from './answers.ts';

/** Where the build put it; see carry-scalar.ts. */
declare const __SCALAR_ENTRY__: string;

export interface Drawn {
  readonly document: OpenApiDocument;
  /** By security scheme. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly dark: boolean;
}

export interface Reference {
  update(drawn: Drawn): void;
}

interface Scalar {
  createApiReference(
    this: void,
    element: Element,
    configuration: object,
  ): { updateConfiguration(this: void, configuration: object): void };
}

/** @param onAnswer called with every answer to a request that was tried. */
export async function drawReference(element: Element, drawn: Drawn, onAnswer: (answered: Answered) => void): Promise<Reference> {
  const { createApiReference } = (await import(/* @vite-ignore */ CONSOLE_BASE + __SCALAR_ENTRY__)) as Scalar;
  const plugin = clientPlugin(onAnswer);
  const { updateConfiguration } = createApiReference(element, configurationOf(drawn, plugin));
  return {
    update(next) {
      updateConfiguration(configurationOf(next, plugin));
      // It looks at the colours once; what it draws follows these two classes.
      const { classList } = element.ownerDocument.body;
      classList.toggle('dark-mode', next.dark);
      classList.toggle('light-mode', !next.dark);
    },
  };
}

function configurationOf({ document, secrets, language, dark }: Drawn, plugin: object): object {
  return {
    content: document,
    localization: { locale: language === 'pt-BR' ? 'pt' : 'en' },
    // Nothing of anybody else's: no fonts, no figures, no proxy, no chat, no editor, no client to install.
    withDefaultFonts: false,
    telemetry: false,
    proxyUrl: '',
    agent: { disabled: true },
    mcp: { disabled: true },
    externalUrls: { dashboardUrl: '', registryUrl: '', proxyUrl: '', apiBaseUrl: '' },
    showDeveloperTools: 'never',
    hideClientButton: true,
    persistAuth: false,
    documentDownloadType: 'none',
    // The console has its own switch, and one title.
    forceDarkModeState: dark ? 'dark' : 'light',
    hideDarkModeToggle: true,
    theme: 'none',
    operationTitleSource: 'summary',
    orderSchemaPropertiesBy: 'preserve',
    defaultOpenFirstTag: true,
    hideModels: true,
    defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
    authentication: {
      securitySchemes: Object.fromEntries(
        Object.entries(secrets).map(([scheme, secret]) => [scheme, { value: secret, token: secret }]),
      ),
    },
    plugins: [plugin],
  };
}
