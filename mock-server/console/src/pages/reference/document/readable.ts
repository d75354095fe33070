/** The document as a reader wants it: where each fact comes from beside it, and the rules of the keys above the operations. */
import type { EvidenceTag, OpenApiDocument, Platform } from '@chaveiro/openapi/policy';
import type { Messages } from '../../../i18n/index.ts';
import { sentence, surenessOf, tag } from './evidence.ts';
import { keyRules } from './key-rules.ts';

export interface Reading {
  readonly t: Messages;
  /** Base URL of this mock, in the session that is looked at. */
  readonly server: string;
  /** Where the requests with a decision are. */
  requestsOf(this: void, decision: string): string;
}

/** A copy; what is given stays as it is. */
export function readable(document: OpenApiDocument, reading: Reading): OpenApiDocument {
  const { t, server } = reading;
  const copy = structuredClone(document);
  for (const item of [...Object.values(copy.paths), ...Object.values(copy.webhooks ?? {})]) annotate(item, t);
  annotate(copy.components, t);
  copy.servers = [{ url: server, description: t.reference.document.server }];
  copy.info.description = [copy.info.description, howToRead(t)].filter(Boolean).join('\n\n');
  copy.tags = withPlatforms(copy, reading);
  return copy;
}

/** What is data and not description: nothing in there is a tag of ours. */
const DATA = new Set(['value', 'example', 'default', 'const', 'enum']);

type Node = EvidenceTag & { [name: string]: unknown; description?: string };

/** Goes through all of it, and writes the evidence of whatever has some into its description. */
function annotate(node: unknown, t: Messages, kind: 'response' | 'other' = 'other'): void {
  if (Array.isArray(node)) for (const each of node) annotate(each, t);
  if (!isNode(node)) return;
  // Every request of this page is for this mock.
  if ('servers' in node) delete node['servers'];
  if (kind === 'response') describeResponse(node, t);
  else if (!('value' in node)) describe(node, t);
  for (const [name, child] of Object.entries(node)) {
    if (DATA.has(name) || name.startsWith('x-')) continue;
    if (name === 'responses' && isNode(child)) for (const response of Object.values(child)) annotate(response, t, 'response');
    else annotate(child, t);
  }
}

/** The tag comes first, where it is seen while the response is still folded up. */
function describeResponse(node: Node, t: Messages): void {
  const sureness = surenessOf(node);
  if (!sureness) return;
  const bodies = bodiesOf(node, t);
  node.description = [
    `${tag(sureness, t)} ${node.description ?? ''}`.trim(),
    sentence(sureness, t),
    ...(bodies.length > 0 ? [[`${t.reference.document.bodies}:`, '', ...bodies].join('\n')] : []),
  ].join('\n\n');
}

function describe(node: Node, t: Messages): void {
  const sureness = surenessOf(node);
  if (sureness) node.description = [node.description, sentence(sureness, t)].filter(Boolean).join('\n\n');
}

/** The examples of a response that have evidence of their own, as a list. */
function bodiesOf({ content }: Node, t: Messages): string[] {
  if (!isNode(content)) return [];
  return Object.values(content).flatMap((media) => {
    if (!isNode(media) || !isNode(media['examples'])) return [];
    return Object.entries(media['examples']).flatMap(([name, example]) => {
      const sureness = isNode(example) ? surenessOf(example) : undefined;
      return sureness ? [`- \`${name}\`: ${sentence(sureness, t)}`] : [];
    });
  });
}

function howToRead(t: Messages): string {
  const words = t.reference.document;
  const levels = (['documented', 'sdk', 'observed', 'inferred'] as const).map(
    (level) => `- ${tag({ level }, t)}: ${words.levels[level]}`,
  );
  return [`## ${words.readingTitle}`, words.reading, levels.join('\n')].join('\n\n');
}

/** Tags as the document has them, those of platforms with what their keys may do and how they are refused. */
function withPlatforms({ tags = [], components, ...document }: OpenApiDocument, { t, requestsOf }: Reading) {
  const platforms = Object.entries(document['x-platforms']);
  const schemes = Object.values(components.securitySchemes);
  return tags.map((each) => {
    const [id, platform] = platforms.find(([, { tag: name }]) => name === each.name) ?? [];
    if (id === undefined || platform === undefined) return each;
    const rules = schemes
      .filter((scheme) => scheme['x-key-policy']?.platform === id)
      .map((scheme) => keyRules(scheme, t, requestsOf));
    return { ...each, description: [each.description ?? platform.summary, place(platform, t), ...rules].filter(Boolean).join('\n\n') };
  });
}

function place({ server }: Platform, t: Messages): string {
  return server === undefined ? '' : t.reference.document.realServer(`\`${server}\``);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
