/** Where in a request a credential may stand. */
import type { Credentials } from '../core/authorize/index.ts';
import type { IncomingRequest } from './request.ts';

type Carrier = Pick<IncomingRequest, 'url' | 'headers'>;

export class RequestCredentials implements Credentials {
  readonly #request: Carrier;

  constructor(request: Carrier) {
    this.#request = request;
  }

  header(name: string): string | null {
    return this.#request.headers.get(name);
  }

  query(name: string): string | null {
    return this.#request.url.searchParams.get(name);
  }
}
