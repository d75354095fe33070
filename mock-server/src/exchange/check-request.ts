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
  readonly #validators: Validators;
  readonly #platform: PlatformInfo;
  readonly #operation: Operation;
  readonly #rawParams: Readonly<Record<string, string>>;
  readonly #request: IncomingRequest;
  /** `null`: not valid percent-encoded UTF-8. */
  #path: Parameters | null | undefined;
  #query: Parameters | undefined;
  #header: Parameters | undefined;
  #sent: ReadBody | undefined;
  #issues: readonly Issue[] | undefined;

  constructor(
    validators: Validators,
    platform: PlatformInfo,
    operation: Operation,
    rawParams: Readonly<Record<string, string>>,
    request: IncomingRequest,
  ) {
    this.#validators = validators;
    this.#platform = platform;
    this.#operation = operation;
    this.#rawParams = rawParams;
    this.#request = request;
  }

  get path(): Parameters {
    return this.#decodedPath() ?? {};
  }

  get query(): Parameters {
    return (this.#query ??= this.#declared('query', (name) => this.#request.url.searchParams.get(name)));
  }

  get header(): Parameters {
    return (this.#header ??= this.#declared('header', (name) => this.#request.headers.get(name)));
  }

  /** The parsed body (JSON, or the fields of a form), or `undefined` when there is none or it cannot be parsed. */
  body(): unknown {
    const read = this.#read();
    if (read.kind === 'json') return read.value;
    return read.kind === 'text' ? formFields(read.text, this.#request.headers.get('content-type')) : undefined;
  }

  /** The body as it was sent, where it is JSON. */
  json(): string | undefined {
    const read = this.#read();
    return read.kind === 'json' ? read.text : undefined;
  }

  bodyValue(pointer: string): unknown {
    return atPointer(this.body(), pointer);
  }

  /** The first thing wrong, in the order in which a server would notice it. */
  problem(): RequestProblem | undefined {
    if (!this.#decodedPath()) return 'bad_encoding';
    if (this.#isTooLarge()) return 'payload_too_large';
    const { kind } = this.#read();
    if (kind === 'malformed_json' || kind === 'unsupported_media_type') return kind;
    if (kind === 'none' && this.#operation.requestBody?.required) return 'missing_body';
    return this.issues().length > 0 ? 'invalid_request' : undefined;
  }

  /** What the schema says, when the problem is `invalid_request`. */
  issues(): readonly Issue[] {
    return (this.#issues ??= this.#found());
  }

  #found(): readonly Issue[] {
    const parameters = this.#check('path', this.path).concat(
      this.#check('query', this.query),
      this.#check('header', this.header),
    );
    return this.#read().kind === 'json' ? parameters.concat(this.#check('body', this.body())) : parameters;
  }

  #decodedPath(): Parameters | null {
    if (this.#path !== undefined) return this.#path;
    const decoded = decodePathParameters(this.#rawParams);
    return (this.#path = decoded ? this.#declared('path', (name) => decoded[name] ?? null) : null);
  }

  #declared(place: 'path' | 'query' | 'header', valueOf: (name: string) => string | null): Parameters {
    return readParameters(this.#validators.parameterSchema(this.#operation.id, place), valueOf);
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
    const { requestBody, mediaTypes } = this.#operation;
    const { body, headers } = this.#request;
    return (this.#sent ??=
      requestBody && !this.#isTooLarge() ? readBody(body, headers.get('content-type'), mediaTypes) : { kind: 'none' });
  }
}
