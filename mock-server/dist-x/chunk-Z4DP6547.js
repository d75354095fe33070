import { answerFromExample } from './chunk-HVDHYAHN.js';

// src/exchange/control-guard.ts
var CONTROL_TOKEN_HEADER = "x-mock-control-token";
function checkedToken(token) {
  if (token === void 0 || /^[\x21-\x7e]+$/.test(token)) return token;
  throw new RangeError("A control token has visible ASCII characters alone, and at least one. Leave it out for none.");
}
var READ_ONLY_STATE = "getMockState";
var LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;
function controlRefusal({ document, session, controlToken }, operation, request, requestId) {
  const refuse = (status, decision, example = decision) => ({
    answer: answerFromExample(document.source, status, operation.responses[String(status)], example, { requestId }),
    decision
  });
  if (isForeignPage(request)) return refuse(403, "control_forbidden", "foreign_origin");
  const { door } = request;
  const token = door?.controlToken ?? controlToken;
  if (token !== void 0)
    return bringsToken(session, request.headers, token) ? void 0 : refuse(401, "control_token_required");
  return door?.exposed && operation.id !== READ_ONLY_STATE ? refuse(403, "control_forbidden") : void 0;
}
function bringsToken({ vault }, headers, token) {
  const bearer = /^bearer +(\S+)\s*$/i.exec(headers.get("authorization") ?? "")?.[1];
  const wanted = vault.fingerprint(token);
  return [headers.get(CONTROL_TOKEN_HEADER), bearer].some((given) => !!given && vault.fingerprint(given) === wanted);
}
function isForeignPage({ headers, url }) {
  const origin = headers.get("origin");
  if (origin === null) return false;
  if (!URL.canParse(origin)) return true;
  const { hostname, host } = new URL(origin);
  return !LOOPBACK.test(hostname) && host !== url.host;
}

// src/exchange/request.ts
var MAX_BODY_BYTES = 10485760;
async function readRequest(request) {
  const base = { method: request.method, url: new URL(request.url), headers: request.headers, gone: () => request.signal };
  if (request.body === null) return { ...base, body: void 0, tooLarge: false };
  const announced = request.headers.get("content-length");
  if (Number(announced) > MAX_BODY_BYTES) {
    await request.body?.cancel();
    return { ...base, body: void 0, tooLarge: true };
  }
  if (announced !== null || !request.body) return { ...base, ...whole(new Uint8Array(await request.arrayBuffer())) };
  const chunks = [];
  let size = 0;
  const reader = request.body.getReader();
  for (; ; ) {
    const { done, value } = await reader.read();
    if (done) return { ...base, body: size > 0 ? concatenate(chunks, size) : void 0, tooLarge: false };
    size += value.length;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      return { ...base, body: void 0, tooLarge: true };
    }
    chunks.push(value);
  }
}
function whole(body) {
  const tooLarge = body.length > MAX_BODY_BYTES;
  return { body: tooLarge || body.length === 0 ? void 0 : body, tooLarge };
}
function concatenate(chunks, size) {
  const [only, ...others] = chunks;
  if (only && others.length === 0) return only;
  const all = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

export { MAX_BODY_BYTES, checkedToken, controlRefusal, readRequest };
