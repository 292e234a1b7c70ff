import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { byCodeUnit } from '../core/inventory/by-code-unit.js';
import { systemErrorCode } from './system-error-code.js';
import { type WeightsProblem } from './weights-report.js';

export interface WalkedFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  /** Where to open it: the target, where the file is a link inside the folder. */
  readonly location: string;
  readonly bytes: number;
  readonly link: boolean;
}

export interface WeightsWalk {
  readonly files: readonly WalkedFile[];
  /** What was not followed or could not be read, by path. */
  readonly passedOver: readonly { readonly path: string; readonly problem: WeightsProblem }[];
}

const limits = { files: 100_000, depth: 64 };
const versionControl: ReadonlySet<string> = new Set(['.git', '.hg', '.svn']);

/** Lists the files of a folder, sorted by code unit. A link is followed only to a file inside the folder; version control is left out. */
export function walkWeights(root: string): WeightsWalk {
  const top = realpathSync(root);
  const files: WalkedFile[] = [];
  const passedOver: { path: string; problem: WeightsProblem }[] = [];
  const pass = (path: string, code: string, message: string): void => {
    passedOver.push({ path, problem: { code, bearing: 'unknown', message } });
  };

  function visit(folder: string, prefix: string, depth: number): void {
    if (depth > limits.depth) return pass(prefix, 'too-deep', `folders are nested more than ${limits.depth} deep; name the inner folder instead`);
    for (const name of readdirSync(folder).sort(byCodeUnit)) {
      if (files.length >= limits.files) throw new Error(`${root}: more than ${limits.files} files; name the folder that holds the weights`);
      if (depth === 0 && versionControl.has(name)) continue;
      const path = `${prefix}${name}`;
      try {
        visitEntry(join(folder, name), path, depth);
      } catch (error) {
        const code = systemErrorCode(error);
        if (code === undefined) throw error;
        pass(path, 'unreadable', `cannot be read (${code}); grant access or remove it`);
      }
    }
  }

  function visitEntry(location: string, path: string, depth: number): void {
    const entry = lstatSync(location);
    if (entry.isSymbolicLink()) return visitLink(location, path);
    if (entry.isDirectory()) return visit(location, `${path}/`, depth + 1);
    if (entry.isFile()) files.push({ path, location, bytes: entry.size, link: false });
    else pass(path, 'not-a-file', 'is neither file nor folder and was not opened; remove it');
  }

  function visitLink(location: string, path: string): void {
    const target = realpathSync(location);
    if (!target.startsWith(top + sep)) return pass(path, 'link-outside', 'is a link that leads out of the folder and was not followed; name the folder that holds both, or copy the file');
    const entry = statSync(target);
    if (entry.isFile()) files.push({ path, location: target, bytes: entry.size, link: true });
    else pass(path, 'link-to-folder', 'is a link to a folder and was not followed');
  }

  visit(top, '', 0);
  return { files: files.sort((a, b) => byCodeUnit(a.path, b.path)), passedOver };
}
