import { mockHandlers } from './chunk-HDJICGZK.js';
export { mockHandlers } from './chunk-HDJICGZK.js';
import './chunk-N7M6TZGL.js';
import './chunk-56N2VLVZ.js';
import './chunk-Z6D3U4QF.js';
import { setupServer } from 'msw/node';

function setupMockServer(mock) {
  return setupServer(...mockHandlers(mock));
}

export { setupMockServer };
