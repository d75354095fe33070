/** A sample as XML, where the client takes nothing else: an element for each member, lists as repeated elements. */

export function toXml(value: unknown, name = 'xml'): string {
  if (Array.isArray(value)) return value.map((item) => toXml(item, name)).join('');
  const tag = elementName(name);
  if (typeof value !== 'object' || value === null) return `<${tag}>${escaped(value)}</${tag}>`;
  const inner = Object.entries(value).map(([member, part]) => toXml(part, member));
  return `<${tag}>${inner.join('')}</${tag}>`;
}

function elementName(name: string): string {
  const allowed = name.replaceAll(/[^\w.-]/g, '_');
  return /^[A-Za-z_]/.test(allowed) ? allowed : `_${allowed}`;
}

function escaped(value: unknown): string {
  const text = value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
