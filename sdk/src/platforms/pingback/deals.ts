import type { BodyOf, CallOptions, ChaveiroClient, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

/** Deals (Negócios). A deal names its contact by id, not by e-mail. */
export class PingbackDeals {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /** @throws ConflictError when the contact has a deal already */
  create(deal: BodyOf<'createDeal'>, options?: CallOptions): Promise<ResultOf<'createDeal'>> {
    return dataOf(this.#calls.POST('/deals', { ...passed(options), body: deal }));
  }

  /** Changes a deal: its stage, contact or attributes. */
  update(dealId: string, deal: BodyOf<'updateDeal'>, options?: CallOptions): Promise<ResultOf<'updateDeal'>> {
    const call = { ...passed(options), params: { path: { dealId } }, body: deal };
    return dataOf(this.#calls.PUT('/deals/{dealId}', call));
  }
}
