import './code-block.css';

/** Code or JSON that may be wider than its place: the arrow keys scroll it. */
export function CodeBlock({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <pre class="code" tabIndex={0} role="region" aria-label={label}>
      {text}
    </pre>
  );
}
