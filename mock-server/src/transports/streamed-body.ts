/** A body that comes piece by piece, as a web stream. */
import type { BodyStream } from '../document/body-stream.ts';

/** Pieces that may wait for a slow reader. */
const MOST_WAITING = 1_000;

export function streamedBody(start: BodyStream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop: (() => void) | undefined;
  let over = false;
  const end = () => {
    over = true;
    stop?.();
    stop = undefined;
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const close = () => {
          if (over) return;
          end();
          controller.close();
        };
        stop = start({
          write(text) {
            if (over) return false;
            controller.enqueue(encoder.encode(text));
            if ((controller.desiredSize ?? 0) <= 0) close();
            return !over;
          },
          end: close,
        });
        if (over) end();
      },
      cancel: end,
    },
    { highWaterMark: MOST_WAITING },
  );
}
