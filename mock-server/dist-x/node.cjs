'use strict';

var node = require('msw/node');
var msw = require('msw');

// src/node.ts

// src/transports/deliver.ts
function isConnectionLost(error) {
  return error instanceof TypeError && error.cause?.code === "ECONNRESET";
}
new TextEncoder();

// src/transports/msw.ts
function mockHandlers(mock) {
  const origins = new Set(Object.values(mock.servers).map((server) => new URL(server).origin));
  return [msw.http.all(below([...origins]), ({ request }) => answerOrFail(mock, request))];
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

// src/node.ts
function setupMockServer(mock) {
  return node.setupServer(...mockHandlers(mock));
}

exports.mockHandlers = mockHandlers;
exports.setupMockServer = setupMockServer;
