/** The request as something to run: curl, and TypeScript with the SDK. */
import { useEffect, useState } from 'preact/hooks';
import { apiDocument, type ApiDocument } from '../../api/document.ts';
import { mockAddress } from '../../api/mock-address.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Choice } from '../../components/field.tsx';
import { t } from '../../i18n/index.ts';
import { curlOf } from '../../calls/curl.ts';
import { exchangeOf, type Recorded } from '../../calls/exchange.ts';
import { sdkCodeOf } from '../../calls/sdk-code.ts';

type Kind = 'curl' | 'sdk';

export function CodeSamples({ request }: { readonly request: Recorded }) {
  const words = t().requests.code;
  const [kind, setKind] = useState<Kind>('curl');
  const document = useDocument();
  if (!document) return null;
  const exchange = exchangeOf(document, request);
  const curl = curlOf(exchange, mockAddress());
  const sdk = sdkCodeOf(exchange, mockAddress());
  const text = kind === 'sdk' && sdk !== undefined ? sdk : curl;
  return (
    <section class="samples" aria-label={words.title}>
      <div class="samples-head">
        <h3>{words.title}</h3>
        {sdk !== undefined && (
          <Choice<Kind>
            label={words.as}
            value={kind}
            options={[
              { value: 'curl', label: 'curl' },
              { value: 'sdk', label: 'TypeScript' },
            ]}
            onValue={(wanted) => setKind(wanted)}
          />
        )}
      </div>
      <CodeBlock label={words.sample} text={text} />
      <div class="samples-foot">
        <CopyButton text={() => curl} label={words.copyCurl} words={words.copyCurl} />
        {sdk !== undefined && <CopyButton text={() => sdk} label={words.copySdk} words={words.copySdk} />}
        <p class="small muted">{exchange.key ? words.key(exchange.key.variable) : words.noKey}</p>
      </div>
    </section>
  );
}

function useDocument(): ApiDocument | undefined {
  const [document, setDocument] = useState<ApiDocument>();
  useEffect(() => {
    apiDocument().then(setDocument, () => undefined);
  }, []);
  return document;
}
