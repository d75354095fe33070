export { appliedSeedView } from './chunk-ZYRKKOXL.js';
import './chunk-Z6D3U4QF.js';
