import { mockHandlers } from './chunk-HDJICGZK.js';
import { SESSION_HEADER } from './chunk-G4HR55ZT.js';
import { AsyncLocalStorage } from 'async_hooks';
import { setupServer } from 'msw/node';
import { channel } from 'diagnostics_channel';

var TEST_HEADER = "x-mock-test";
function nameRequests(hosts, current) {
  const onUndici = (message) => {
    const { request } = message;
    const name = hosts.has(new URL(request.origin).hostname) ? current() : void 0;
    if (name !== void 0) request.addHeader(TEST_HEADER, name);
  };
  const onHttp = (message) => {
    const { request } = message;
    const name = hosts.has(request.host) && !request.headersSent ? current() : void 0;
    if (name !== void 0) request.setHeader(TEST_HEADER, name);
  };
  const undici = channel("undici:request:create");
  const http = channel("http.client.request.created");
  undici.subscribe(onUndici);
  http.subscribe(onHttp);
  return () => {
    undici.unsubscribe(onUndici);
    http.unsubscribe(onHttp);
  };
}

// src/test-runners/problem-of-request.ts
var PROBLEMS = {
  over: [
    "session_expired",
    "The test is over",
    "This request was made by a test that has ended, so its session is gone. Await what the test starts before it ends."
  ],
  none: [
    "session_expired",
    "No test is running",
    "This request was made while no test with a mock was running. Make it inside of one, or await it before the test ends."
  ],
  many: [
    "session_ambiguous",
    "Whose request is this?",
    "Several tests run at the same time, and this request was made outside of all of them: by a queue, a pool or a timer that existed before. Give each test a key of its own (mock.pingback.accounts.create().keys.create()), hand mock.fetch to your client, or send the header x-mock-session with mock.name."
  ]
};
function problemOfRequest(what) {
  const [code, title, detail] = PROBLEMS[what];
  const body = JSON.stringify({ type: `urn:chaveiro:problem:${code}`, title, status: 409, detail, code });
  return new Response(body, { status: 409, headers: { "content-type": "application/problem+json", "x-mock-decision": code } });
}

// src/test-runners/interception.ts
var currentTest = new AsyncLocalStorage();
function intercept(mock, stray) {
  const running = /* @__PURE__ */ new Map();
  const hosts = new Set(Object.values(mock.servers).map((server2) => new URL(server2).hostname));
  const stopNaming = nameRequests(hosts, () => currentTest.getStore());
  async function answer(request) {
    if (request.headers.has(SESSION_HEADER)) return mock.fetch(request);
    const test = request.headers.get(TEST_HEADER);
    if (test !== null) return running.get(test)?.fetch(request) ?? problemOfRequest("over");
    if (stray === "default" || mock.sessions.owner(request) !== "default") return mock.fetch(request);
    const [only, ...others] = running.values();
    if (!only || others.length > 0) return problemOfRequest(only ? "many" : "none");
    return only.fetch(request);
  }
  const server = setupServer(...mockHandlers({ servers: mock.servers, fetch: (input) => answer(input) }));
  server.listen({ onUnhandledFrame: "bypass" });
  return {
    enter(name, options) {
      const session = mock.session(name, options);
      running.set(name, session);
      return {
        session,
        within: (work) => currentTest.run(name, work),
        stay: () => currentTest.enterWith(name),
        leave() {
          running.delete(name);
          session[Symbol.dispose]();
        }
      };
    },
    close() {
      stopNaming();
      server.close();
    }
  };
}

export { intercept };
