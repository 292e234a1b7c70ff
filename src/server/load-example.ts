import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { bundledFolder } from '../files/bundled-folder.js';
import { theSystem } from './access/the-system.js';
import { firstOrganisation } from './platform/database/first-organisation.js';
import { DomainError } from './platform/problem/domain-error.js';
import { ImportsService } from './register/imports.service.js';
import { RegisterService } from './register/register.service.js';

const collection = 'nordlicht-example';

/** Imports the example organisation into a register that nothing was ever written into; the answer is whether it did. Withdrawing its files retires it again. */
export async function loadExample(app: INestApplicationContext): Promise<boolean> {
  const system = theSystem(firstOrganisation);
  if ((await app.get(RegisterService).revision(system)) > 0) return false;
  const request = { collection, reason: 'example organisation of the first start; withdraw its files to retire it', files: await exampleFiles(bundledFolder('examples/nordlicht')), withdraw: [] };
  const imports = app.get(ImportsService);
  const { digest } = await imports.import(system, request);
  try {
    return (await imports.import(system, { ...request, expects: digest })).applied;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'conflict') return false; // Another server that starts at this moment was first.
    throw error;
  }
}

async function exampleFiles(folder: string): Promise<{ path: string; content: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'));
  const read = paths.filter((path) => !path.startsWith('report/')).sort();
  return Promise.all(read.map(async (path) => ({ path, content: await readFile(join(folder, path), 'utf8') })));
}
