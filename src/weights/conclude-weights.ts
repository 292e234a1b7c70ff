import { isWeightsFormat } from './is-weights-format.js';
import { type SignatureResult, type WeightsFile, type WeightsProblem, type WeightsReport } from './weights-report.js';

export interface ConclusionInput {
  readonly files: readonly WeightsFile[];
  readonly signature: SignatureResult;
  readonly problems: readonly WeightsProblem[];
  /** Whether the caller named a bundle, a signer, a key or a root. */
  readonly signatureExpected: boolean;
}

/** Conforming only where nothing is wrong and someone states what every weights file should be; what cannot be told is inconclusive. */
export function concludeWeights(input: ConclusionInput): Pick<WeightsReport, 'conclusion' | 'reasons'> {
  const wrong = wrongIn(input);
  const unknown = unknownIn(input);
  return { conclusion: wrong.length > 0 ? 'non-conforming' : unknown.length > 0 ? 'inconclusive' : 'conforming', reasons: [...wrong, ...unknown] };
}

function wrongIn({ files, signature, problems, signatureExpected }: ConclusionInput): string[] {
  return [
    ...(signature.state === 'failed' ? [`signature: ${signature.reason}`] : []),
    ...(signature.state === 'absent' && signatureExpected ? ['signature: one was asked for, but there is none; give it with --bundle'] : []),
    ...files.flatMap((file) => [
      ...file.digests.filter(({ matches }) => !matches).map(({ source, expected }) => `${file.path}: ${source} names sha256:${expected}, the bytes have sha256:${file.sha256 ?? 'unknown'}`),
      ...messages(file.problems, 'wrong').map((message) => `${file.path}: ${message}`),
      ...file.unsafe.filter(({ level }) => level === 'dangerous').map(({ message }) => `${file.path}: ${message}`),
    ]),
    ...messages(problems, 'wrong'),
  ];
}

function unknownIn({ files, signature, problems }: ConclusionInput): string[] {
  const weights = files.filter(({ format }) => isWeightsFormat(format));
  const unstated = weights.filter(({ confidence }) => confidence === 'inferred');
  const nothing = weights.length === 0 && signature.state !== 'verified' && !files.some(({ confidence }) => confidence === 'verified');
  return [
    ...(signature.state === 'unsupported' ? [`signature: ${signature.reason}`] : []),
    ...files.flatMap((file) => [
      ...messages(file.problems, 'unknown').map((message) => `${file.path}: ${message}`),
      ...file.unsafe.filter(({ level }) => level === 'suspicious').map(({ message }) => `${file.path}: ${message}`),
    ]),
    ...messages(problems, 'unknown'),
    ...unstated.map(({ path }) => `${path}: hashed, but no signature and no published digest says what the bytes should be`),
    ...(nothing ? ['no weights were found and nothing vouches for what is here'] : []),
  ];
}

function messages(problems: readonly WeightsProblem[], bearing: WeightsProblem['bearing']): string[] {
  return problems.filter((problem) => problem.bearing === bearing).map(({ message }) => message);
}
