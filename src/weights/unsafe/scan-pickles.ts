import { type ByteWindow } from '../byte-window.js';
import { MalformedFile } from '../malformed-file.js';
import { problemOf } from '../problem-of.js';
import { type UnsafeFinding, type WeightsProblem } from '../weights-report.js';
import { judgePickle } from './judge-pickle.js';
import { type ScanBudget, scanBudget } from './scan-budget.js';
import { scanPickle } from './scan-pickle.js';
import { type UnsafeScan } from './unsafe-scan.js';

/** `torch.save` before version 1.6 begins with this number and writes five pickles, then the raw numbers. */
const legacyTorchMagic = '1950a86a20f9469cfc6c';
const legacyTorchPickles = 5;
const limits = { pickles: 1_000 };

/** Follows all pickles in the window, one after the other. Bytes after the last that are no pickle cannot be told, unless PyTorch's old format puts them there. */
export function scanPickles(window: ByteWindow, where: string, budget: ScanBudget = scanBudget()): UnsafeScan {
  const found = new Map<string, UnsafeFinding>();
  const problems: WeightsProblem[] = [];
  let expected = limits.pickles;
  for (let index = 0; index < expected && window.remaining() > 0; index += 1) {
    const scan = scanPickle(window, budget);
    if (index === 0 && scan.firstLong === legacyTorchMagic) expected = legacyTorchPickles;
    const name = index === 0 || expected === legacyTorchPickles ? where : `pickle ${index + 1} of ${where}`;
    for (const finding of judgePickle(scan, name)) found.set(`${finding.level} ${finding.code} ${finding.what ?? ''}`, finding);
    if (scan.broken !== undefined) {
      problems.push(index === 0 || expected === legacyTorchPickles ? problemOf(scan.broken) : trailing(index));
      break;
    }
  }
  if (expected === limits.pickles && window.remaining() > 0 && problems.length === 0) problems.push(problemOf(new MalformedFile('pickle-too-large', `${where} holds more than ${limits.pickles} pickles; what the others import cannot be told`, 'unknown')));
  const unsafe = [...found.values()];
  return { unsafe: unsafe.some(({ level }) => level !== 'notice') ? unsafe.filter(({ level }) => level !== 'notice') : unsafe.slice(0, 1), problems };
}

function trailing(pickles: number): WeightsProblem {
  return { code: 'trailing-bytes', bearing: 'unknown', message: `after ${pickles} ${pickles === 1 ? 'pickle' : 'pickles'} follow bytes that are none; what reads them cannot be told` };
}
