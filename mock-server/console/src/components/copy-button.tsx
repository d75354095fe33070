import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Button, IconButton } from './button.tsx';
import { toast } from './toast.tsx';

/** How long the button says that it was done. */
const SAID_MS = 2000;

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
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const onClick = async () => {
    try {
      await copy(await text());
      setCopied(true);
    } catch (error) {
      toast(error instanceof CopyError ? t().action.copyFailed : (error as Error).message, 'failed');
    }
  };
  const icon = copied ? 'check' : 'copy';
  const common = { icon, disabled, onClick: () => void onClick() } as const;
  return (
    <span class="copy">
      {words === undefined ? (
        <IconButton {...common} label={label} />
      ) : (
        <Button {...common} aria-label={label}>
          {copied ? t().action.copied : words}
        </Button>
      )}
      {/* Here, and not in the corner: that is out of reach while a dialog is open. */}
      <span class="hidden-visually" role="status">
        {copied ? t().action.copied : ''}
      </span>
    </span>
  );
}

class CopyError extends Error {}

/** @throws {CopyError} where the browser does not let a page write to the clipboard. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Neither on localhost nor over HTTPS, there is no clipboard but this one.
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
