import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem } from '../core/inventory/problem.js';
import { type PositionLookup } from '../core/policy/source-position.js';
import { parsePackFile, type PackDocument } from './parse-pack-file.js';

/** A pack or an overlay as people wrote it: one file, or a folder with `pack.yaml` (or `overlay.yaml`) and one file per rule under `rules/`. */
export interface PackSource extends PackDocument {
  readonly path: string;
}

/** Reads the YAML of a pack; whatever cannot be read is a problem. */
export async function readPackSource(path: string): Promise<PackSource> {
  const kind = await stat(path).catch(() => undefined);
  if (kind === undefined) return missing(path, 'there is no such file or folder; check the path or name a shipped pack (domicile pack list)');
  if (!kind.isDirectory()) return { path, ...(await readYaml(path)) };
  const names = await readdir(path);
  const main = ['pack.yaml', 'overlay.yaml'].find((name) => names.includes(name));
  if (main === undefined) return missing(path, 'the folder holds no pack.yaml and no overlay.yaml; name the folder of a pack');
  const base = await readYaml(join(path, main));
  if (!names.includes('rules')) return { path, ...base };
  const files = (await readdir(join(path, 'rules'))).filter((name) => /\.ya?ml$/.test(name)).sort();
  return { path, ...withRules(base, await Promise.all(files.map((name) => readYaml(join(path, 'rules', name))))) };
}

function missing(path: string, message: string): PackSource {
  return { path, document: undefined, positions: () => ({ file: path, line: 1, column: 1 }), problems: [{ file: path, code: 'not-found', message }] };
}

async function readYaml(path: string): Promise<PackDocument> {
  const file = path.replaceAll('\\', '/');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return { document: undefined, positions: () => ({ file, line: 1, column: 1 }), problems: [{ file, code: 'unreadable', message: 'cannot be read; check its permissions' }] };
  return parsePackFile(file, text);
}

interface Part {
  readonly positions: PositionLookup;
  /** Where the rule stands in its own file. */
  readonly pointer: string;
}

/** The rules of separate files behind those of the pack itself. A file holds one rule or a list of them. */
function withRules(base: PackDocument, parts: readonly PackDocument[]): PackDocument {
  const problems: Problem[] = [...base.problems, ...parts.flatMap((part) => part.problems)];
  const { document } = base;
  if (typeof document !== 'object' || document === null || problems.length > 0) return { ...base, problems };
  const own: unknown = (document as Readonly<Record<string, unknown>>)['rules'] ?? [];
  if (!Array.isArray(own)) return base;
  const places: Part[] = [];
  const added = parts.flatMap(({ document: content, positions }): unknown[] => {
    const rules: readonly unknown[] = Array.isArray(content) ? content : [content];
    rules.forEach((_, index) => places.push({ positions, pointer: Array.isArray(content) ? `/${index}` : '' }));
    return [...rules];
  });
  return {
    document: { ...document, rules: [...(own as readonly unknown[]), ...added] },
    positions: (pointer, at) => {
      const [, index, rest] = /^\/rules\/(\d+)(.*)$/s.exec(pointer) ?? [];
      const part = index === undefined ? undefined : places[Number(index) - own.length];
      return part === undefined ? base.positions(pointer, at) : part.positions(`${part.pointer}${rest}`, at);
    },
    problems,
  };
}
