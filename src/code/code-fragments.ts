import { type CodeCall } from '../core/inventory/code-call.js';
import { type InventoryFragment, type InventoryRecord } from '../core/inventory/inventory-fragment.js';
import { sha256Of } from '../core/inventory/sha256-of.js';
import { byCodeUnit } from '../core/inventory/by-code-unit.js';
import { type CodeFile } from './code-file.js';
import { type CodeHit } from '../core/inventory/code-hit.js';

/** A file or folder that holds the code of a deployment, as a manifest names it. */
export interface CodeOwner {
  readonly path: string;
  readonly deployment: string;
}

/** The facts that production code states: each place that calls someone, for every deployment whose code it is, or for none. Hits in any other context state nothing. `root` names what was looked through. */
export function codeFragments(hits: readonly CodeHit[], files: readonly CodeFile[], owners: readonly CodeOwner[], root: string): InventoryFragment[] {
  const digests = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const records = new Map<string, InventoryRecord[]>();
  for (const hit of hits) {
    if (hit.context !== 'production') continue;
    const deployments = [...new Set(owners.filter(({ path }) => path === hit.file || path === '' || hit.file.startsWith(`${path}/`)).map(({ deployment }) => deployment))].sort(byCodeUnit);
    const stated = (deployments.length === 0 ? [undefined] : deployments).map((deployment) => recordOf(hit, deployment));
    records.set(hit.file, [...(records.get(hit.file) ?? []), ...stated]);
  }
  // Code that calls no one must not look like code that nobody looked through.
  const whole = { path: root, sha256: sha256Of(files.map(({ path, sha256 }) => `${path} ${sha256}\n`).join('')), importer: 'code' };
  return [{ source: whole, records: [] }, ...[...records].map(([path, each]) => ({ source: { path, sha256: digests.get(path) ?? '', importer: 'code' }, records: each }))];
}

function recordOf(hit: CodeHit, deployment: string | undefined): InventoryRecord {
  const { basis, providers, host, own, line, column } = hit;
  const untold = own !== true && providers === undefined && host === undefined ? hit.file.slice(0, 1_000) : undefined;
  const target = own === true ? 'own' : (providers?.join('+') ?? (host === undefined ? `unknown in ${hit.file}` : `host ${host}`));
  const id = [deployment ?? '', basis, target].join(' ').trim().slice(0, 600);
  const value = { id, basis, ...(deployment === undefined ? {} : { deployment }), ...(providers === undefined ? {} : { providers: [...providers] }), ...(host === undefined ? {} : { host }), ...(untold === undefined ? {} : { file: untold }), ...(own === undefined ? {} : { own }) } satisfies CodeCall;
  const origin = { line, column, confidence: 'inferred' as const, note: noteOf(hit) };
  return { kind: 'codeCall', id, value, origin, origins: { '/id': origin } };
}

const noteOf = ({ kind, name, note }: CodeHit): string => `${kind.replaceAll('-', ' ')} ${name}${note === undefined ? '' : `; ${note}`}`.slice(0, 300);
