/** What a response of a document shows of itself: its examples, and else what its schema lets one guess. */
import { followRecord, isRecord } from '../document/follow.ts';
import { sampleBody, type SampleWords } from '../document/sample-body.ts';

export interface ShownBody {
  readonly mediaType: string;
  readonly value: unknown;
  /** Whether the document itself has this body, or it only fits the schema. */
  readonly documented: boolean;
}

interface Candidate {
  readonly name: string;
  readonly summary: string;
  readonly value: unknown;
}

/** @param likely matches the name or the text of the example that is meant, where a response has several. */
export function shownBody(
  document: object,
  response: Record<string, unknown>,
  likely: RegExp,
  words: SampleWords,
  wanted?: string,
): ShownBody | undefined {
  const [mediaType, media] = preferredContent(document, response) ?? [];
  if (mediaType === undefined || media === undefined) return undefined;
  const candidates = examplesOf(document, media);
  const chosen =
    candidates.find(({ name }) => name === wanted) ??
    candidates.find(({ name, summary }) => likely.test(`${name} ${summary}`)) ??
    candidates.find(({ value }) => likely.test(textOf(value))) ??
    candidates[0];
  if (chosen) return { mediaType, value: parsedIfJson(mediaType, chosen.value), documented: true };
  const guess = sampledOnce(document, media['schema'], words);
  return isRecord(guess) || Array.isArray(guess) ? { mediaType, value: guess, documented: false } : undefined;
}

const sampled = new WeakMap<object, Map<string, unknown>>();

/** Most documents describe every error by one schema, under each operation anew. */
function sampledOnce(document: object, schema: unknown, words: SampleWords): unknown {
  const reference = isRecord(schema) ? schema['$ref'] : undefined;
  if (typeof reference !== 'string') return sampleBody(document, schema, words);
  const known = sampled.get(document) ?? new Map<string, unknown>();
  sampled.set(document, known);
  const key = `${reference} ${words.code} ${words.status}`;
  if (!known.has(key)) known.set(key, sampleBody(document, schema, words));
  return known.get(key);
}

/** JSON where there is JSON, else the first media type. */
function preferredContent(document: object, response: Record<string, unknown>): [string, Record<string, unknown>] | undefined {
  const types = Object.entries(isRecord(response['content']) ? response['content'] : {});
  const [type, media] = types.find(([name]) => /[/+]json\b/i.test(name)) ?? types[0] ?? [];
  const found = followRecord(document, media);
  return type !== undefined && found && !type.includes('*') ? [type, found] : undefined;
}

function examplesOf(document: object, media: Record<string, unknown>): Candidate[] {
  const named = Object.entries(isRecord(media['examples']) ? media['examples'] : {}).flatMap(([name, example]) => {
    const found = followRecord(document, example);
    return found && 'value' in found ? [{ name, summary: textOf(found['summary']), value: found['value'] }] : [];
  });
  const single = [media['example'], followRecord(document, media['schema'])?.['example']].filter((value) => value !== undefined);
  return [...named, ...single.map((value) => ({ name: '', summary: '', value }))];
}

/** Documents in YAML often show JSON as a block of text. */
function parsedIfJson(mediaType: string, value: unknown): unknown {
  if (typeof value !== 'string' || !/[/+]json\b/i.test(mediaType)) return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' ? parsed : value;
  } catch {
    return value;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
