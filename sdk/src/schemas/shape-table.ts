/** Bodies in the small form in which the clients carry them; `generated/shapes` has one table a platform. */

export type SimpleShape =
  'unknown' | 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'email' | 'uuid' | 'date-time' | 'uri' | 'never';

export type Literal = string | number | boolean | null;

/** The limits of a text or number; undefined where there is none. */
type Limits = readonly [minimum?: number | undefined, maximum?: number | undefined, pattern?: RegExp];

export type Shape =
  /** One of the table's shared shapes. */
  | number
  | SimpleShape
  | Members
  | readonly ['limited', SimpleShape, ...Limits]
  | readonly ['list', Shape, min?: number | undefined, max?: number | undefined, unique?: boolean]
  | readonly ['enum', ...Literal[]]
  | readonly ['any' | 'all', ...Shape[]]
  /** Alternatives that the constants of this property tell apart. */
  | readonly ['tagged', string, ...Shape[]]
  /** At least so many members. */
  | readonly ['members', number, Shape];

/**
 * `name?`: may be left out. `!` and `?`: names of texts, those that must be there and those that may be left out. `*`: what any
 * other member is; without it nothing is said of them.
 */
export interface Members {
  readonly [member: string]: Shape | `${string} ${string}`;
}

export interface ShapeTable {
  readonly shared: readonly Shape[];
  readonly operations: { readonly [operationId: string]: { readonly [part: string]: Shape } };
}
