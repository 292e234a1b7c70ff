#!/usr/bin/env node
'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script, constants } = require('node:vm');

const file = join(__dirname, 'cli', 'domicile.cjs');
// Compiled code of what a command runs: of the decisions apart, so that neither start reads the other's.
const cacheFile = `${file}.${process.version}.${process.arch}.${['cost', 'decide'].includes(process.argv[2]) ? 'decide' : 'check'}.cache`;

function readCache() {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

// The bundle is one function in plain ASCII: each byte is a character, and nothing need be decoded or put together.
const source = readFileSync(file, 'latin1');
const cachedData = readCache();
const script = new Script(source, {
  filename: file,
  ...(cachedData === undefined ? {} : { cachedData }),
  ...(constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER === undefined ? {} : { importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER }),
});
const module_ = { exports: {} };
script.runInThisContext()(module_.exports, createRequire(file), module_, file, join(__dirname, 'cli'));
if (process.env.DOMICILE_WRITE_CODE_CACHE === '1') process.once('exit', () => writeFileSync(cacheFile, script.createCachedData()));
