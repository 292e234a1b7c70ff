import { type HashProgress } from '../weights/hash-files.js';
import { readableText } from '../weights/readable-text.js';
import { toWeightsJson } from '../weights/to-weights-json.js';
import { verifyWeights } from '../weights/verify-weights.js';
import { type WeightsFile, type WeightsReport } from '../weights/weights-report.js';

export interface WeightsVerifyOptions {
  readonly format?: 'text' | 'json';
  readonly bundle?: string;
  readonly identity?: string;
  readonly issuer?: string;
  readonly key?: string;
  readonly ca?: readonly string[];
  readonly trustedRoot?: string;
  /** Publisher's manifests that lie elsewhere. */
  readonly digests?: readonly string[];
  readonly threads?: number;
  /** Instant at which certificates without a trusted time of signing must be valid. */
  readonly asOf: Date;
  /** Told while large files are hashed: one line, without a line end. */
  readonly onProgress?: (line: string) => void;
}

export interface WeightsVerifyOutcome {
  /** For standard output, with a line end. */
  readonly output: string;
  /** For standard error, one problem each. */
  readonly errors: readonly string[];
  /** 0 right · 1 not right · 2 could not be run · 3 cannot be told. */
  readonly exitCode: 0 | 1 | 2 | 3;
}

const exitCodes = { conforming: 0, 'non-conforming': 1, inconclusive: 3 } as const;

/** `domicile weights verify <dir>`. */
export async function weightsVerifyCommand(location: string, options: WeightsVerifyOptions): Promise<WeightsVerifyOutcome> {
  const { format = 'text', onProgress, ...rest } = options;
  const usage = usageProblem(options);
  if (usage !== undefined) return { output: '', errors: [usage], exitCode: 2 };
  try {
    const report = await verifyWeights(location, { ...rest, ...(onProgress === undefined ? {} : { onProgress: (progress: HashProgress) => onProgress(progressLine(progress)) }) });
    const output = format === 'json' ? `${JSON.stringify(toWeightsJson(report), null, 2)}\n` : textOf(report);
    return { output, errors: [], exitCode: exitCodes[report.conclusion] };
  } catch (error) {
    return { output: '', errors: [errorLine(location, error)], exitCode: 2 };
  }
}

function usageProblem({ identity, issuer, key, ca }: WeightsVerifyOptions): string | undefined {
  if (key !== undefined && ca !== undefined) return '--key and --ca exclude each other: a bundle is signed with one of them; give one';
  if (key !== undefined && (identity !== undefined || issuer !== undefined)) return '--identity and --issuer say nothing of a bare key; leave them out with --key';
  if (ca !== undefined && issuer !== undefined) return '--issuer belongs to keyless signatures; leave it out with --ca';
  return undefined;
}

function errorLine(location: string, error: unknown): string {
  if (error instanceof Error && 'code' in error && 'path' in error) {
    const remedy = error.code === 'ENOENT' ? 'give a path that exists' : 'grant access';
    return `${String(error.path)}: cannot be read (${String(error.code)}); ${remedy}`;
  }
  return error instanceof Error ? error.message : `${location}: ${String(error)}`;
}

function progressLine({ bytesDone, bytesTotal, filesDone, filesTotal }: HashProgress): string {
  const percent = bytesTotal === 0 ? 100 : Math.floor((bytesDone / bytesTotal) * 100);
  return `hashing ${percent} %, ${filesDone} of ${filesTotal} files`;
}

function textOf(report: WeightsReport): string {
  const { signature } = report;
  const lines = [
    ...report.files.flatMap(fileLines),
    '',
    `signature: ${signature.state}${signature.identity === null ? '' : ` (${readableText(signature.identity)})`}: ${signature.reason}`,
    ...report.problems.map(({ bearing, message }) => `${bearing}: ${readableText(message, 1_000)}`),
    `${report.conclusion}${report.reasons.length === 0 ? '' : ':'}`,
    ...report.reasons.map((reason) => `  ${readableText(reason, 1_000)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function fileLines(file: WeightsFile): string[] {
  const { header } = file;
  const facts = [
    file.format,
    `${file.bytes} bytes`,
    ...(header === undefined ? [] : [`${header.tensors} tensors`, `${header.parameters} parameters`, header.quantisation ?? 'no tensor type', `licence ${header.licence?.id ?? header.licence?.name ?? 'not stated'}`]),
    ...(header?.baseModels ?? []).map((model) => `from ${model.url ?? model.name ?? 'an unnamed model'}`),
    file.confidence,
  ];
  return [
    `${file.sha256 ?? 'not hashed'}  ${readableText(file.path, 1_000)}`,
    `  ${facts.map((fact) => readableText(fact)).join(' · ')}`,
    ...file.digests.map(({ source, matches }) => `  ${matches ? 'as' : 'not as'} ${readableText(source, 1_000)} says`),
    ...file.unsafe.map(({ level, message }) => `  ${level}: ${readableText(message, 1_000)}`),
    ...file.problems.map(({ bearing, message }) => `  ${bearing}: ${readableText(message, 1_000)}`),
  ];
}
