/** Everything that can be wrong with a request apart from its key, found out once and only when asked. */
import { atPointer } from '@chaveiro/openapi/policy';
import type { RequestProblem } from '../core/decision.ts';
import type { Issue } from '../document/issue.ts';
import type { PlatformInfo } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import type { Place, Validators } from '../document/validators.ts';
import { formFields, readBody, type ReadBody } from './body.ts';
import { decodePathParameters, readParameters, type Parameters } from './parameters.ts';
import type { IncomingRequest } from './request.ts';

/** A request beside the document; what is costly is found out once, and only when asked for. */
export class CheckedRequest {
  readonly query: Parameters;
  readonly header: Parameters;
  readonly #validators: Validators;
  readonly #platform: PlatformInfo;
  readonly #operation: Operation;
  readonly #request: IncomingRequest;
  readonly #path: Parameters | undefined;
  #sent: ReadBody | undefined;
  #issues: readonly Issue[] | undefined;

  constructor(
    validators: Validators,
    platform: PlatformInfo,
    operation: Operation,
    rawParams: Readonly<Record<string, string>>,
    request: IncomingRequest,
  ) {
    const { url, headers } = request;
    const read = (place: 'path' | 'query' | 'header', valueOf: (name: string) => string | null) =>
      readParameters(validators.parameterSchema(operation.id, place), valueOf);
    const decoded = decodePathParameters(rawParams);
    this.#validators = validators;
    this.#platform = platform;
    this.#operation = operation;
    this.#request = request;
    this.#path = decoded && read('path', (name) => decoded[name] ?? null);
    this.query = read('query', (name) => url.searchParams.get(name));
    this.header = read('header', (name) => headers.get(name));
  }

  get path(): Parameters {
    return this.#path ?? {};
  }

  /** The parsed body (JSON, or the fields of a form), or `undefined` when there is none or it cannot be parsed. */
  body(): unknown {
    const read = this.#read();
    if (read.kind === 'json') return read.value;
    return read.kind === 'text' ? formFields(read.text, this.#request.headers.get('content-type')) : undefined;
  }

  bodyValue(pointer: string): unknown {
    return atPointer(this.body(), pointer);
  }

  /** The first thing wrong, in the order in which a server would notice it. */
  problem(): RequestProblem | undefined {
    if (!this.#path) return 'bad_encoding';
    if (this.#isTooLarge()) return 'payload_too_large';
    const { kind } = this.#read();
    if (kind === 'malformed_json' || kind === 'unsupported_media_type') return kind;
    if (kind === 'none' && this.#operation.requestBody?.required) return 'missing_body';
    return this.issues().length > 0 ? 'invalid_request' : undefined;
  }

  /** What the schema says, when the problem is `invalid_request`. */
  issues(): readonly Issue[] {
    return (this.#issues ??= [
      ...this.#check('path', this.path),
      ...this.#check('query', this.query),
      ...this.#check('header', this.header),
      ...(this.#read().kind === 'json' ? this.#check('body', this.body()) : []),
    ]);
  }

  #check(place: Place, value: unknown): readonly Issue[] {
    return this.#validators.check(this.#operation.id, place, value);
  }

  #isTooLarge(): boolean {
    const { tooLarge, body } = this.#request;
    return tooLarge || (body?.length ?? 0) > this.#platform.limits.bodyBytes.value;
  }

  /** What is too large is not taken apart: it is refused whatever it says. */
  #read(): ReadBody {
    const { requestBody } = this.#operation;
    const { body, headers } = this.#request;
    return (this.#sent ??=
      requestBody && !this.#isTooLarge()
        ? readBody(body, headers.get('content-type'), Object.keys(requestBody.content))
        : { kind: 'none' });
  }
}
