'use strict';

var stream = require('stream');
var path = require('path');
var promises = require('fs/promises');
var zlib = require('zlib');

// src/exchange/control-guard.ts
function checkedToken(token) {
  if (token === void 0 || /^[\x21-\x7e]+$/.test(token)) return token;
  throw new RangeError("A control token has visible ASCII characters alone, and at least one. Leave it out for none.");
}

// src/transports/http/neutral.ts
function problem(status, code, title, detail) {
  return { status, body: JSON.stringify({ type: "about:blank", title, status, detail, code }) };
}
function problemAnswer(...parts) {
  const { status, body } = problem(...parts);
  return { status, headers: { "content-type": "application/problem+json", "x-mock-decision": parts[1] }, body };
}
var PARSER_ERRORS = {
  HPE_HEADER_OVERFLOW: [431, "headers_too_large", "Headers too large", "Send less than 64 KB of request line and headers."],
  ERR_HTTP_REQUEST_TIMEOUT: [
    408,
    "request_timeout",
    "Request timeout",
    "The request was not complete in time. Check its Content-Length against what is sent."
  ]
};
var MALFORMED = [
  400,
  "malformed_request",
  "Malformed request",
  "This is not valid HTTP/1.1. Check the request line, the headers and the body length."
];
function parserProblem(code) {
  return rawProblem(...PARSER_ERRORS[code ?? ""] ?? MALFORMED);
}
function rawProblem(...[status, name, title, detail]) {
  const { body } = problem(status, name, title, detail);
  return `HTTP/1.1 ${status} ${title}\r
content-type: application/problem+json\r
content-length: ${Buffer.byteLength(body)}\r
connection: close\r
\r
${body}`;
}

