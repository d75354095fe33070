export { parseSeed } from './chunk-VKDPTCTU.js';
import './chunk-VO7X6NOS.js';
import './chunk-OX5GNH2G.js';
import './chunk-OSGOXWAO.js';
import './chunk-XROCR4F3.js';
import './chunk-Z6D3U4QF.js';
