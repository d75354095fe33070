/** What a request is answered that was made outside of every test, or after its own. */

const PROBLEMS = {
  over: [
    'session_expired',
    'The test is over',
    'This request was made by a test that has ended, so its session is gone. Await what the test starts before it ends.',
  ],
  none: [
    'session_expired',
    'No test is running',
    'This request was made while no test with a mock was running. Make it inside of one, or await it before the test ends.',
  ],
  many: [
    'session_ambiguous',
    'Whose request is this?',
    'Several tests run at the same time, and this request was made outside of all of them: by a queue, a pool or a timer that existed before. Give each test a key of its own (mock.pingback.accounts.create().keys.create()), hand mock.fetch to your client, or send the header x-mock-session with mock.name.',
  ],
} as const;

export function problemOfRequest(what: keyof typeof PROBLEMS): Response {
  const [code, title, detail] = PROBLEMS[what];
  const body = JSON.stringify({ type: `urn:chaveiro:problem:${code}`, title, status: 409, detail, code });
  return new Response(body, { status: 409, headers: { 'content-type': 'application/problem+json', 'x-mock-decision': code } });
}
