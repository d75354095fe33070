export { contractOver, describeViolation } from './chunk-N2AG7UFI.js';
import './chunk-Z6D3U4QF.js';
