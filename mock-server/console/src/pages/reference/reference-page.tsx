/** The console's bar, the keys to try with, and below them the reference as Scalar draws it. */
import type { OpenApiDocument, SecurityScheme } from '@chaveiro/openapi/policy';
import { computed, effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mockAddress } from '../../api/mock-address.ts';
import { controlToken } from '../../api/world.ts';
import { AccessBar } from '../../app/access-bar.tsx';
import '../../app/app.css';
import { Header } from '../../app/header.tsx';
import { outerPages } from '../../app/pages.ts';
import { CONSOLE_BASE } from '../../app/router.ts';
import { Callout, Loading } from '../../components/parts.tsx';
import { Toasts } from '../../components/toast.tsx';
import { language, t } from '../../i18n/index.ts';
import { isDark } from '../../theme/theme.ts';
import { watchDialog } from './dialog-open.ts';
import { readable } from './document/readable.ts';
import { KeyBar } from './key-bar.tsx';
import { credentialsOf, offer, secrets, shownGroup } from './keys.ts';
import { LastAnswer, lastAnswer } from './last-answer.tsx';
import { consoleHref } from './links.ts';
import './reference.css';
import './scalar.css';
import { keepMended } from './mend.ts';
import { drawReference } from './scalar.ts';

const page = outerPages.find(({ id }) => id === 'reference');

export function ReferencePage() {
  const words = t().reference;
  useEffect(() => {
    document.title = `${words.title} · ${t().app.name}`;
  }, [words]);
  return (
    <div class="reference-page">
      <a
        class="skip"
        href="#reference"
        onClick={(event) => {
          // The fragment is the operation that is read; only the focus moves.
          event.preventDefault();
          document.getElementById('reference')?.focus();
        }}
      >
        {t().app.skip}
      </a>
      <Header outer={page} />
      {/* What is main on this page is what Scalar draws, and it says so. */}
      <section class="reference-head" aria-labelledby="reference-title">
        <AccessBar />
        <h1 id="reference-title">{words.heading}</h1>
        <p class="muted">{words.lead}</p>
      </section>
      <KeyBar />
      <Drawing />
      <LastAnswer />
      <Toasts />
    </div>
  );
}

type State = 'drawing' | 'drawn' | 'failed';

function Drawing() {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>('drawing');
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    keepMended(current);
    watchDialog(current);
    draw(current).then(
      () => setState('drawn'),
      () => setState('failed'),
    );
  }, []);
  const words = t().reference;
  return (
    <>
      {state === 'drawing' && <Loading />}
      {state === 'failed' && (
        <Callout tone="danger" title={words.failed}>
          <p>{words.failedText}</p>
        </Callout>
      )}
      <div ref={place} id="reference" tabIndex={-1} />
    </>
  );
}

/** Draws it, and again with whatever of language, colours, session and keys changes. */
async function draw(place: Element): Promise<void> {
  const response = await fetch(`${CONSOLE_BASE}document.json`);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const document = (await response.json()) as OpenApiDocument;
  offer(credentialsOf(document));
  shownGroup.value = platformInUrl(document);
  // Choosing another key draws nothing anew.
  const shown = computed(() =>
    readable(document, {
      t: t(),
      server: mockAddress(),
      requestsOf: (decision) => consoleHref(['requests'], { decision }),
    }),
  );
  const drawn = () => ({ document: shown.value, secrets: secretsOf(document), language: language.value, dark: isDark.value });
  const reference = await drawReference(place, drawn(), (answer) => {
    lastAnswer.value = answer;
  });
  let first = true;
  effect(() => {
    const next = drawn();
    if (!first) reference.update(next);
    first = false;
  });
}

/** The chosen keys, and what opens the controls where the mock has a token. */
function secretsOf({ components: { securitySchemes } }: OpenApiDocument): Readonly<Record<string, string>> {
  const isControl = (scheme: SecurityScheme) => scheme.type === 'http' && scheme.bearerFormat === 'control token';
  const control = Object.keys(securitySchemes).filter((name) => isControl(securitySchemes[name] as SecurityScheme));
  return controlToken.value === ''
    ? secrets.value
    : { ...secrets.value, ...Object.fromEntries(control.map((name) => [name, controlToken.value])) };
}

/** The platform that the page was opened at: `#tag/rd-station/POST/platform/events`. */
function platformInUrl(document: OpenApiDocument): string | undefined {
  const slug = location.hash.match(/^#tag\/([^/]+)/)?.[1];
  return Object.entries(document['x-platforms']).find(([, { tag }]) => tag.toLowerCase().replaceAll(' ', '-') === slug)?.[0];
}
