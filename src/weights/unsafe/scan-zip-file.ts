import { bufferWindow, type ByteWindow, fileWindow } from '../byte-window.js';
import { MalformedFile } from '../malformed-file.js';
import { problemOf } from '../problem-of.js';
import { readableText } from '../readable-text.js';
import { type UnsafeFinding, type WeightsProblem } from '../weights-report.js';
import { kerasLambda } from './keras-lambda.js';
import { readZipEntries, type ZipEntry } from './read-zip-entries.js';
import { inflateZipEntry } from './inflate-zip-entry.js';
import { zipDataStart } from './zip-data-start.js';
import { numpyObjects } from './numpy-objects.js';
import { scanPickles } from './scan-pickles.js';
import { type UnsafeScan } from './unsafe-scan.js';

const namedPickle = /\.(pkl|pickle|p)$/i;
const small = 64 * 1024 * 1024;

/** Looks into a ZIP archive as PyTorch, Keras and NumPy write them: pickles under any name, Lambda layers, code. */
export function scanZipFile(descriptor: number, size: number): UnsafeScan {
  const unsafe: UnsafeFinding[] = [];
  const problems: WeightsProblem[] = [];
  for (const entry of readZipEntries(descriptor, size)) {
    try {
      const scan = scanEntry(descriptor, size, entry);
      unsafe.push(...scan.unsafe);
      problems.push(...scan.problems);
    } catch (error) {
      if (!(error instanceof MalformedFile)) throw error;
      problems.push(problemOf(error));
    }
  }
  return { unsafe, problems: problems.slice(0, 100) };
}

function scanEntry(descriptor: number, size: number, entry: ZipEntry): UnsafeScan {
  const name = readableText(entry.name);
  if (entry.name.split(/[\\/]/).includes('..') || /^([\\/]|[A-Za-z]:)/.test(entry.name)) throw new MalformedFile('path-escape', `the archive holds ${name}, a path that leads out of it; do not unpack it`);
  if (entry.name.endsWith('/')) return { unsafe: [], problems: [] };
  if (entry.encrypted) throw new MalformedFile('encrypted', `${name} in the archive is encrypted; what it holds cannot be told`, 'unknown');
  if (namedPickle.test(entry.name)) return scanPickles(openEntry(descriptor, size, entry), name);
  if (/\.npy$/i.test(entry.name)) return scanNumpyEntry(descriptor, size, entry, name);
  if (/(^|\/)config\.json$/i.test(entry.name)) return scanKerasConfig(inflateZipEntry(descriptor, size, entry), name);
  if (/(^|\/)code\/.+\.py$/.test(entry.name)) return { unsafe: [{ code: 'torchscript', level: 'notice', what: name, message: `${name} is TorchScript code, which PyTorch's own interpreter runs` }], problems: [] };
  if (/\.(py|pyc|so|dll|dylib|sh|exe)$/i.test(entry.name)) return { unsafe: [{ code: 'native-code', level: 'suspicious', what: name, message: `the archive holds the program ${name}; read it before use` }], problems: [] };
  return scanUnnamedPickle(descriptor, size, entry, name);
}

function openEntry(descriptor: number, size: number, entry: ZipEntry): ByteWindow {
  if (entry.method !== 0) return bufferWindow(inflateZipEntry(descriptor, size, entry));
  if (entry.compressedBytes !== entry.bytes) throw new MalformedFile('bad-zip', `the archive gives two sizes for ${readableText(entry.name)}; do not load it`);
  return fileWindow(descriptor, zipDataStart(descriptor, size, entry), entry.bytes);
}

/** Raw numbers may look like a pickle by chance, so only what it would import is reported, not that it breaks off. */
function scanUnnamedPickle(descriptor: number, size: number, entry: ZipEntry, name: string): UnsafeScan {
  if (entry.bytes < 4 || (entry.method !== 0 && entry.bytes > small)) return { unsafe: [], problems: [] };
  const window = openEntry(descriptor, size, entry);
  const looksLikePickle = window.size >= 2 && window.u8() === 0x80 && window.u8() <= 5;
  if (!looksLikePickle) return { unsafe: [], problems: [] };
  window.seek(0);
  return { unsafe: scanPickles(window, name).unsafe.filter(({ level }) => level === 'dangerous'), problems: [] };
}

function scanNumpyEntry(descriptor: number, size: number, entry: ZipEntry, name: string): UnsafeScan {
  const window = openEntry(descriptor, size, entry);
  return numpyObjects(window.bytes(Math.min(window.size, 4_096)), name);
}

function scanKerasConfig(bytes: Buffer, name: string): UnsafeScan {
  const lambda = kerasLambda(bytes.toString('latin1'));
  return { problems: [], unsafe: lambda ? [{ code: 'keras-lambda', level: 'dangerous', what: 'Lambda', message: `${name} has a Lambda layer, whose Python code runs when the model is loaded; do not load it` }] : [] };
}
