import { extname } from 'node:path';
import { type WeightsFormat } from './weights-report.js';

const pickleNames: ReadonlySet<string> = new Set(['.pt', '.pth', '.ckpt', '.pkl', '.pickle', '.joblib', '.dill', '.mar']);
const lfsPointer = 'version https://git-lfs.github.com/spec/';

/** Format of a file by its first bytes (264 are enough), and by its name where the bytes leave it open. */
export function weightsFormatOf(path: string, head: Buffer): WeightsFormat {
  const ending = extname(path).toLowerCase();
  const begins = (text: string): boolean => head.toString('latin1', 0, text.length) === text;
  if (begins(lfsPointer)) return 'lfs-pointer';
  if (begins('GGUF') || ending === '.gguf') return 'gguf';
  if (ending === '.safetensors') return 'safetensors';
  if (begins('\x89HDF\r\n\x1a\n')) return 'h5';
  if (begins('PK\x03\x04') && isZipOfWeights(ending)) return ending === '.keras' ? 'keras-zip' : ending === '.npz' ? 'numpy' : 'pytorch-zip';
  if (begins('\x93NUMPY')) return 'numpy';
  if (head.toString('latin1', 257, 262) === 'ustar' && (pickleNames.has(ending) || ending === '.bin')) return 'pytorch-tar';
  if (pickleNames.has(ending)) return 'pickle';
  if (head[0] === 0x80 && (head[1] ?? 9) <= 5) return 'pickle';
  if (ending === '.onnx') return 'onnx';
  if (ending === '.h5' || ending === '.hdf5') return 'h5';
  return 'other';
}

function isZipOfWeights(ending: string): boolean {
  return pickleNames.has(ending) || ['.bin', '.keras', '.npz', '.zip', '.ptl', '.nemo', '.model', ''].includes(ending);
}
