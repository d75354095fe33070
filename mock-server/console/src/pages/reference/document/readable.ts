/** The document as a reader wants it: where each fact comes from beside it, and the rules of the keys above the operations. */
import type { EvidenceTag, OpenApiDocument, Platform } from '@chaveiro/openapi/policy';
import type { Messages } from '../../../i18n/index.ts';
import { behind, sentence, surenessOf, tag } from './evidence.ts';
import { keyRules } from './key-rules.ts';

export interface Reading {
  readonly t: Messages;
  /** Base URL of this mock, in the session that is looked at. */
  readonly server: string;
  /** Where the requests with a decision are. */
  requestsOf(this: void, decision: string): string;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'] as const;
/** What is data and not description: nothing in there is a tag of ours. */
const DATA = new Set(['value', 'example', 'default', 'const', 'enum']);

type Node = EvidenceTag & { [name: string]: unknown; description?: string; summary?: string; $ref?: string };

/** A copy; what is given stays as it is. */
export function readable(document: OpenApiDocument, { t, server, requestsOf }: Reading): OpenApiDocument {
  const copy = structuredClone(document);
  const annotator = annotatorOf(copy, t);
  for (const item of [...Object.values(copy.paths), ...Object.values(copy.webhooks ?? {})]) {
    // Every request of this page is for this mock.
    for (const each of [item, ...METHODS.flatMap((method) => item[method] ?? [])]) delete each.servers;
    annotator(item);
  }
  annotator(copy.components);
  copy.servers = [{ url: server, description: t.reference.document.server }];
  copy.info.description = [copy.info.description, howToRead(t)].filter(Boolean).join('\n\n');
  copy.tags = withPlatforms(copy, { t, server, requestsOf });
  return copy;
}

/** Goes through all of a part, and writes the evidence of whatever has some into its description. */
function annotatorOf(document: OpenApiDocument, t: Messages): (part: unknown) => void {
  /** The tag comes first, where it is seen while the response is still folded up. */
  function describeResponse(node: Node): void {
    const sureness = surenessOf(node);
    if (!sureness) return;
    const bodies = bodiesOf(node);
    node.description = [
      `${tag(sureness, t)} ${node.description ?? ''}`.trim(),
      behind(sureness, t),
      ...(bodies.length > 0 ? [[`${t.reference.document.bodies}:`, '', ...bodies].join('\n')] : []),
    ].join('\n\n');
  }

  /** How sure each body of a response is; those that are one and the same in one line. */
  function bodiesOf({ content }: Node): string[] {
    if (!isNode(content)) return [];
    const named = new Map<Node, string[]>();
    for (const media of Object.values(content)) {
      for (const [name, example] of Object.entries(isNode(media) && isNode(media['examples']) ? media['examples'] : {})) {
        const target = resolved(example);
        if (target && surenessOf(target)) named.set(target, [...(named.get(target) ?? []), `\`${name}\``]);
      }
    }
    return [...named].flatMap(([example, names]) => {
      const sureness = surenessOf(example);
      return sureness ? [`- ${names.join(', ')}: ${sentence(sureness, t)}`] : [];
    });
  }

  function resolved(node: unknown): Node | undefined {
    if (!isNode(node)) return undefined;
    const name = node.$ref?.match(/^#\/components\/examples\/(.+)$/)?.[1];
    return name === undefined ? node : (document.components.examples?.[name] as Node | undefined);
  }

  function annotate(node: unknown, isResponse = false): void {
    if (Array.isArray(node)) for (const each of node) annotate(each);
    if (!isNode(node)) return;
    if (isResponse) describeResponse(node);
    else describe(node, t);
    for (const [name, child] of Object.entries(node)) {
      if (DATA.has(name) || name.startsWith('x-')) continue;
      if (name === 'responses' && isNode(child)) for (const response of Object.values(child)) annotate(response, true);
      else annotate(child);
    }
  }
  return annotate;
}

function describe(node: Node, t: Messages): void {
  const sureness = surenessOf(node);
  if (!sureness) return;
  // Of an example only the summary is shown.
  if ('value' in node) node.summary = [node.summary, t.requests.evidence.names[sureness.level]].filter(Boolean).join(' · ');
  else node.description = [node.description, sentence(sureness, t)].filter(Boolean).join('\n\n');
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
  // A document of somebody's own may not describe its tags at all.
  const undescribed = platforms.filter(([, { tag: name }]) => !tags.some((each) => each.name === name));
  const all: typeof tags = [...undescribed.map(([, { tag: name }]) => ({ name })), ...tags];
  return all.map((each) => {
    const [id, platform] = platforms.find(([, { tag: name }]) => name === each.name) ?? [];
    if (id === undefined || platform === undefined) return each;
    const rules = schemes
      .filter((scheme) => scheme['x-key-policy']?.platform === id)
      .map((scheme) => keyRules(scheme, t, requestsOf));
    const description = [each.description ?? platform.summary, realPlace(platform, t), ...rules].filter(Boolean).join('\n\n');
    return { ...each, description };
  });
}

function realPlace({ server }: Platform, t: Messages): string {
  return server === undefined ? '' : t.reference.document.realServer(`\`${server}\``);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
