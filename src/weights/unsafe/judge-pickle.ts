import { readableText } from '../../core/inventory/readable-text.js';
import { type UnsafeFinding } from '../weights-report.js';
import { judgePickleGlobal } from './pickle-globals.js';
import { type PickleScan } from './scan-pickle.js';

const listed = 50;

/** What loading the pickle `where` would run, the worst first. A pickle that imports only known harmless names yields one notice. */
export function judgePickle(scan: PickleScan, where: string): UnsafeFinding[] {
  const dangerous: UnsafeFinding[] = [];
  const suspicious: UnsafeFinding[] = [];
  for (const { module, name } of scan.imports) {
    if (module === undefined || name === undefined) {
      dangerous.push({ code: 'pickle-import', level: 'dangerous', message: `${where} computes the name of what it imports, which only hides it; do not load it` });
      continue;
    }
    const verdict = judgePickleGlobal(module, name);
    const what = readableText(`${module}.${name}`);
    if (verdict === 'dangerous') dangerous.push({ code: 'pickle-import', level: 'dangerous', what, message: `${where} imports ${what}, which can run commands when the file is loaded; do not load it` });
    if (verdict === 'unlisted') suspicious.push({ code: 'pickle-import', level: 'suspicious', what, message: `${where} imports ${what}, which is on no list of harmless names; read what it does before loading, or convert to safetensors` });
  }
  const findings = [...dangerous, ...suspicious];
  if (findings.length === 0) return [{ code: 'pickle', level: 'notice', message: `${where} is a pickle, a format that can run code; this one imports only names known to be harmless` }];
  return findings.length <= listed ? findings : [...findings.slice(0, listed), { code: 'pickle-import', level: findings[listed]?.level ?? 'suspicious', message: `${where} imports ${findings.length - listed} more such names` }];
}
