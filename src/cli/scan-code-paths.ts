import { type InventoryFragment } from '../core/inventory/inventory-fragment.js';
import { type Problem } from '../core/inventory/problem.js';
import { overlaidCodeMarkers } from '../core/reference/overlaid-code-markers.js';
import { providerByHost } from '../core/reference/provider-by-host.js';
import { providerByPrefix } from '../core/reference/provider-by-prefix.js';
import { type ReferenceFacts } from '../core/reference/reference-facts.js';
import { codeFragments, type CodeOwner } from '../code/code-fragments.js';
import { type CodeHit } from '../core/inventory/code-hit.js';
import { languageOf } from '../code/language-of.js';
import { scanCode } from '../code/scan-code.js';
import { bundledFolder } from '../files/bundled-folder.js';
import { readCodeFiles } from '../files/read-code-files.js';
import { readReferenceFile } from '../files/read-reference-file.js';

export interface ScannedCode {
  readonly hits: readonly CodeHit[];
  readonly fragments: readonly InventoryFragment[];
  readonly problems: readonly Problem[];
  readonly files: number;
  readonly passedOver: readonly string[];
}

/** Looks through code and states what of it is production's, for the deployments that name it theirs. A folder that a manifest names and that was not looked through is a problem. */
export async function scanCodePaths(paths: readonly string[], owners: readonly CodeOwner[], reference: ReferenceFacts): Promise<ScannedCode> {
  const read = await readCodeFiles(paths, (path) => languageOf(path) !== undefined);
  const markers = overlaidCodeMarkers(readReferenceFile(bundledFolder('dist/policies/reference'), 'code-markers').data, reference.ownCodeMarkers);
  const scan = scanCode(read.files, markers, { byHost: (host) => servingProvider(reference, host), byPrefix: (model) => providerByPrefix(reference, model) });
  const unseen = owners.filter(({ path }) => !read.files.some((file) => file.path === path || path === '' || file.path.startsWith(`${path}/`)));
  const problems: Problem[] = [
    ...read.problems,
    ...scan.problems,
    ...(scan.files === 0 ? [{ file: paths[0] ?? '.', code: 'no-code', message: 'no file of code or configuration is there to look through; name the folder of the source code' }] : []),
    ...unseen.map(({ path, deployment }) => ({ file: path, code: 'code-not-seen', message: `is named as code of the deployment '${deployment}' and was not looked through; name it, or a folder above it, with --code, or correct the path` })),
  ];
  return { hits: scan.hits, fragments: codeFragments(scan.hits, read.files, owners, paths.join(' ')), problems, files: scan.files, passedOver: read.passedOver };
}

/** Who answers at a host. A machine rented from a cloud is no service of the cloud: who answers there is not told by its name. */
function servingProvider(reference: ReferenceFacts, host: string): string | undefined {
  const id = providerByHost(reference, host);
  const kind = id === undefined ? undefined : reference.providers.get(id)?.kind;
  return kind === undefined || kind === 'cloud' || kind === 'model-hub' || kind === 'self-hosted' ? undefined : id;
}
