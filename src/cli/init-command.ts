import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assembleSnapshot } from '../core/inventory/assemble-snapshot.js';
import { writeOutput } from '../files/write-output.js';
import { readSourceFiles } from '../files/read-source-files.js';
import { importSources } from '../importers/import-sources.js';
import { type CommandOutput } from './command-output.js';
import { draftManifest } from './draft-manifest.js';

export interface InitOptions {
  readonly folder: string;
  readonly force: boolean;
  /** Day, ISO 8601. */
  readonly today: string;
}

export const initHelp = `
Example:
  $ domicile init
  domicile.yaml: 2 models and 1 deployment found; 14 lines marked 'fill in'

Nothing is asked. What cannot be found is left as a comment that says what to write, and stays unknown until it is.`;

/** `domicile init`: a draft manifest of what the folder's model cards, configurations and gateways show. It never replaces a manifest unasked. */
export async function init({ folder, force, today }: InitOptions): Promise<CommandOutput> {
  const path = join(folder, 'domicile.yaml');
  if (!existsSync(folder)) return { stdout: '', stderr: `${folder}: there is no such folder; create it or name another\n`, exitCode: 2 };
  if (existsSync(path) && !force) return { stdout: '', stderr: `${path}: stands already; edit it, or replace it with --force\n`, exitCode: 2 };
  const { files, problems } = await readSourceFiles([folder]);
  const relative = files.filter((file) => file.path !== path).map((file) => ({ ...file, path: folder === '.' ? file.path : file.path.slice(folder.replace(/\/+$/, '').length + 1) }));
  const imported = importSources(relative);
  const snapshot = assembleSnapshot(imported.fragments, today);
  const draft = draftManifest(snapshot, today);
  await writeOutput(path, draft);
  const marked = draft.split('\n').filter((line) => line.includes('fill in')).length;
  const notes = [...problems, ...imported.problems].map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}\n`);
  return { stdout: `${path}: ${snapshot.models.length} models and ${snapshot.deployments.length} deployments found; ${marked} lines marked 'fill in'\n`, stderr: notes.join(''), exitCode: 0 };
}
