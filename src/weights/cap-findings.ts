import { type UnsafeFinding } from './weights-report.js';

const listed = 100;
const weight = { dangerous: 0, suspicious: 1, notice: 2 } as const;

/** The worst first, each once, the rest counted. One notice of a kind is enough. */
export function capFindings(findings: readonly UnsafeFinding[]): UnsafeFinding[] {
  const once = new Map<string, UnsafeFinding>();
  for (const finding of findings) {
    const key = finding.level === 'notice' ? finding.code : `${finding.level} ${finding.code} ${finding.what ?? ''}`;
    if (!once.has(key)) once.set(key, finding);
  }
  const ordered = [...once.values()].sort((a, b) => weight[a.level] - weight[b.level]);
  const next = ordered[listed];
  return next === undefined ? ordered : [...ordered.slice(0, listed), { code: next.code, level: next.level, message: `and ${ordered.length - listed} more such findings` }];
}
