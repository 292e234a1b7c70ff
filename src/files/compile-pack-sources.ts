import { type Problem } from '../core/inventory/problem.js';
import { compilePack } from '../core/policy/compile-pack.js';
import { type CompiledPack, type PackTests } from '../core/policy/compiled-pack.js';
import { type TypeEnvironment } from '../core/policy/value-type.js';
import { type PackSource } from './read-pack-source.js';

export interface PackWithTests {
  readonly pack: CompiledPack;
  readonly tests: PackTests;
}

export interface CompiledSources {
  readonly packs: readonly PackWithTests[];
  readonly problems: readonly Problem[];
}

/** Compiles packs, each with the overlays among the sources that name it. */
export function compilePackSources(sources: readonly PackSource[], options: { readonly environment: TypeEnvironment; readonly controls: ReadonlySet<string> }): CompiledSources {
  const problems: Problem[] = sources.flatMap((source) => source.problems);
  const packs: PackWithTests[] = [];
  const readable = sources.filter((source) => source.problems.length === 0);
  const overlays = readable.filter(isOverlay);
  const bases = readable.filter((source) => !isOverlay(source));
  for (const source of bases) {
    const result = compilePack(source.document, { ...options, positions: source.positions, overlays: overlays.filter((overlay) => baseOf(overlay) === idOf(source)) });
    if ('problems' in result) problems.push(...result.problems);
    else packs.push(result);
  }
  for (const overlay of overlays) {
    if (bases.some((source) => idOf(source) === baseOf(overlay))) continue;
    problems.push({ ...overlay.positions('/extends/pack'), code: 'overlay', message: `the overlay is for the pack '${String(baseOf(overlay))}', which is not among the packs; name it as well` });
  }
  return { packs, problems };
}

export function isOverlay({ document }: Pick<PackSource, 'document'>): boolean {
  return member(document, 'kind') === 'PolicyOverlay';
}

/** Id of the pack an overlay is for. */
export function baseOf({ document }: Pick<PackSource, 'document'>): unknown {
  return member(member(document, 'extends'), 'pack');
}

/** Id of a pack or an overlay, as it is written. */
export function idOf({ document }: Pick<PackSource, 'document'>): unknown {
  return member(member(document, 'metadata'), 'id');
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
