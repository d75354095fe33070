import type { BodyOf, CallOptions, ChaveiroClient, QueryOf, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

/** WhatsApp instances (Instâncias): connected phones. Needs the scope `whatsapp:manage`. */
export class ZenvioInstances {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /** One page; pages count from 1. */
  list(query: QueryOf<'listInstances'> = {}, options?: CallOptions): Promise<ResultOf<'listInstances'>> {
    return dataOf(this.#calls.GET('/whatsapp/instances', { ...passed(options), params: { query } }));
  }

  /** An instance and its state. */
  get(instanceId: string, options?: CallOptions): Promise<ResultOf<'getInstance'>> {
    return dataOf(this.#calls.GET('/whatsapp/instances/{instanceId}', { ...passed(options), ...at(instanceId) }));
  }

  /** Creates an instance; the answer holds the QR code to scan. */
  create(instance: BodyOf<'createInstance'>, options?: CallOptions): Promise<ResultOf<'createInstance'>> {
    return dataOf(this.#calls.POST('/whatsapp/instances', { ...passed(options), body: instance }));
  }

  /** Ends the session with the phone. */
  disconnect(instanceId: string, options?: CallOptions): Promise<ResultOf<'disconnectInstance'>> {
    const call = { ...passed(options), ...at(instanceId) };
    return dataOf(this.#calls.POST('/whatsapp/instances/{instanceId}/disconnect', call));
  }

  /** Removes an instance, which must not be active: disconnect it first. */
  delete(instanceId: string, options?: CallOptions): Promise<ResultOf<'deleteInstance'>> {
    return dataOf(this.#calls.DELETE('/whatsapp/instances/{instanceId}', { ...passed(options), ...at(instanceId) }));
  }
}

function at(instanceId: string) {
  return { params: { path: { instanceId } } };
}
