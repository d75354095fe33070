/** A key as a list shows it: hidden, and, where the platform can, revealed or copied. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../api/client.ts';
import { mayChange } from '../../api/world.ts';
import { IconButton } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { toastRefusal } from '../../components/toast.tsx';
import { t } from '../../i18n/index.ts';
import { revealKey } from './key-commands.ts';
import { nameOf } from './key-table.tsx';
import type { Look } from './looks.ts';

/** As long for every key, so that it tells nothing. */
const DOTS = '•'.repeat(20);

export function SecretCell({
  apiKey,
  look,
  revealable,
  known,
}: {
  readonly apiKey: Schemas['ConsoleApiKey'];
  readonly look: Look;
  readonly revealable: boolean;
  /** The secret of a key that was made just now. */
  readonly known: string | undefined;
}) {
  const [secret, setSecret] = useState(known);
  useEffect(() => {
    if (known !== undefined) setSecret(known);
  }, [known]);
  const words = t().keys;
  const name = nameOf(apiKey);
  const reveal = async () => {
    try {
      setSecret(await revealKey(apiKey));
    } catch (error) {
      toastRefusal(error);
    }
  };
  const hidden = look.hidden === 'dots' ? DOTS : apiKey.masked;
  return (
    <span class="secret">
      <code class={secret === undefined ? 'secret-text' : 'secret-text secret-open'}>{secret ?? hidden}</code>
      {revealable && (
        <span class="secret-tools">
          <IconButton
            icon={secret === undefined ? 'eye' : 'eyeOff'}
            label={secret === undefined ? words.reveal(name) : words.hide(name)}
            disabled={!mayChange.value}
            onClick={() => (secret === undefined ? void reveal() : setSecret(undefined))}
          />
          <CopyButton label={words.copy(name)} disabled={!mayChange.value} text={() => secret ?? revealKey(apiKey)} />
        </span>
      )}
    </span>
  );
}
