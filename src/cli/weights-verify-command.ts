import { type HashProgress } from '../weights/hash-files.js';
import { readableText } from '../core/inventory/readable-text.js';
import { systemErrorCode } from '../weights/system-error-code.js';
import { toWeightsJson } from '../weights/to-weights-json.js';
import { verifyWeights } from '../weights/verify-weights.js';
import { type WeightsFile, type WeightsReport } from '../weights/weights-report.js';
import { type CommandOutput } from './command-output.js';

export interface WeightsVerifyOptions {
  /** Folder with the weights, or one file. */
  readonly folder: string;
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
  readonly asOf: string;
  /** Told while large files are hashed: one line, without a line end. */
  readonly onProgress?: (line: string) => void;
}

export const weightsHelp = `
Examples:
  $ domicile weights verify models/llama-3.1-70b
  $ domicile weights verify . --digests publisher.sha256 --format json
  $ domicile weights verify . --bundle model.sig --identity ml-release@acme.example --issuer https://accounts.acme.example

Exit code: 0 right · 1 not right · 2 could not be run · 3 cannot be told.`;

const exitCodes = { conforming: 0, 'non-conforming': 1, inconclusive: 3 } as const;

/** `domicile weights verify <dir>`: 0 right · 1 not right · 2 could not be run · 3 cannot be told. */
export async function weightsVerify(options: WeightsVerifyOptions): Promise<CommandOutput> {
  const { folder, format = 'text', asOf, onProgress, ...rest } = options;
  const refuse = (line: string): CommandOutput => ({ stdout: '', stderr: `${line}\n`, exitCode: 2 });
  const usage = usageProblem(options);
  if (usage !== undefined) return refuse(usage);
  try {
    const report = await verifyWeights(folder, { ...rest, asOf: new Date(asOf), ...(onProgress === undefined ? {} : { onProgress: (progress: HashProgress) => onProgress(progressLine(progress)) }) });
    const stdout = format === 'json' ? `${JSON.stringify(toWeightsJson(report), null, 2)}\n` : textOf(report);
    return { stdout, stderr: '', exitCode: exitCodes[report.conclusion] };
  } catch (error) {
    return refuse(errorLine(folder, error));
  }
}

function usageProblem({ identity, issuer, key, ca, threads }: WeightsVerifyOptions): string | undefined {
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= 256)) return '--threads takes a whole number from 1 to 256';
  if (key !== undefined && ca !== undefined) return '--key and --ca exclude each other: a bundle is signed with one of them; give one';
  if (key !== undefined && (identity !== undefined || issuer !== undefined)) return '--identity and --issuer say nothing of a bare key; leave them out with --key';
  if (ca !== undefined && issuer !== undefined) return '--issuer belongs to keyless signatures; leave it out with --ca';
  return undefined;
}

function errorLine(location: string, error: unknown): string {
  const code = systemErrorCode(error);
  if (code === undefined) return error instanceof Error ? error.message : `${location}: ${String(error)}`;
  const path = error instanceof Error && 'path' in error ? String(error.path) : location;
  return `${path}: cannot be read (${code}); ${code === 'ENOENT' ? 'give a path that exists' : 'grant access'}`;
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
    `signature: ${signature.state}${signature.identity === null ? '' : ` (${readableText(signature.identity)})`}: ${readableText(signature.reason, 2_000)}`,
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
