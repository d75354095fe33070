import { streamedBody } from './chunk-56N2VLVZ.js';

// src/transports/deliver.ts
function connectionLost(within = "head") {
  const cause = Object.assign(new Error("other side closed"), { code: "ECONNRESET" });
  return new TypeError(within === "head" ? "fetch failed" : "terminated", { cause });
}
function isConnectionLost(error) {
  return error instanceof TypeError && error.cause?.code === "ECONNRESET";
}
async function delivered(request, answer) {
  request.signal?.throwIfAborted();
  const outgoing = await answer();
  request.signal?.throwIfAborted();
  await outgoing.wait?.(request.signal);
  return toResponse(outgoing, request.signal);
}
var encoder = new TextEncoder();
function toResponse({ status, headers, body, breakage, stream }, signal) {
  if (stream) return new Response(streamedBody(stream), { status, headers: { ...headers } });
  if (breakage?.kind === "drop") throw connectionLost();
  if (body === void 0) return new Response(null, { status, headers: { ...headers } });
  const bytes = encoder.encode(body);
  return new Response(breakage ? brokenBody(bytes, breakage, signal) : bytes, {
    status,
    headers: { ...headers, "content-length": String(bytes.length) }
  });
}
var { setTimeout: later } = globalThis;
function brokenBody(bytes, breakage, signal) {
  let abort;
  const forget = () => abort && signal?.removeEventListener("abort", abort);
  let sent = breakage.after === 0;
  return new ReadableStream({
    start(controller) {
      if (breakage.kind !== "stall") return;
      abort = () => controller.error(signal?.reason);
      if (signal?.aborted) abort();
      else signal?.addEventListener("abort", abort, { once: true });
    },
    async pull(controller) {
      if (!sent) {
        sent = true;
        controller.enqueue(bytes.subarray(0, breakage.after));
        return;
      }
      if (breakage.kind === "stall") return new Promise(() => void 0);
      await new Promise((resolve) => later(resolve, 1));
      controller.error(connectionLost("body"));
    },
    cancel: forget
  });
}

export { delivered, isConnectionLost };
