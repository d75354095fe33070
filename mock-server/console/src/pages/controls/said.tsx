/** What a command did, where it was given; read out as it comes. */
import type { ComponentChildren } from 'preact';

export function Said({ children }: { readonly children?: ComponentChildren }) {
  return (
    <p class="said" role="status">
      {children}
    </p>
  );
}
