import { serveMock } from './chunk-I42PSZ2Y.js';
import { createMock } from './chunk-G4HR55ZT.js';
import './chunk-4HT7GTIE.js';
import './chunk-CFO2XY6P.js';
import './chunk-G5JZZHNQ.js';
import './chunk-VO7X6NOS.js';
import './chunk-LLOIATAR.js';
import './chunk-RREXESEU.js';
import './chunk-RSEDY5BX.js';
import './chunk-CG3EQCOC.js';
import './chunk-NRJFHYBT.js';
import './chunk-YHB2EGH4.js';
import './chunk-QPKCAVO4.js';
import './chunk-CNIPTANC.js';
import './chunk-PYFF5V7Q.js';
import './chunk-N2AG7UFI.js';
import './chunk-ZYRKKOXL.js';
import './chunk-AGIGHK7M.js';
import './chunk-Z4DP6547.js';
import './chunk-HVDHYAHN.js';
import './chunk-XRMKHRUA.js';
import './chunk-OX5GNH2G.js';
import './chunk-OSGOXWAO.js';
import './chunk-N7M6TZGL.js';
import './chunk-56N2VLVZ.js';
import { connectMock } from './chunk-ITNQAF44.js';
import './chunk-2UCZPKFE.js';
import './chunk-55AK27VV.js';
import './chunk-XROCR4F3.js';
import './chunk-UHFN4SYM.js';
import { __using, __callDispose } from './chunk-Z6D3U4QF.js';
import { randomUUID } from 'crypto';

var mockFixtures = {
  mockServer: [
    // Playwright reads the names of the fixtures that it needs from the pattern, and here are none.
    async ({}, use) => {
      var _stack = [];
      try {
        const shared = process.env.CHAVEIRO_URL;
        if (shared) return use({ url: shared.replace(/\/+$/, "") });
        const running = __using(_stack, await serveMock(createMock(), { port: 0 }), true);
        await use({ url: running.url });
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    },
    { scope: "worker" }
  ],
  mock: async ({ mockServer }, use) => {
    var _stack = [];
    try {
      const token = process.env.CHAVEIRO_CONTROL_TOKEN;
      const server = connectMock(mockServer.url, token === void 0 ? {} : { token });
      const name = `playwright-${randomUUID()}`;
      const session = __using(_stack, await server.session(name), true);
      await use(Object.assign(session, { url: `${mockServer.url}/~${name}` }));
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
};

export { mockFixtures };
