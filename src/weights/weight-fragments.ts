import { type Confidence } from '../core/inventory/confidence.js';
import { type InventoryFragment, type InventoryRecord } from '../core/inventory/inventory-fragment.js';
import { isWeightsFormat } from './is-weights-format.js';
import { type WeightsFile, type WeightsReport } from './weights-report.js';

export interface WeightFragmentOptions {
  /** Id of the model whose weights these are, where it is known. */
  readonly model?: string;
  /** Instant of the verification. */
  readonly verifiedAt: string;
  /** Id under which a file is stated elsewhere; absent or undefined: it is named by its digest. */
  readonly idOf?: (file: string, sha256: string) => string | undefined;
}

const artefactFormats: Readonly<Record<string, string>> = { safetensors: 'safetensors', gguf: 'gguf', pickle: 'pickle', 'pytorch-tar': 'pickle', 'pytorch-zip': 'pytorch-zip', onnx: 'onnx', h5: 'h5' };

const tellingOrder = ['contradicted', 'verified', 'inferred'] as const;

/** The report as evidence: one fragment per content, each fact with the confidence that the bytes give it. Of equal files the most telling one speaks. */
export function weightFragments(report: WeightsReport, options: WeightFragmentOptions): InventoryFragment[] {
  const byContent = new Map<string, WeightsFile>();
  for (const file of report.files) {
    if (!isWeightsFormat(file.format) || file.sha256 === undefined) continue;
    const known = byContent.get(file.sha256);
    if (known === undefined || tellingOrder.indexOf(file.confidence) < tellingOrder.indexOf(known.confidence)) byContent.set(file.sha256, file);
  }
  return [...byContent].map(([sha256, file]) => fragmentOf(file, sha256, report, options));
}

function fragmentOf(file: WeightsFile, sha256: string, report: WeightsReport, { model, verifiedAt, idOf }: WeightFragmentOptions): InventoryFragment {
  const records = [artefactOf(file, sha256, report, model, verifiedAt, idOf?.(file.path, sha256)), ...(model === undefined ? [] : modelFacts(file, model))];
  return { source: { path: file.path, sha256, importer: 'weights', effective: verifiedAt }, records };
}

function artefactOf(file: WeightsFile, sha256: string, { signature }: WeightsReport, model: string | undefined, verifiedAt: string, id = `sha256:${sha256}`): InventoryRecord {
  const published = file.digests.find(({ matches }) => !matches) ?? file.digests[0];
  const isSigned = signature.state === 'verified' && signature.covered.includes(file.path);
  const value = {
    ...(model === undefined ? {} : { model }),
    file: file.path,
    format: artefactFormats[file.format] ?? 'other',
    ...(file.header?.quantisation === undefined ? {} : { quantisation: file.header.quantisation }),
    bytes: file.bytes,
    sha256,
    ...(published === undefined ? {} : { publisherSha256: published.expected }),
    verification: isSigned ? 'signature' : file.confidence === 'verified' ? 'digest' : 'none',
    ...(file.confidence === 'verified' ? { verifiedAt } : {}),
    ...(isSigned && signature.identity !== null ? { signerIdentity: signature.identity } : {}),
    unsafeSerialisation: file.unsafe.some(({ level }) => level !== 'notice'),
    ...(file.header?.quantisedBy === undefined ? {} : { converter: file.header.quantisedBy.slice(0, 500) }),
  };
  const origins = { '/bytes': known('verified'), '/sha256': known('verified'), '/unsafeSerialisation': known('inferred', 'followed the instructions of the file without running them'), '/quantisation': known('declared'), '/converter': known('declared') };
  return { kind: 'weightArtefact', id, value, origin: known(file.confidence), origins };
}

/** What the header says of the model: a claim of whoever wrote the file, whether or not its bytes are the published ones. */
function modelFacts(file: WeightsFile, id: string): InventoryRecord[] {
  const { header } = file;
  if (header?.licence === undefined) return [];
  const { id: declaredAs, name, link } = header.licence;
  const licence = { ...(declaredAs === undefined ? {} : { declaredAs: declaredAs.slice(0, 500) }), ...(name === undefined ? {} : { name: name.slice(0, 500) }), ...(link === undefined ? {} : { link }) };
  return [{ kind: 'model', id, value: { licence }, origin: known('declared', `header of ${file.path}`), origins: {} }];
}

function known(confidence: Confidence, note?: string): { confidence: Confidence; note?: string } {
  return { confidence, ...(note === undefined ? {} : { note }) };
}
