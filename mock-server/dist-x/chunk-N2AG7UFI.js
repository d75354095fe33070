// src/prism/contract-view.ts
function contractOver(check, sessions) {
  const on = () => {
    if (check) return check;
    throw new Error("This mock checks no contract. Make it with createMock({ contract: true }), or start it with --contract.");
  };
  const entries = () => sessions().flatMap(({ name, journal }) => journal.list().map((entry) => ({ ...entry, session: name })));
  return {
    get side() {
      return on().side;
    },
    get found() {
      return on().found;
    },
    get checked() {
      on();
      return entries().filter(({ violations }) => violations !== void 0).length;
    },
    get violations() {
      on();
      return entries().flatMap(
        ({ violations = [], requestId, session, operationId, method, path, status }) => violations.map((violation) => ({
          ...violation,
          requestId,
          session,
          operationId: operationId ?? "",
          method,
          path,
          status
        }))
      );
    }
  };
}
function describeViolation({ side, operationId, method, path, status, place, message }) {
  const where = place === "" || message.includes(place.split(".").at(-1) ?? "") ? "" : `${place}: `;
  const what = side === "request" ? "request" : `answer ${status}`;
  return `${method} ${path} (${operationId}), ${what}: ${where}${message}`;
}

export { contractOver, describeViolation };
