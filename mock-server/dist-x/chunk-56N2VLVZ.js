// src/transports/streamed-body.ts
var MOST_WAITING = 1e3;
function streamedBody(start) {
  const encoder = new TextEncoder();
  let stop;
  let over = false;
  const end = () => {
    over = true;
    stop?.();
    stop = void 0;
  };
  return new ReadableStream(
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
          end: close
        });
        if (over) end();
      },
      cancel: end
    },
    { highWaterMark: MOST_WAITING }
  );
}

export { streamedBody };
