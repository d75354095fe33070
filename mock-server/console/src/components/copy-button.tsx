import { t } from '../i18n/index.ts';
import { Button, IconButton } from './button.tsx';
import { toast } from './toast.tsx';

/** Copies what `text` gives; it may have to be asked for first. With `words` the button has words. */
export function CopyButton({
  text,
  label,
  words,
  disabled = false,
}: {
  text(this: void): string | Promise<string>;
  /** Which text: "Copy the key CRM". */
  readonly label: string;
  readonly words?: string;
  readonly disabled?: boolean;
}) {
  const onClick = async () => {
    try {
      await copy(await text());
      toast(t().action.copied);
    } catch (error) {
      toast(error instanceof CopyError ? t().action.copyFailed : (error as Error).message, 'failed');
    }
  };
  if (words === undefined) return <IconButton icon="copy" label={label} disabled={disabled} onClick={() => void onClick()} />;
  return (
    <Button icon="copy" aria-label={label} disabled={disabled} onClick={() => void onClick()}>
      {words}
    </Button>
  );
}

class CopyError extends Error {}

/** @throws {CopyError} where the browser does not let a page write to the clipboard. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Not on localhost and not over HTTPS there is no clipboard but this one.
    if (!copyBySelection(text)) throw new CopyError();
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  const before = document.activeElement as HTMLElement | null;
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  before?.focus();
  return copied;
}
