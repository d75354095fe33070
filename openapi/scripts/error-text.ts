import { atPointer, type Example } from '../policy/index.ts';

/** Where the platforms put a stable code, in the order in which to look. */
const codePlaces = [
  '/errorCode',
  '/errors/0/error_type',
  '/0/error_type',
  '/errors/error_type',
  '/code',
  '/error/code',
  '/error',
];

/** Where they put the sentence for people. */
const messagePlaces = [
  '/message',
  '/Message',
  '/errors/0/error_message',
  '/0/error_message',
  '/errors/error_message',
  '/error/message',
  '/error_description',
  '/detail',
  '/error',
];

export interface ErrorText {
  code?: string;
  /** Parts that differ from answer to answer are `*`. */
  message?: string;
}

/** What tells one error body from another. */
export function errorText({ value, 'x-fill': fill }: Example): ErrorText {
  const code = codePlaces
    .map((place) => atPointer(value, place))
    .find((found) => typeof found === 'string' && looksLikeCode(found));
  const messagePlace = messagePlaces.find((place) => typeof atPointer(value, place) === 'string');
  const message =
    messagePlace === undefined
      ? undefined
      : (fill?.body?.[messagePlace]?.replace(/\{[^{}]*\}/g, '*') ?? atPointer(value, messagePlace));
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof message === 'string' && { message }),
  };
}

/** `FORBIDDEN`, `invalid_token`; not `Unauthorized` or a sentence. */
function looksLikeCode(text: string): boolean {
  return /^([A-Z][A-Z0-9_]+|[a-z][a-z0-9_.-]*)$/.test(text);
}
