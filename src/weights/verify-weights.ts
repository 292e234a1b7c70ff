import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { checkShards } from './check-shards.js';
import { concludeWeights } from './conclude-weights.js';
import { compareDigests } from './digests/compare-digests.js';
import { gatherDigests } from './digests/gather-digests.js';
import { type FileHash, hashFiles, type HashProgress } from './hash-files.js';
import { type FileInspection, inspectFile } from './inspect-file.js';
import { findBundles } from './signature/find-bundles.js';
import { verifySignature } from './signature/verify-signature.js';
import { type WalkedFile, walkWeights, type WeightsWalk } from './walk-weights.js';
import { type DigestComparison, type SignatureResult, type UnsafeFinding, type WeightsFile, type WeightsProblem, type WeightsReport } from './weights-report.js';

export interface WeightsOptions {
  /** Path of a signature bundle; by default the one that lies with the weights. */
  readonly bundle?: string;
  /** Who must have signed: with a keyless bundle together with `issuer`, with a certificate alone. */
  readonly identity?: string;
  readonly issuer?: string;
  /** PEM file with the public key that must have signed. */
  readonly key?: string;
  /** PEM files with the roots that a signing certificate must lead to. */
  readonly ca?: readonly string[];
  /** JSON file with a Sigstore trusted root or client trust configuration, instead of the public one. */
  readonly trustedRoot?: string;
  /** Publisher's manifests that lie elsewhere: checksum lists, BOMs, image manifests, folders of Git LFS pointers. */
  readonly digests?: readonly string[];
  /** Instant at which certificates without a trusted time of signing must be valid. */
  readonly asOf: Date;
  /** Threads that hash; by default as many as there are cores. */
  readonly threads?: number;
  readonly onProgress?: (progress: HashProgress) => void;
}

/**
 * Hashes a folder of weights (or one file), reads its headers, looks for code that loading would run, and compares the bytes with signatures and published digests.
 * What is wrong with the weights is in the report; a folder, key or bundle that cannot be read at all is thrown as an error.
 */
export async function verifyWeights(location: string, options: WeightsOptions): Promise<WeightsReport> {
  const walk = walkTarget(location);
  const hashes = await hashFiles(walk.files, { ...(options.threads === undefined ? {} : { threads: options.threads }), ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }) });
  const hashed = walk.files.map((file, index) => ({ ...file, ...digestOf(hashes[index]) }));
  const inspections = new Map<string, FileInspection>();
  for (const [index, file] of walk.files.entries()) if (hashes[index]?.error === undefined) inspections.set(file.path, await inspectFile(file));
  const signature = checkSignature(location, hashed, walk.files, options);
  const gathered = gatherDigests(walk.files, options.digests ?? []);
  const compared = compareDigests(hashed, gathered.digests);
  const modules = new Set([...inspections].flatMap(([path, { modules: named }]) => (named ?? []).map((module) => `${folderOf(path)}${module.replaceAll('.', '/')}.py`)));
  const files = walk.files.map((file, index) => assembleFile(file, hashes[index], inspections.get(file.path), compared.byPath.get(file.path) ?? [], signature, modules));
  const problems: WeightsProblem[] = [...walk.passedOver.map(({ path, problem }) => ({ ...problem, message: `${path}: ${problem.message}` })), ...checkShards(walk.files, inspections), ...gathered.problems, ...compared.problems];
  const signatureExpected = [options.bundle, options.identity, options.issuer, options.key, options.ca].some((option) => option !== undefined);
  return { files, signature, problems, ...concludeWeights({ files, signature, problems, signatureExpected }) };
}

function walkTarget(location: string): WeightsWalk {
  const target = realpathSync(location);
  const entry = lstatSync(target);
  if (entry.isDirectory()) return walkWeights(target);
  return { files: [{ path: basename(target), location: target, bytes: entry.size, link: false }], passedOver: [] };
}

function digestOf(hash: FileHash | undefined): { sha256?: string } {
  return hash?.sha256 === undefined ? {} : { sha256: hash.sha256 };
}

function folderOf(path: string): string {
  const folder = dirname(path);
  return folder === '.' ? '' : `${folder}/`;
}

function checkSignature(location: string, hashed: readonly (WalkedFile & { sha256?: string })[], files: readonly WalkedFile[], options: WeightsOptions): SignatureResult {
  const [found, ...others] = options.bundle === undefined ? findBundles(files) : [];
  const bundle = options.bundle ?? found?.location;
  const none = { identity: null, covered: [], contradicted: [], uncovered: [] };
  if (bundle === undefined) return { state: 'absent', reason: 'no signature bundle lies with the weights and none was given', ...none };
  if (others.length > 0) return { state: 'unsupported', reason: `${others.length + 1} signature bundles lie with the weights; say with --bundle which one is for them`, ...none };
  statSync(bundle);
  const inside = found?.path ?? pathInside(location, bundle);
  return verifySignature(bundle, inside, hashed, options);
}

/** The path of the bundle relative to the folder, where it lies in it. */
function pathInside(location: string, bundle: string): string | undefined {
  const folder = realpathSync(location);
  const file = realpathSync(resolve(bundle));
  return file.startsWith(folder + sep) ? file.slice(folder.length + 1).split(sep).join('/') : undefined;
}

function assembleFile(file: WalkedFile, hash: FileHash | undefined, inspection: FileInspection | undefined, digests: readonly DigestComparison[], signature: SignatureResult, modules: ReadonlySet<string>): WeightsFile {
  const problems = [...(inspection?.problems ?? []), ...readProblems(file, hash)];
  const isContradicted = digests.some(({ matches }) => !matches) || signature.contradicted.includes(file.path);
  const isVerified = digests.length > 0 || (signature.state === 'verified' && signature.covered.includes(file.path));
  return {
    path: file.path,
    ...digestOf(hash),
    bytes: file.bytes,
    format: inspection?.format ?? 'other',
    ...(inspection?.header === undefined ? {} : { header: inspection.header }),
    unsafe: (inspection?.unsafe ?? []).map((finding) => (modules.has(file.path) ? loadedByConfiguration(finding) : finding)),
    digests,
    problems,
    confidence: isContradicted ? 'contradicted' : isVerified ? 'verified' : 'inferred',
  };
}

function loadedByConfiguration(finding: UnsafeFinding): UnsafeFinding {
  return finding.code === 'python-file' ? { ...finding, level: 'suspicious', message: 'is Python code that the configuration loads where trust_remote_code is set; read it before use' } : finding;
}

function readProblems(file: WalkedFile, hash: FileHash | undefined): WeightsProblem[] {
  if (hash?.error !== undefined) return [{ code: 'unreadable', bearing: 'unknown', message: `cannot be read (${hash.error}); grant access` }];
  if (hash !== undefined && hash.read !== file.bytes) return [{ code: 'changed-while-read', bearing: 'unknown', message: `had ${file.bytes} bytes when listed and ${hash.read} when hashed; verify it again when nothing writes to it` }];
  return [];
}
