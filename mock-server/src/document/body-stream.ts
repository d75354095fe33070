/** A body that comes piece by piece, for as long as somebody reads it. */

export interface StreamSink {
  /** @returns whether anybody still reads; a reader who falls too far behind is let go, and may come back. */
  write(this: void, text: string): boolean;
  end(this: void): void;
}

/** Starts the stream. @returns what to do when it is over, whoever ended it. */
export type BodyStream = (sink: StreamSink) => () => void;
