import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, QueryOf, ResultOf, SchemaOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import { Rows } from '../rows.ts';
import type { ZenvioErrorCode } from './codes.ts';

/**
 * WhatsApp instances (Instâncias): connected phones. Needs the scope `whatsapp:manage`.
 *
 * ```ts
 * for await (const { name, status } of zenvio.instances.all()) console.log(name, status);
 * ```
 */
export class ZenvioInstances extends Resource<ZenvioErrorCode> {
  /**
   * One page; pages count from 1.
   *
   * ```ts
   * const { data, pagination } = await zenvio.instances.list({ page: '1', status: 'ACTIVE' });
   * ```
   */
  list(query: QueryOf<'listInstances'> = {}, options?: CallOptions): Call<ResultOf<'listInstances'>, ZenvioErrorCode> {
    return this.call('listInstances', { query }, options);
  }

  /**
   * All instances, page after page, from `query.page` on.
   *
   * ```ts
   * for await (const instance of zenvio.instances.all({ status: 'ACTIVE' })) console.log(instance.name);
   * ```
   */
  all(query: QueryOf<'listInstances'> = {}, options?: CallOptions): Rows<SchemaOf<'ZenvioInstance'>, ResultOf<'listInstances'>> {
    return new Rows({
      start: Number(query.page ?? 1),
      first: 1,
      load: (page) => this.list({ ...query, page: String(page) }, options),
      read: ({ data, pagination }) => [data, pagination?.total],
      signal: options?.signal,
    });
  }

  /**
   * An instance and its state.
   *
   * ```ts
   * const { data } = await zenvio.instances.get('inst_restaurante_joao');
   * ```
   */
  get(instanceId: string, options?: CallOptions): Call<ResultOf<'getInstance'>, ZenvioErrorCode> {
    return this.call('getInstance', { path: { instanceId } }, options);
  }

  /**
   * Creates an instance; the answer holds the QR code to scan.
   *
   * ```ts
   * const { data } = await zenvio.instances.create({ name: 'Padaria da Ana' });
   * console.log(data.instance.id);
   * ```
   */
  create(instance: BodyOf<'createInstance'>, options?: CallOptions): Call<ResultOf<'createInstance'>, ZenvioErrorCode> {
    return this.call('createInstance', { body: instance }, options);
  }

  /**
   * Ends the session with the phone.
   *
   * ```ts
   * await zenvio.instances.disconnect('inst_restaurante_joao');
   * ```
   */
  disconnect(instanceId: string, options?: CallOptions): Call<ResultOf<'disconnectInstance'>, ZenvioErrorCode> {
    return this.call('disconnectInstance', { path: { instanceId } }, options);
  }

  /**
   * Removes an instance, which must not be active: disconnect it first.
   *
   * ```ts
   * await zenvio.instances.disconnect('inst_restaurante_joao');
   * await zenvio.instances.delete('inst_restaurante_joao');
   * ```
   */
  delete(instanceId: string, options?: CallOptions): Call<ResultOf<'deleteInstance'>, ZenvioErrorCode> {
    return this.call('deleteInstance', { path: { instanceId } }, options);
  }
}
