import { type CodeMarker } from '../core/reference/code-markers.js';
import { type Overlaid } from '../core/reference/reference-facts.js';
import { type Problem } from '../core/inventory/problem.js';
import { type CodeFile } from './code-file.js';
import { type CodeHit } from '../core/inventory/code-hit.js';
import { languageOf } from './language-of.js';
import { type KnownProviders, providerMarks } from './provider-marks.js';
import { scanFile } from './scan-file.js';
import { hostsOfSettings } from './settings-targets.js';
import { tokensOf } from './tokens-of.js';

export interface CodeScan {
  /** By file, then place. */
  readonly hits: readonly CodeHit[];
  readonly problems: readonly Problem[];
  /** Files that were looked through. */
  readonly files: number;
}

const mostHits = 20_000;

/** What code and its configuration call, as far as the marks tell. Files that speak to this program itself (manifests, packs, waivers, overlays of facts) are not code. */
export function scanCode(files: readonly CodeFile[], { codeMarkers }: { readonly codeMarkers: readonly Overlaid<CodeMarker>[] }, known: KnownProviders): CodeScan {
  const marks = providerMarks(codeMarkers, known);
  const paths = new Set(files.map(({ path }) => path));
  const environments = files.filter(isEnvironment).map((file) => ({ folder: folderOf(file.path), hosts: hostsOfSettings(tokensOf(file.text, 'settings').filter(({ kind }) => kind !== 'comment')) }));
  const hits: CodeHit[] = [];
  const problems: Problem[] = [];
  let read = 0;
  for (const file of files) {
    const language = languageOf(file.path);
    if (language === undefined || (language === 'settings' && isOwnDocument(file.text))) continue;
    read++;
    const folder = folderOf(file.path);
    const above = environments.filter((each) => folder.startsWith(each.folder)).sort((a, b) => b.folder.length - a.folder.length);
    const { hits: found, fault } = scanFile(file, language, {
      marks,
      hostOfVariable: (name) => above.find(({ hosts }) => hosts.has(name))?.hosts.get(name),
      isOwnModule: (module) => language === 'python' && [`${folder}${module.split('.')[0]}.py`, `${folder}${module.split('.')[0]}/__init__.py`].some((path) => path !== file.path && paths.has(path)),
    });
    hits.push(...found);
    if (fault !== undefined) problems.push({ file: file.path, line: file.text.slice(0, fault).split('\n').length, column: 1, code: 'json-syntax', message: 'cannot be read as JSON, so its MCP servers are not known; correct it here', level: 'warning' });
    if (hits.length > mostHits) return { hits: hits.slice(0, mostHits), problems: [...problems, { file: file.path, code: 'too-many', message: `more than ${mostHits} places name a provider; name a smaller folder` }], files: read };
  }
  return { hits, problems, files: read };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Settings that a program is run with; examples and those of tests give no address. */
const isEnvironment = ({ path }: CodeFile): boolean => /(^|\/)\.env(\.(local|production|prod|live))*$/.test(path);

/** By its first line that says something, so that settings which merely hold such a word further down are looked through. */
function isOwnDocument(text: string): boolean {
  const first = text.slice(0, 4_096).split('\n').find((line) => !/^\uFEFF?\s*(#.*|---.*)?\s*$/.test(line)) ?? '';
  return /^\uFEFF?(domicile\s*:\s*\d+|overlay\s*:\s*[\w-]+|apiVersion\s*:\s*domicile\/\S+)\s*(#.*)?$/.test(first);
}
