export { SeedError, shown } from './chunk-XROCR4F3.js';
import './chunk-Z6D3U4QF.js';
