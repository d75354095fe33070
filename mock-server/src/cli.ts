/** Entry point of the command line; `bin/chaveiro.js` calls it. */
export { main } from './cli/main.ts';
