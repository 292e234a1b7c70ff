import { join } from 'node:path';
import { type Problem } from '../core/inventory/problem.js';
import { type TypeEnvironment } from '../core/policy/value-type.js';
import { baseOf, compilePackSources, idOf, isOverlay, type PackWithTests } from './compile-pack-sources.js';
import { parsePackFile } from './parse-pack-file.js';
import { type PackSource, readPackSource } from './read-pack-source.js';

/** A pack or an overlay of an organisation, as it was written. */
export interface OwnPolicyText {
  /** Id of the pack or the overlay. */
  readonly name: string;
  readonly text: string;
}

/** A pack that does not come about, and why. */
export interface BrokenPack {
  /** Id of the pack, or of the one that an overlay is for. */
  readonly id: string;
  readonly problems: readonly Problem[];
}

export interface OwnPacks {
  /** Packs of the organisation, and shipped ones as its overlays change them. */
  readonly packs: readonly PackWithTests[];
  readonly broken: readonly BrokenPack[];
}

export interface OwnPackOptions {
  readonly environment: TypeEnvironment;
  readonly controls: ReadonlySet<string>;
  /** `policies` of the package. */
  readonly sources: string;
  /** Ids of the shipped packs. */
  readonly shipped: readonly string[];
  /** Every id that is taken: those of shipped packs and of shipped overlays. */
  readonly taken: readonly string[];
}

interface Named extends PackSource {
  readonly name: string;
}

/** Compiles what an organisation wrote: its packs, and shipped packs with its overlays over them, in the order of their names. `of` names a policy: then only the pack that this one is or changes. */
export async function compileOwnPacks(policies: readonly OwnPolicyText[], options: OwnPackOptions, of?: string): Promise<OwnPacks> {
  const read = [...policies].sort((a, b) => (a.name < b.name ? -1 : 1)).map((policy) => readOwn(policy, options.taken));
  const targets = [...new Set(read.filter(({ name }) => of === undefined || name === of).map(targetOf))].sort();
  const packs: PackWithTests[] = [];
  const broken: BrokenPack[] = [];
  for (const id of targets) {
    const parts = read.filter((source) => targetOf(source) === id);
    const unread = parts.flatMap(({ problems }) => problems);
    const base = options.shipped.includes(id) && parts.every(isOverlay) ? [await readPackSource(join(options.sources, id))] : [];
    const compiled = unread.length > 0 ? { packs: [], problems: unread } : compilePackSources([...base, ...parts], options);
    if (compiled.problems.length > 0) broken.push({ id, problems: compiled.problems.map((problem) => withoutFolder(problem, options.sources)) });
    else packs.push(...compiled.packs);
  }
  return { packs, broken };
}

function readOwn({ name, text }: OwnPolicyText, taken: readonly string[]): Named {
  const path = `${name}.yaml`;
  const source = { name, path, ...parsePackFile(path, text) };
  if (source.problems.length > 0) return source;
  const place = source.positions('/metadata/id');
  const id = idOf(source);
  if (typeof id === 'string' && taken.includes(id)) return { ...source, problems: [{ ...place, code: 'taken-id', message: `'${id}' is the id of a pack or an overlay that comes with Domicile; write an overlay to change it, or choose another id` }] };
  if (id !== name) return { ...source, problems: [{ ...place, code: 'other-id', message: `metadata.id is ${typeof id === 'string' ? `'${id.slice(0, 60)}'` : 'missing'}, and this policy is called '${name}'; write that id` }] };
  return source;
}

/** The pack that a policy is or changes. */
function targetOf(source: Named): string {
  const base = isOverlay(source) ? baseOf(source) : undefined;
  return typeof base === 'string' ? base : source.name;
}

/** Where the installation is on the server's disk is nobody's business. */
function withoutFolder(problem: Problem, sources: string): Problem {
  const folder = sources.replaceAll('\\', '/');
  return problem.file.startsWith(folder) ? { ...problem, file: `policies${problem.file.slice(folder.length)}` } : problem;
}
