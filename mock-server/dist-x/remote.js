export { MockControlError, connectMock } from './chunk-ITNQAF44.js';
import './chunk-2UCZPKFE.js';
export { KeyRuleError } from './chunk-55AK27VV.js';
import './chunk-XROCR4F3.js';
import './chunk-UHFN4SYM.js';
import './chunk-Z6D3U4QF.js';
