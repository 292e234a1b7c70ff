import { bufferWindow, type ByteWindow, fileWindow } from '../byte-window.js';
import { MalformedFile } from '../malformed-file.js';
import { problemOf } from '../problem-of.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { type UnsafeFinding, type WeightsProblem } from '../weights-report.js';
import { inflateZipEntry } from './inflate-zip-entry.js';
import { kerasLambda } from './keras-lambda.js';
import { numpyObjects } from './numpy-objects.js';
import { peekZipEntry } from './peek-zip-entry.js';
import { readZipEntries, type ZipEntry } from './read-zip-entries.js';
import { type ScanBudget, scanBudget } from './scan-budget.js';
import { scanPickles } from './scan-pickles.js';
import { type UnsafeScan } from './unsafe-scan.js';
import { zipDataStart } from './zip-data-start.js';

interface Archive {
  readonly descriptor: number;
  readonly size: number;
  readonly budget: ScanBudget;
}

const limits = { entryBytes: 32 * 1024 * 1024, problems: 100, findings: 1_000 };
const nothing: UnsafeScan = { unsafe: [], problems: [] };

/** Looks into a ZIP archive as PyTorch, Keras and NumPy write them: pickles under any name, Lambda layers, code. */
export function scanZipFile(descriptor: number, size: number): UnsafeScan {
  const archive = { descriptor, size, budget: scanBudget() };
  const unsafe: UnsafeFinding[] = [];
  const problems: WeightsProblem[] = [];
  for (const entry of readZipEntries(descriptor, size)) {
    if (problems.length >= limits.problems || unsafe.length >= limits.findings) {
      problems.push({ code: 'too-many-problems', bearing: 'unknown', message: 'the archive has more faults than are listed; the rest of it was not read' });
      break;
    }
    try {
      const scan = scanEntry(archive, entry);
      unsafe.push(...scan.unsafe);
      problems.push(...scan.problems);
    } catch (error) {
      if (!(error instanceof MalformedFile)) throw error;
      problems.push(problemOf(error));
    }
  }
  return { unsafe, problems };
}

function scanEntry(archive: Archive, entry: ZipEntry): UnsafeScan {
  const name = readableText(entry.name);
  if (entry.name.split(/[\\/]/).includes('..') || /^([\\/]|[A-Za-z]:)/.test(entry.name)) throw new MalformedFile('path-escape', `the archive holds ${name}, a path that leads out of it; do not unpack it`);
  if (entry.name.endsWith('/')) return nothing;
  if (entry.encrypted) throw new MalformedFile('encrypted', `${name} in the archive is encrypted; what it holds cannot be told`, 'unknown');
  if (/\.(pkl|pickle|p)$/i.test(entry.name)) return scanPickles(openEntry(archive, entry), name, archive.budget);
  const head = peekZipEntry(archive.descriptor, archive.size, entry);
  if (/\.npy$/i.test(entry.name)) return numpyObjects(head, name);
  if (/(^|\/)config\.json$/i.test(entry.name)) return scanKerasConfig(unpack(archive, entry), name);
  if (/(^|\/)code\/.+\.py$/.test(entry.name)) return { ...nothing, unsafe: [{ code: 'torchscript', level: 'notice', what: name, message: `${name} is TorchScript code, which PyTorch's own interpreter runs` }] };
  if (/\.(py|pyc|so|dll|dylib|sh|exe)$/i.test(entry.name)) return { ...nothing, unsafe: [{ code: 'native-code', level: 'suspicious', what: name, message: `the archive holds the program ${name}; read it before use` }] };
  const looksLikePickle = head[0] === 0x80 && (head[1] ?? 255) <= 5;
  return looksLikePickle ? scanUnnamedPickle(archive, entry, name) : nothing;
}

function openEntry(archive: Archive, entry: ZipEntry): ByteWindow {
  if (entry.method !== 0) return bufferWindow(unpack(archive, entry));
  if (entry.compressedBytes !== entry.bytes) throw new MalformedFile('bad-zip', `the archive gives two sizes for ${readableText(entry.name)}; do not load it`);
  return fileWindow(archive.descriptor, zipDataStart(archive.descriptor, archive.size, entry), entry.bytes);
}

function unpack({ descriptor, size, budget }: Archive, entry: ZipEntry): Buffer {
  const bytes = inflateZipEntry(descriptor, size, entry, Math.min(limits.entryBytes, Math.max(budget.bytes, 1)));
  budget.bytes -= bytes.length;
  return bytes;
}

/** Raw numbers may look like a pickle by chance, so only what it would import is reported, not that it breaks off. */
function scanUnnamedPickle(archive: Archive, entry: ZipEntry, name: string): UnsafeScan {
  return { ...nothing, unsafe: scanPickles(openEntry(archive, entry), name, archive.budget).unsafe.filter(({ level }) => level === 'dangerous') };
}

function scanKerasConfig(bytes: Buffer, name: string): UnsafeScan {
  const lambda = kerasLambda(bytes.toString('latin1'));
  return { ...nothing, unsafe: lambda ? [{ code: 'keras-lambda', level: 'dangerous', what: 'Lambda', message: `${name} has a Lambda layer, whose Python code runs when the model is loaded; do not load it` }] : [] };
}
