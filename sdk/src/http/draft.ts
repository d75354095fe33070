/**
 * What openapi-fetch builds where no hook looks at it: the parts of a request, at a fraction of the cost of a `Request`.
 * The one `Request` of the call is the one that goes out.
 */
export class Draft {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;

  /** @param init what openapi-fetch gives: headers merged, body serialised */
  constructor(url: string, init: { method: string; headers: Headers; body?: string }) {
    this.url = url;
    this.method = init.method;
    this.headers = init.headers;
    this.body = init.body ?? null;
  }

  text(): Promise<string> {
    return Promise.resolve(this.body ?? '');
  }
}
