/** Imports a package from this folder's `node_modules`: what an import finds depends on where it stands. */
export function importPeer(name: string): Promise<unknown> {
  return import(name);
}
