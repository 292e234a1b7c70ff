import { closeSync, openSync, readSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileWindow } from './byte-window.js';
import { capFindings } from './cap-findings.js';
import { readGgufHeader } from './gguf/read-gguf-header.js';
import { suspiciousTemplate } from './gguf/suspicious-template.js';
import { MalformedFile } from './malformed-file.js';
import { problemOf } from './problem-of.js';
import { readSafetensorsHeader } from './safetensors/read-safetensors-header.js';
import { systemErrorCode } from './system-error-code.js';
import { numpyObjects } from './unsafe/numpy-objects.js';
import { scanH5File } from './unsafe/scan-h5-file.js';
import { scanModelConfig } from './unsafe/scan-model-config.js';
import { scanPickles } from './unsafe/scan-pickles.js';
import { scanTarFile } from './unsafe/scan-tar-file.js';
import { scanZipFile } from './unsafe/scan-zip-file.js';
import { type UnsafeScan } from './unsafe/unsafe-scan.js';
import { weightsFormatOf } from './weights-format-of.js';
import { type WeightsHeader } from './weights-header.js';
import { type UnsafeFinding, type WeightsFormat, type WeightsProblem } from './weights-report.js';
import { type WalkedFile } from './walk-weights.js';

export interface FileInspection {
  readonly format: WeightsFormat;
  readonly header?: WeightsHeader;
  readonly tensorNames?: readonly string[];
  readonly unsafe: readonly UnsafeFinding[];
  readonly problems: readonly WeightsProblem[];
  /** Python modules beside the weights that this file has loaded. */
  readonly modules?: readonly string[];
}

const headBytes = 264;
const nothing = { unsafe: [], problems: [] };

/** Recognises a file, reads its header strictly and looks for what would run when it is loaded. Bytes that are wrong become problems. */
export async function inspectFile(file: WalkedFile): Promise<FileInspection> {
  let format: WeightsFormat = 'other';
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file.location, 'r');
    const head = Buffer.alloc(headBytes);
    format = weightsFormatOf(file.path, head.subarray(0, readSync(descriptor, head, 0, headBytes, 0)));
    const inspection = await inspect(file, format, descriptor, head);
    return { ...inspection, unsafe: capFindings(inspection.unsafe) };
  } catch (error) {
    if (error instanceof MalformedFile) return { format, unsafe: [], problems: [problemOf(error)] };
    const code = systemErrorCode(error);
    if (code === undefined || code.startsWith('ERR_')) throw error;
    return { format, unsafe: [], problems: [{ code: 'unreadable', bearing: 'unknown', message: `cannot be read (${code}); grant access` }] };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

async function inspect(file: WalkedFile, format: WeightsFormat, descriptor: number, head: Buffer): Promise<FileInspection> {
  switch (format) {
    case 'gguf': return inspectGguf(descriptor, file.bytes);
    case 'safetensors': return { format, ...nothing, ...readSafetensorsHeader(descriptor, file.bytes) };
    case 'pickle': return { format, ...scanPickles(fileWindow(descriptor, 0, file.bytes), 'the file') };
    case 'pytorch-zip': case 'keras-zip': return { format, ...scanZipFile(descriptor, file.bytes) };
    case 'pytorch-tar': return { format, ...scanTarFile(descriptor, file.bytes) };
    case 'numpy': return { format, ...(extname(file.path) === '.npz' ? scanZipFile(descriptor, file.bytes) : numpyObjects(head, basename(file.path))) };
    case 'h5': return { format, ...(await scanH5File(file.location)) };
    case 'lfs-pointer': return { format, unsafe: [], problems: [{ code: 'lfs-pointer', bearing: 'unknown', message: 'is a Git LFS pointer, not the weights; run git lfs pull' }] };
    case 'onnx': return { format, ...nothing };
    case 'other': return { format, ...inspectOther(file, descriptor) };
  }
}

function inspectGguf(descriptor: number, bytes: number): FileInspection {
  const { header, problems, templates } = readGgufHeader(descriptor, bytes);
  const unsafe: UnsafeFinding[] = [];
  for (const [key, template] of templates) {
    const what = suspiciousTemplate(template);
    if (what !== undefined) unsafe.push({ code: 'template', level: 'dangerous', what, message: `${key} reaches for Python internals (${what}), which an engine without a sandbox runs; do not load it` });
  }
  return { format: 'gguf', header, problems, unsafe };
}

function inspectOther(file: WalkedFile, descriptor: number): UnsafeScan & { readonly modules?: readonly string[] } {
  const name = basename(file.path);
  if (/config[^/]*\.json$/i.test(name)) return scanModelConfig(file.location, file.bytes);
  if (/\.(py|pyc|ipynb)$/i.test(name)) return { problems: [], unsafe: [{ code: 'python-file', level: 'notice', what: file.path, message: 'is Python code beside the weights; nothing found here loads it by itself' }] };
  if (/\.(so|dll|dylib|exe|sh|bat|ps1)$/i.test(name)) return { problems: [], unsafe: [{ code: 'native-code', level: 'suspicious', what: file.path, message: 'is a program beside the weights; read it before use' }] };
  return /\.bin$/i.test(name) ? inspectBin(descriptor, file.bytes) : nothing;
}

/** A `.bin` that does not begin like a pickle may still be one of the oldest protocols. */
function inspectBin(descriptor: number, bytes: number): UnsafeScan {
  const scan = scanPickles(fileWindow(descriptor, 0, bytes), 'the file');
  if (scan.problems.length === 0 && bytes > 0) return scan;
  return { unsafe: scan.unsafe.filter(({ level }) => level === 'dangerous'), problems: [{ code: 'unknown-format', bearing: 'note', message: 'is neither a pickle nor an archive of PyTorch; its content was hashed, not read' }] };
}
