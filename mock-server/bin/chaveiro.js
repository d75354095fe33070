#!/usr/bin/env node
import module from 'node:module';

// Compiled code is kept between starts where this Node can; the program itself comes after that, so that it is kept too.
module.enableCompileCache?.();
const { main } = await import('../dist/cli.js');

process.exitCode = await main(process.argv.slice(2));
