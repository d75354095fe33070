import { parseSeed } from './chunk-VKDPTCTU.js';
import './chunk-4HT7GTIE.js';
import './chunk-G5JZZHNQ.js';
import './chunk-VO7X6NOS.js';
import './chunk-NRJFHYBT.js';
import './chunk-ZYRKKOXL.js';
import './chunk-OX5GNH2G.js';
import './chunk-OSGOXWAO.js';
import './chunk-55AK27VV.js';
import { SeedError } from './chunk-XROCR4F3.js';
import './chunk-UHFN4SYM.js';
import './chunk-Z6D3U4QF.js';

// src/cli/seed-file.ts
function loadSeedFile(mock, file, text) {
  const { seed, located } = parseSeed(text, file);
  try {
    return mock.load(seed);
  } catch (error) {
    throw error instanceof SeedError ? located(error) : error;
  }
}

export { loadSeedFile };
