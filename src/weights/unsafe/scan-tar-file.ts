import { fileWindow } from '../byte-window.js';
import { MalformedFile } from '../malformed-file.js';
import { problemOf } from '../problem-of.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { type UnsafeFinding, type WeightsProblem } from '../weights-report.js';
import { scanBudget } from './scan-budget.js';
import { scanPickles } from './scan-pickles.js';
import { type UnsafeScan } from './unsafe-scan.js';

const block = 512;
const limits = { members: 10_000 };

/** PyTorch before 0.1.10 saved a tar of pickles; `tensors` and `storages` put raw numbers behind theirs. */
const withRawNumbers: ReadonlySet<string> = new Set(['tensors', 'storages']);

/** Follows the pickles in a tar archive, as PyTorch's first format has them. */
export function scanTarFile(descriptor: number, size: number): UnsafeScan {
  const unsafe: UnsafeFinding[] = [];
  const problems: WeightsProblem[] = [];
  const window = fileWindow(descriptor, 0, size);
  const budget = scanBudget();
  for (let members = 0; window.remaining() >= block; members += 1) {
    if (members > limits.members) throw new MalformedFile('count-too-large', `the archive has more than ${limits.members} members; what the others hold cannot be told`, 'unknown');
    const header = window.bytes(block);
    if (header.every((byte) => byte === 0)) break;
    const name = header.toString('latin1', 0, 100).replace(/\0.*$/s, '');
    const length = readOctal(header.toString('latin1', 124, 136), name);
    if (length > window.remaining()) throw new MalformedFile('truncated', `the archive ends within ${readableText(name)}; fetch it again`);
    const start = window.position();
    if (name.startsWith('/') || name.split('/').includes('..')) problems.push(problemOf(new MalformedFile('path-escape', `the archive holds ${readableText(name)}, a path that leads out of it; do not unpack it`)));
    const type = String.fromCharCode(header[156] ?? 0);
    if ((type === '0' || type === '\0') && length > 0) {
      const scan = scanPickles(fileWindow(descriptor, start, length), readableText(name), budget);
      unsafe.push(...scan.unsafe);
      if (!withRawNumbers.has(name.replace(/^\.\//, ''))) problems.push(...scan.problems);
    }
    window.seek(Math.min(size, start + Math.ceil(length / block) * block));
  }
  return { unsafe, problems: problems.slice(0, 100) };
}

function readOctal(text: string, name: string): number {
  const digits = text.replace(/[\0 ]+$/, '').trim();
  if (!/^[0-7]{1,11}$/.test(digits)) throw new MalformedFile('bad-tar', `the size of ${readableText(name)} in the archive is no number; fetch it again`);
  return Number.parseInt(digits, 8);
}
