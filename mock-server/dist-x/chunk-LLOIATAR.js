// src/exchange/mock-problem.ts
function mockProblem(status, code, title, detail) {
  return {
    status,
    headers: {},
    contentType: "application/problem+json",
    body: { type: `urn:chaveiro:problem:${code}`, title, status, detail, code },
    evidence: null,
    source: null
  };
}

export { mockProblem };
