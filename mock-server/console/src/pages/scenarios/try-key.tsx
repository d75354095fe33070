/** Sends a request with a key that was made just now, and shows what became of it. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../api/client.ts';
import { apiDocument, type ApiDocument } from '../../api/document.ts';
import { mockAddress } from '../../api/mock-address.ts';
import { sampleCalls, type SampleCall } from '../../calls/sample-call.ts';
import { changed, session } from '../../api/world.ts';
import { href } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Select } from '../../components/field.tsx';
import { Badge } from '../../components/parts.tsx';
import { t } from '../../i18n/index.ts';
import { curlOf } from '../../calls/curl.ts';
import { decisionName, toneOf } from '../../calls/decision-name.ts';
import { exchangeOf, keyPlace } from '../../calls/exchange.ts';

type MadeKey = Schemas['MockMadeKey'] & { readonly role: string };

interface Outcome {
  readonly status: number;
  readonly decision: string;
  readonly requestId: string | null;
}

export function TryKey({ keys }: { readonly keys: readonly MadeKey[] }) {
  const words = t().scenarios.trying;
  const [document, setDocument] = useState<ApiDocument>();
  const [role, setRole] = useState(keys[0]?.role ?? '');
  const [operation, setOperation] = useState('');
  const [outcome, setOutcome] = useState<Outcome | 'waiting' | 'dropped'>();
  useEffect(() => void apiDocument().then(setDocument, () => undefined), []);
  const key = keys.find((each) => each.role === role);
  const calls = document && key ? sampleCalls(document, key.scheme) : [];
  const call = calls.find(({ operationId }) => operationId === operation) ?? calls[0];
  if (!document || !key || !call) return null;
  const onSend = async () => {
    setOutcome('waiting');
    setOutcome(await send(document, call, key.secret));
    changed();
  };
  return (
    <section class="trying" aria-label={words.title}>
      <h3>{words.title}</h3>
      <div class="trying-fields">
        {keys.length > 1 && (
          <Select
            label={words.key}
            value={role}
            options={keys.map((each) => ({ value: each.role, label: each.role }))}
            onValue={(value) => {
              setRole(value);
              setOutcome(undefined);
            }}
          />
        )}
        <Select
          label={words.operation}
          value={call.operationId}
          options={calls.map(({ operationId, method, path }) => ({
            value: operationId,
            label: `${method} ${path.split('?')[0] ?? path}`,
          }))}
          onValue={(value) => {
            setOperation(value);
            setOutcome(undefined);
          }}
        />
        <Button kind="primary" icon="send" disabled={outcome === 'waiting'} onClick={() => void onSend()}>
          {words.send}
        </Button>
        <CopyButton text={() => commandOf(document, call, key.secret)} label={words.copyCurl} words="curl" />
      </div>
      <p class="trying-outcome" role="status">
        {outcome === 'waiting' && <span class="muted">{words.waiting}</span>}
        {outcome === 'dropped' && <Badge tone="bad">{words.dropped}</Badge>}
        {typeof outcome === 'object' && (
          <>
            <Badge tone={toneOf(outcome.status)}>{outcome.status}</Badge> <strong>{decisionName(outcome.decision)}</strong>{' '}
            {outcome.requestId !== null && <a href={href(['requests', outcome.requestId])}>{words.why}</a>}
          </>
        )}
      </p>
    </section>
  );
}

async function send(document: ApiDocument, call: SampleCall, secret: string): Promise<Outcome | 'dropped'> {
  const { in: place, name } = keyPlace(call.scheme, document.components.securitySchemes[call.scheme]);
  const headers: Record<string, string> = { 'x-mock-session': session.value };
  const url = new URL(call.path, location.origin);
  if (place === 'query') url.searchParams.set(name, secret);
  else if (place === 'header') headers[name] = secret;
  else headers['authorization'] = place === 'basic' ? `Basic ${btoa(secret)}` : `Bearer ${secret}`;
  if (call.body) headers['content-type'] = call.body.type;
  try {
    const response = await fetch(url, {
      method: call.method,
      headers,
      ...(call.body && { body: JSON.stringify(call.body.value) }),
    });
    await response.text();
    return {
      status: response.status,
      decision: response.headers.get('x-mock-decision') ?? '',
      requestId: response.headers.get('x-mock-request-id'),
    };
  } catch {
    return 'dropped';
  }
}

/** With the key at hand, since it is there to be tried. */
function commandOf(document: ApiDocument, call: SampleCall, secret: string): string {
  const exchange = exchangeOf(document, {
    ...call,
    platform: null,
    decision: 'allowed',
    ...(call.body && { requestBody: call.body.value }),
  });
  const variable = exchange.key?.variable;
  const command = curlOf(exchange, mockAddress());
  return variable === undefined ? command : `export ${variable}='${secret}'\n${command}`;
}
