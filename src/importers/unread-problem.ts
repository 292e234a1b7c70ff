import { type Problem } from '../core/inventory/problem.js';
import { type UnrecognisedFile } from './import-sources.js';

const anything = "no importer recognises this file; give a domicile.yaml, a model card, a config.json or a LiteLLM config, or see 'domicile scan --help'";

/** What to say of a file that no importer recognises: always where it was given itself; where it was found in a folder, only if it looks like something that belongs into an inventory. */
export function unreadProblem({ path, reason }: UnrecognisedFile, given: boolean): Problem | undefined {
  if (given) return { file: path, line: 1, column: 1, code: reason?.code ?? 'unrecognised', message: reason === undefined ? anything : `no importer recognises this file, which ${reason.message}` };
  return reason?.telling === true ? { file: path, line: 1, column: 1, code: reason.code, message: `was not read: it ${reason.message}`, level: 'warning' } : undefined;
}
