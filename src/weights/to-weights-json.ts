import { type WeightsHeader } from './weights-header.js';
import { type WeightsJson } from './weights-json.js';
import { type WeightsReport } from './weights-report.js';

/** The report as its published JSON: the metadata of headers is left out, what is not known is null. */
export function toWeightsJson(report: WeightsReport): WeightsJson {
  return {
    files: report.files.map((file) => ({
      path: file.path,
      sha256: file.sha256 ?? null,
      bytes: file.bytes,
      format: file.format,
      unsafe: file.unsafe.map((finding) => ({ ...finding })),
      confidence: file.confidence,
      digests: file.digests.map((digest) => ({ ...digest })),
      header: file.header === undefined ? null : headerJson(file.header),
      problems: file.problems.map((problem) => ({ ...problem })),
    })),
    signature: { ...report.signature, covered: [...report.signature.covered], contradicted: [...report.signature.contradicted], uncovered: [...report.signature.uncovered] },
    conclusion: report.conclusion,
    reasons: [...report.reasons],
    problems: report.problems.map((problem) => ({ ...problem })),
  };
}

function headerJson({ metadata: _metadata, baseModels, datasets, tensorTypes, ...header }: WeightsHeader): WeightsJson['files'][number]['header'] {
  return { ...header, baseModels: baseModels.map((model) => ({ ...model })), datasets: datasets.map((dataset) => ({ ...dataset })), tensorTypes: tensorTypes.map((type) => ({ ...type })) };
}
