import { isConnectionLost } from './chunk-N7M6TZGL.js';
import { http } from 'msw';

function mockHandlers(mock) {
  const origins = new Set(Object.values(mock.servers).map((server) => new URL(server).origin));
  return [http.all(below([...origins]), ({ request }) => answerOrFail(mock, request))];
}
function below(origins) {
  const literal = (origin) => origin.replace(/[.[\]]/g, "\\$&");
  return new RegExp(`^(?:${origins.map(literal).join("|")})/`);
}
async function answerOrFail(mock, request) {
  try {
    return await mock.fetch(request);
  } catch (error) {
    if (isConnectionLost(error) || request.signal.aborted) return Response.error();
    throw error;
  }
}

export { mockHandlers };
