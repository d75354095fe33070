/** How attributes of contacts and deals change. */

/**
 * `given` over `old`: attributes that are not sent survive, and `null` removes one. Neither is documented (inferred);
 * the operations are described as setting attributes, not as replacing them.
 *
 * @see https://pingback.com/docs/en/api-reference/contacts/update-contact
 */
export function mergeAttributes<A extends object>(old: A, given: object = {}): A {
  return Object.fromEntries(Object.entries({ ...old, ...given }).filter(([, value]) => value !== null)) as A;
}
