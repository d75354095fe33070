/** One thing wrong with a request, said without any platform's words. */
export type IssueRule =
  | 'missing'
  | 'type'
  | 'enum'
  | 'format'
  | 'pattern'
  | 'min_length'
  | 'max_length'
  | 'minimum'
  | 'maximum'
  | 'min_items'
  | 'max_items'
  | 'unknown_property'
  | 'other';

export interface Issue {
  readonly in: 'body' | 'query' | 'path' | 'header';
  readonly path: readonly (string | number)[];
  readonly rule: IssueRule;
  /** Expected type (`string`, `array`, …) or format (`email`, `uuid`, …). */
  readonly expected?: string;
  /** Allowed values of an enum. */
  readonly options?: readonly unknown[];
  /** The limit that was passed. */
  readonly limit?: number;
  /** In plain English; never holds the value that was sent. */
  readonly message: string;
}
