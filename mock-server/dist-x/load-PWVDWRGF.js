export { PrismUnavailableError, assertNodeRunsPrism, loadPrism } from './chunk-QPKCAVO4.js';
import './chunk-Z6D3U4QF.js';
