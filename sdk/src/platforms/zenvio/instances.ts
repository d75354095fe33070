import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, QueryOf, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { ZenvioErrorCode } from './codes.ts';

/** WhatsApp instances (Instâncias): connected phones. Needs the scope `whatsapp:manage`. */
export class ZenvioInstances extends Resource<ZenvioErrorCode> {
  /** One page; pages count from 1. */
  list(query: QueryOf<'listInstances'> = {}, options?: CallOptions): Call<ResultOf<'listInstances'>, ZenvioErrorCode> {
    return this.call('listInstances', { query }, options);
  }

  /** An instance and its state. */
  get(instanceId: string, options?: CallOptions): Call<ResultOf<'getInstance'>, ZenvioErrorCode> {
    return this.call('getInstance', { path: { instanceId } }, options);
  }

  /** Creates an instance; the answer holds the QR code to scan. */
  create(instance: BodyOf<'createInstance'>, options?: CallOptions): Call<ResultOf<'createInstance'>, ZenvioErrorCode> {
    return this.call('createInstance', { body: instance }, options);
  }

  /** Ends the session with the phone. */
  disconnect(instanceId: string, options?: CallOptions): Call<ResultOf<'disconnectInstance'>, ZenvioErrorCode> {
    return this.call('disconnectInstance', { path: { instanceId } }, options);
  }

  /** Removes an instance, which must not be active: disconnect it first. */
  delete(instanceId: string, options?: CallOptions): Call<ResultOf<'deleteInstance'>, ZenvioErrorCode> {
    return this.call('deleteInstance', { path: { instanceId } }, options);
  }
}