// src/transports/streamed-body.ts
var MOST_WAITING = 1e3;
function streamedBody(start) {
  const encoder = new TextEncoder();
  let stop2;
  let over = false;
  const end = () => {
    over = true;
    stop2?.();
    stop2 = void 0;
  };
  return new ReadableStream(
    {
      start(controller) {
        const close = () => {
          if (over) return;
          end();
          controller.close();
        };
        stop2 = start({
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

// src/transports/http/write-outgoing.ts
function writeOutgoing(response, outgoing) {
  const { status, headers, body, breakage, stream } = outgoing;
  const text = response.req.method === "HEAD" ? void 0 : body;
  if (breakage) breakOff(response, outgoing, breakage);
  else if (stream) writePieces(response, outgoing, stream);
  else if (text === void 0) response.writeHead(status, onTheWire(headers)).end();
  else response.writeHead(status, onTheWire(headers, Buffer.byteLength(text))).end(text);
}
function onTheWire(headers, contentLength) {
  const tidy = inOrder(headers) ? headers : tidied(headers);
  const wire = [];
  for (const name in tidy) wire.push(name, tidy[name] ?? "");
  if (contentLength !== void 0) wire.push("content-length", contentLength);
  return wire;
}
function inOrder(headers) {
  let before = "";
  for (const name in headers) {
    if (name <= before || name !== name.toLowerCase()) return false;
    before = name;
  }
  return true;
}
function tidied(headers) {
  const tidy = {};
  for (const name of Object.keys(headers).sort(inAnyCase)) {
    const lower = name.toLowerCase();
    const value = headers[name] ?? "";
    tidy[lower] = Object.hasOwn(tidy, lower) ? `${tidy[lower]}, ${value}` : value;
  }
  return tidy;
}
function inAnyCase(one, other) {
  return one.toLowerCase() < other.toLowerCase() ? -1 : 1;
}
function writePieces(response, { status, headers }, stream$1) {
  response.writeHead(status, onTheWire(headers));
  response.flushHeaders();
  if (response.req.method === "HEAD") response.end();
  else stream.pipeline(stream.Readable.fromWeb(streamedBody(stream$1)), response, () => void 0);
}
function breakOff(response, { status, headers, body = "" }, breakage) {
  response.on("error", () => void 0);
  if (breakage.kind === "drop") {
    response.socket?.destroy();
    return;
  }
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, "content-length": bytes.length });
  response.write(bytes.subarray(0, breakage.after), () => {
    if (breakage.kind === "truncate") response.socket?.destroy();
  });
}

// src/transports/http/broken-requests.ts
var FAREWELL_MS = 2e3;
function refuseBrokenRequests(server) {
  const recent = /* @__PURE__ */ new WeakMap();
  const leaving = /* @__PURE__ */ new WeakSet();
  server.on("request", ({ socket }, response) => {
    const known = recent.get(socket);
    if (!known) return void recent.set(socket, { before: void 0, last: response });
    known.before = known.last;
    known.last = response;
  });
  server.on("clientError", (error, socket) => {
    if (leaving.has(socket)) return;
    if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
    leaving.add(socket);
    const { before, last } = recent.get(socket) ?? {};
    const broken = last?.req.complete === false ? last : void 0;
    const good = broken ? before : last;
    const refuse = () => farewell(socket, broken?.headersSent ? void 0 : parserProblem(error.code));
    if (good && !good.writableFinished && !good.closed) good.once("close", refuse);
    else refuse();
  });
  server.on("connect", (_, socket) => {
    const detail = "This is a mock and no proxy: it opens no tunnels. Send your request to its own address.";
    socket.on("error", () => socket.destroy());
    farewell(socket, rawProblem(405, "method_not_allowed", "Method not allowed", detail));
  });
  server.on("checkExpectation", (_, response) => {
    const detail = 'The header Expect may say "100-continue" and nothing else. Leave it out.';
    writeOutgoing(response, problemAnswer(417, "expectation_failed", "Expectation failed", detail));
  });
}
function farewell(socket, text) {
  if (socket.destroyed) return;
  if (text === void 0 || !socket.writable) socket.end();
  else socket.end(text);
  const timer = setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
  socket.once("close", () => clearTimeout(timer));
}

// package.json
var package_default = {
  version: "0.1.0"};

// src/version.ts
var version = package_default.version;

// src/transports/http/console/about.ts
var WITNESS = { operationId: "getAccount", path: "/accounts/{accountId}" };
function aboutOf(document) {
  const schemes = Object.values(document.components.securitySchemes);
  const withKeys = new Set(schemes.flatMap((scheme) => scheme["x-key-policy"]?.platform ?? []));
  return {
    version,
    consolePrefix: consolePrefix(document),
    platforms: Object.entries(document["x-platforms"]).filter(([id]) => withKeys.has(id)).map(([id, { title, server }]) => ({ id, title, server: server ?? null })),
    users: schemes.flatMap((scheme) => scheme["x-zero-setup-sessions"] ?? [])
  };
}
function consolePrefix({ paths }) {
  const found = Object.keys(paths).find(
    (path) => path.endsWith(WITNESS.path) && paths[path]?.get?.operationId === WITNESS.operationId
  );
  return found?.slice(0, -WITNESS.path.length) ?? "";
}
var TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8"
};
var WORTH_ZIPPING = 1024;
async function readFiles(folder) {
  const found = await promises.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    found.filter((entry) => entry.isFile()).map(async (entry) => {
      const path$1 = path.join(entry.parentPath, entry.name);
      const name = path$1.slice(folder.length + 1).replaceAll(path.sep, "/");
      return [name, pageFile(name, await promises.readFile(path$1))];
    })
  );
  const all = new Map(files);
  return all.has("index.html") ? all : void 0;
}
function pageFile(name, bytes) {
  const type = TYPES[path.extname(name)] ?? "application/octet-stream";
  const zippable = bytes.length >= WORTH_ZIPPING && !type.startsWith("font/");
  let zipped;
  return { type, bytes, zipped: () => zippable ? zipped ??= zlib.gzipSync(bytes) : void 0, named: name.startsWith("assets/") };
}

// src/transports/http/console/index.ts
var CONSOLE_PATH = "/__mock/console";
var NOT_BUILT = `The mock is running. Its web console has not been built yet. Build it with

  npm run build --workspace @chaveiro/mock-server

and start the mock again.
`;
var POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
var OWN_POLICIES = {
  "reference.html": POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
};
var HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin"
};
function consolePages(document, folder = builtPage()) {
  const rootIsFree = !("/" in document.paths);
  let reading;
  let [about, described] = [];
  async function find(name, incoming) {
    if (name === "about.json") return about ??= json(aboutOf(document));
    if (name === "document.json") return described ??= json(document);
    const files = await (reading ??= readFiles(folder));
    const file = files?.get(name);
    if (file) return asSent(file, incoming, OWN_POLICIES[name] ?? POLICY);
    if (!files) return { status: 503, headers: { "content-type": "text/plain; charset=utf-8" }, body: NOT_BUILT };
    return refusal(404, "unknown_path", "Unknown path", "The console has no such file. Open / and let it load what it needs.");
  }
  function nameOf({ pathname }, { headers }) {
    if (pathname === "/") return rootIsFree && headers.accept?.includes("text/html") ? "index.html" : void 0;
    if (!pathname.startsWith(CONSOLE_PATH)) return void 0;
    const rest = pathname.slice(CONSOLE_PATH.length);
    if (rest === "" || rest === "/") return "index.html";
    return rest.startsWith("/") ? rest.slice(1) : void 0;
  }
  return (incoming, response, url) => {
    const name = nameOf(url, incoming);
    if (name === void 0) return void 0;
    if (incoming.method === "GET" || incoming.method === "HEAD")
      return find(name, incoming).then((found) => send(response, found));
    if (url.pathname === "/") return void 0;
    return Promise.resolve(
      send(response, refusal(405, "method_not_allowed", "Method not allowed", "The files of the console can be read, no more."))
    );
  };
}
function asSent({ type, bytes, zipped, named }, { headers }, policy) {
  const packed = /\bgzip\b/.test(String(headers["accept-encoding"] ?? "")) ? zipped() : void 0;
  return {
    status: 200,
    headers: {
      "content-type": type,
      "content-security-policy": policy,
      "cache-control": named ? "public, max-age=31536000, immutable" : "no-cache",
      vary: "accept-encoding",
      ...packed && { "content-encoding": "gzip" }
    },
    body: packed ?? bytes
  };
}
function json(value) {
  const headers = { "content-type": "application/json", "cache-control": "no-cache" };
  return { status: 200, headers, body: Buffer.from(JSON.stringify(value)) };
}
function refusal(...parts) {
  const { status, body } = problem(...parts);
  return { status, headers: { "content-type": "application/problem+json", "x-mock-decision": parts[1] }, body };
}
function send(response, { status, headers, body }) {
  response.writeHead(status, {
    "content-security-policy": POLICY,
    ...HEADERS,
    ...headers,
    "content-length": Buffer.byteLength(body)
  });
  response.end(response.req.method === "HEAD" ? void 0 : body);
}
function builtPage() {
  const here = undefined ?? __dirname;
  const inSources = /[\\/]src[\\/]transports[\\/]http[\\/]console$/.test(here);
  return path.join(here, inSources ? "../../../../dist/console" : "console");
}

// src/exchange/request.ts
var MAX_BODY_BYTES = 10485760;

// src/transports/http/guard.ts
var LOOPBACK = /* @__PURE__ */ new Set(["localhost", "127.0.0.1", "[::1]"]);
function hostRefusal({ hostname }, allowed = []) {
  if (LOOPBACK.has(hostname) || hostname.endsWith(".localhost") || allowed.includes(hostname)) return void 0;
  return problemAnswer(
    421,
    "unknown_host",
    "Unknown host",
    `This mock answers to localhost only, and the request was for "${hostname}". Allow the name with --allow-host if it is yours.`
  );
}

// src/transports/http/read-incoming.ts
function readIncoming(incoming, response, url, door) {
  const { method = "GET", rawHeaders } = incoming;
  const readBody = hasBody(incoming) ? bodyOf(incoming) : NO_BODY;
  const withBody = ({ body, tooLarge }) => {
    return { method, url, headers: new NodeHeaders(rawHeaders), body, tooLarge, gone: goneSignal(response), door };
  };
  return readBody instanceof Promise ? readBody.then(withBody) : withBody(readBody);
}
var NO_BODY = { body: void 0, tooLarge: false };
var TOO_LARGE = { body: void 0, tooLarge: true };
function hasBody({ method, headers }) {
  if (method === "GET" || method === "HEAD" || method === "TRACE") return false;
  return headers["transfer-encoding"] !== void 0 || Number(headers["content-length"] ?? 0) > 0;
}
function bodyOf(incoming) {
  if (Number(incoming.headers["content-length"]) > MAX_BODY_BYTES) return TOO_LARGE;
  if (incoming.complete) return { body: incoming.read() ?? void 0, tooLarge: false };
  return incoming.destroyed ? Promise.reject(cutOff()) : collected(incoming);
}
function cutOff() {
  return Object.assign(new Error("aborted"), { code: "ECONNRESET" });
}
function collected(incoming) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let size = 0;
    const collect = (chunk) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else {
        incoming.off("data", collect);
        resolve(TOO_LARGE);
      }
    };
    incoming.on("data", collect);
    incoming.on("end", () => resolve({ body: size > 0 ? whole(chunks) : void 0, tooLarge: false }));
    incoming.on("error", reject);
  });
}
function whole(chunks) {
  const [only, ...others] = chunks;
  return only && others.length === 0 ? only : Buffer.concat(chunks);
}
var NodeHeaders = class {
  #raw;
  /** @param raw names and values in turn. */
  constructor(raw) {
    this.#raw = raw;
  }
  get(name) {
    const raw = this.#raw;
    const wanted = name.toLowerCase();
    let value = null;
    for (let i = 0; i < raw.length; i += 2) {
      const sent = raw[i];
      if (sent?.length !== wanted.length || sent.toLowerCase() !== wanted) continue;
      const more = raw[i + 1] ?? "";
      value = value === null ? more : value + (wanted === "cookie" ? "; " : ", ") + more;
    }
    return value;
  }
  [Symbol.iterator]() {
    const headers = new Headers();
    for (let i = 0; i < this.#raw.length; i += 2) headers.append(this.#raw[i] ?? "", this.#raw[i + 1] ?? "");
    return headers[Symbol.iterator]();
  }
};
function goneSignal(response) {
  let abort;
  return () => {
    if (abort) return abort.signal;
    abort = new AbortController();
    const leave = () => {
      if (!response.writableFinished) abort?.abort("The client went away.");
    };
    if (response.closed) leave();
    else response.once("close", leave);
    return abort.signal;
  };
}

// src/transports/http/turns.ts
var { setImmediate: atTheEnd } = globalThis;
function inTurns(prepare) {
  let waiting = [];
  const work = () => {
    const items = waiting;
    waiting = [];
    const lastSteps = [];
    for (const item of items) lastSteps.push(prepare(item));
    for (const finish2 of lastSteps) finish2();
  };
  return (item) => {
    if (waiting.push(item) === 1) atTheEnd(work);
  };
}

// src/transports/http/url-of.ts
var PLAIN_HOST = /^[a-z0-9._-]+(:\d+)?$/i;
var PLAIN_TARGET = /^\/[\w~!$&()*+,;=:@%/.-]*(\?[\w~!$&()*+,;=:@%/?.-]+)?$/;
var DOTS = /\/(\.|%2e)/i;
var hosts = /* @__PURE__ */ new Map();
var MOST_HOSTS = 100;
function urlOf(target, host) {
  const known = hosts.get(host);
  if (known && PLAIN_TARGET.test(target) && !DOTS.test(target)) return new PlainUrl(known, target);
  if (target.split("?", 1)[0]?.includes("\\")) return void 0;
  if (/^https?:\/\//.test(target)) return URL.parse(target) ?? void 0;
  const url = target.startsWith("/") ? URL.parse(`http://${host}${target}`) : null;
  if (!url || !PLAIN_HOST.test(host) && url.hostname !== host.replace(/:\d+$/, "").toLowerCase()) return void 0;
  if (hosts.size >= MOST_HOSTS) hosts.clear();
  hosts.set(host, { host: url.host, hostname: url.hostname });
  return url;
}
var PlainUrl = class {
  host;
  hostname;
  pathname;
  search;
  #params;
  constructor({ host, hostname }, target) {
    this.host = host;
    this.hostname = hostname;
    const end = target.indexOf("?");
    this.pathname = end < 0 ? target : target.slice(0, end);
    this.search = end < 0 ? "" : target.slice(end);
  }
  get searchParams() {
    return this.#params ??= new URLSearchParams(this.search);
  }
  get href() {
    return `http://${this.host}${this.pathname}${this.search}`;
  }
};

// src/transports/http/listener.ts
var LEFT_OVER_MS = 500;
var LEFT_OVER_BYTES = 6 * MAX_BODY_BYTES;
function createListener(mock, allowedHosts, door, pages) {
  const take = inTurns(({ incoming, response }) => {
    const outgoing = answerOrFail(incoming, response);
    if (!(outgoing instanceof Promise)) return () => finish(incoming, response, outgoing);
    return () => void outgoing.then((late) => finish(incoming, response, late));
  });
  return (incoming, response) => take({ incoming, response });
  function answerOrFail(incoming, response) {
    try {
      const outgoing = answer(incoming, response);
      return outgoing instanceof Promise ? outgoing.catch(failure) : outgoing;
    } catch (error) {
      return failure(error);
    }
  }
  function answer(incoming, response) {
    const url = urlOf(incoming.url ?? "", incoming.headers.host ?? "");
    if (!url) return malformed();
    const refused = hostRefusal(url, allowedHosts);
    if (refused) return refused;
    const page = pages?.(incoming, response, url);
    if (page) return page.then(() => void 0);
    const request = readIncoming(incoming, response, url, door);
    return request instanceof Promise ? request.then(answerUnlessGone) : answerUnlessGone(request);
  }
  function answerUnlessGone(request) {
    const outgoing = mock.answer(request);
    if (!(outgoing instanceof Promise)) return outgoing;
    return outgoing.catch((error) => {
      if (request.gone?.().aborted) return void 0;
      throw error;
    });
  }
}
function finish(incoming, response, outgoing) {
  try {
    if (outgoing) writeOutgoing(response, outgoing);
  } catch (error) {
    writeOutgoing(response, failure(error));
  }
  if (!incoming.complete) readLeftOver(incoming);
}
function malformed() {
  const detail = "The request target or the Host header is not valid.";
  return problemAnswer(400, "malformed_request", "Malformed request", detail);
}
function failure(error) {
  if (isCutOff(error))
    return problemAnswer(
      400,
      "incomplete_request",
      "Incomplete request",
      "The connection ended before the whole request had come."
    );
  console.error("The mock failed. Please report this.", error);
  return problemAnswer(
    500,
    "server_error",
    "The mock failed",
    "This is a bug of the mock, not of your request. Its terminal shows the error."
  );
}
function isCutOff(error) {
  return error instanceof Error && "code" in error && error.code === "ECONNRESET";
}
function readLeftOver(incoming) {
  let size = 0;
  const cutOff2 = () => incoming.socket.destroySoon();
  const timer = setTimeout(cutOff2, LEFT_OVER_MS).unref();
  incoming.on("data", (chunk) => {
    size += chunk.length;
    if (size > LEFT_OVER_BYTES) cutOff2();
  });
  incoming.on("close", () => clearTimeout(timer));
  incoming.resume();
}

// src/transports/http/serve.ts
var { createServer } = process.getBuiltinModule("node:http");
var MAX_HEADER_BYTES = 65536;
var REQUEST_TIMEOUT_MS = 3e4;
var TICK_MS = 250;
async function serveMock(mock, options = {}) {
  const host = options.host ?? "127.0.0.1";
  const wanted = options.port ?? 4010;
  const door = { exposed: !isLoopback(host), controlToken: checkedToken(options.controlToken) };
  const server = createHttpServer(mock, [...options.allowedHosts ?? [], host], door, pagesOf(mock, options));
  const port = await listen(server, wanted, host);
  const ticking = setInterval(() => mock.tick(), TICK_MS);
  const close = () => {
    clearInterval(ticking);
    return stop(server);
  };
  return { port, url: `http://${urlHost(host)}:${port}`, close, [Symbol.asyncDispose]: close };
}
function pagesOf({ document }, { console: wanted = true }) {
  if (!document || wanted === false) return void 0;
  return consolePages(document, wanted === true ? void 0 : wanted);
}
function createHttpServer(mock, allowedHosts, door, pages) {
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, requestTimeout: REQUEST_TIMEOUT_MS, requireHostHeader: false },
    createListener(mock, allowedHosts, door, pages)
  );
  refuseBrokenRequests(server);
  return server;
}
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once(
      "error",
      (error) => reject(error.code === "EADDRINUSE" ? new PortInUseError(port) : error)
    );
    server.listen(port, host, () => resolve(server.address().port));
  });
}
function stop(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
function isLoopback(host) {
  return host === "localhost" || host === "::1" || /^127(\.\d+){3}$/.test(host);
}
function urlHost(host) {
  if (host === "0.0.0.0" || host === "127.0.0.1") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
var PortInUseError = class extends Error {
  name = "PortInUseError";
  port;
  constructor(port) {
    super(`Port ${port} is in use by another program. Choose another one with --port, or --port 0 for any free one.`);
    this.port = port;
  }
};

exports.PortInUseError = PortInUseError;
exports.serveMock = serveMock;
