/** One session under the rules of one document: all that scenarios and seeds need to make things in it. */
import type { Session } from '../core/session.ts';
import type { LoadedDocument } from '../document/load.ts';

export interface World {
  readonly session: Session;
  readonly document: LoadedDocument;
}
