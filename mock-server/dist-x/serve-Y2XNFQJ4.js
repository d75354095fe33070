export { PortInUseError, serveMock } from './chunk-I42PSZ2Y.js';
import './chunk-Z4DP6547.js';
import './chunk-HVDHYAHN.js';
import './chunk-XRMKHRUA.js';
import './chunk-OX5GNH2G.js';
import './chunk-OSGOXWAO.js';
import './chunk-56N2VLVZ.js';
import './chunk-Z6D3U4QF.js';
