import { intercept } from './chunk-VMQ3D4LF.js';
import './chunk-HDJICGZK.js';
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
import './chunk-2UCZPKFE.js';
import './chunk-55AK27VV.js';
import './chunk-XROCR4F3.js';
import './chunk-UHFN4SYM.js';
import './chunk-Z6D3U4QF.js';
import { test } from 'vitest';

var worlds = test.extend("mockInterception", { scope: "worker" }, ({}, { onCleanup }) => {
  const interception = intercept(createMock({ sessions: { count: 1e5, idle: "30d" } }), "only test");
  onCleanup(interception.close);
  return interception;
}).extend("mockOptions", {}).extend("mockWorld", { auto: true }, ({ mockInterception, mockOptions, task }, { onCleanup }) => {
  const options = Object.keys(mockOptions).length > 0 ? mockOptions : void 0;
  const entered = mockInterception.enter(`test-${task.id.replaceAll(/[^\w.-]/g, "-")}`, options);
  onCleanup(entered.leave);
  entered.stay();
  return entered;
}).extend("mock", ({ mockWorld }) => mockWorld.session);
worlds.aroundEach((runTest, { mockWorld }) => mockWorld ? mockWorld.within(runTest) : runTest());
var mockTest = worlds;

export { mockTest };
