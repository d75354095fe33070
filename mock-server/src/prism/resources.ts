/** Prism's own description of each operation, made when the operation is first used. */
import type { LoadedDocument } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import { isolate } from './isolate.ts';
import type { Prism } from './load.ts';
import { createSchemas, HELD_REFERENCE } from './schemas.ts';

/** An operation of Prism's with the schemas that it refers to. */
export type Resource = Awaited<ReturnType<Prism['getHttpOperationsFromSpec']>>[number] & {
  readonly __bundled__: Record<string, unknown>;
};

export interface Resources {
  of(operation: Operation): Promise<Resource>;
}

export function createResources(prism: Prism, { source }: LoadedDocument): Resources {
  const schemas = createSchemas(source);
  const made = new Map<Operation, Promise<Resource>>();
  const bundled = new Map<string, unknown>();

  async function make(operation: Operation): Promise<Resource> {
    const { document, names } = isolate(source, schemas, operation);
    const [described] = await prism.getHttpOperationsFromSpec(document);
    if (!described) throw new Error(`Prism does not see ${operation.id} in the document.`);
    releaseReferences(described);
    return { ...described, __bundled__: released(schemas.bundle(names)) };
  }

  /** Schemas are shared between operations, so each is released once. */
  function released(bundle: Record<string, unknown>): Record<string, unknown> {
    for (const [name, schema] of Object.entries(bundle)) {
      if (bundled.has(name)) continue;
      bundled.set(name, releaseReferences(schema));
    }
    return bundle;
  }

  return {
    of(operation) {
      let resource = made.get(operation);
      if (!resource) made.set(operation, (resource = make(operation)));
      return resource;
    },
  };
}

/** Turns held references into real ones, which lead into `__bundled__`. */
function releaseReferences(node: unknown): unknown {
  if (Array.isArray(node)) node.forEach(releaseReferences);
  else if (typeof node === 'object' && node !== null) {
    const holder = node as Record<string, unknown>;
    const name = holder[HELD_REFERENCE];
    if (typeof name === 'string') {
      delete holder[HELD_REFERENCE];
      holder['$ref'] = `#/__bundled__/${name}`;
    }
    Object.values(holder).forEach(releaseReferences);
  }
  return node;
}
