import { readFile } from 'node:fs/promises';
import { LineCounter, parseAllDocuments } from 'yaml';
import { type Problem } from '../core/inventory/problem.js';
import { waiver as waiverSchema, type Waiver } from '../core/finding/waiver.js';

export interface ReadWaivers {
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
}

const maxBytes = 4 * 1024 * 1024;

/** Waivers of YAML files that each hold one or more documents. */
export async function readWaivers(paths: readonly string[]): Promise<ReadWaivers> {
  const waivers: Waiver[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) problems.push({ file: path, code: 'not-found', message: 'there is no such waiver file; check the path' });
    else if (text.length > maxBytes) problems.push({ file: path, code: 'too-large', message: `more than ${maxBytes} characters; split it` });
    else {
      const read = parseWaivers(path, text);
      waivers.push(...read.waivers);
      problems.push(...read.problems);
    }
  }
  const repeated = waivers.filter(({ id }, index) => waivers.findIndex((other) => other.id === id) !== index);
  problems.push(...repeated.map(({ id }) => ({ file: paths[0] ?? '', code: 'duplicate-id', message: `waiver '${id}' is given twice; give each its own id` })));
  return { waivers, problems };
}

/** The waivers of one YAML text. */
export function parseWaivers(path: string, text: string): ReadWaivers {
  const lines = new LineCounter();
  const waivers: Waiver[] = [];
  const problems: Problem[] = [];
  for (const document of parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true, stringKeys: true, prettyErrors: false })) {
    if (document.errors.length > 0) {
      for (const error of document.errors) problems.push({ file: path, line: lines.linePos(error.pos[0]).line, column: lines.linePos(error.pos[0]).col, code: 'yaml-syntax', message: `${error.message}; correct the YAML here` });
      continue;
    }
    const checked = waiverSchema.safeParse(document.toJS({ maxAliasCount: 10 }));
    if (checked.success) waivers.push(checked.data);
    else
      for (const issue of checked.error.issues) {
        const node: unknown = document.getIn(issue.path.filter((step) => typeof step !== 'symbol'), true);
        const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0] ?? document.contents?.range?.[0] ?? 0;
        const { line, col } = lines.linePos(offset);
        problems.push({ file: path, line, column: col, code: 'invalid-waiver', message: `'${issue.path.join('.') || 'waiver'}': ${issue.message}; see 'domicile check --help'` });
      }
  }
  return { waivers, problems };
}
