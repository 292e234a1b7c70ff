import { readFile } from 'node:fs/promises';
import { engineName } from '../core/audit/engine-name.js';
import { decide } from '../core/decision/record/decide.js';
import { decideCase } from '../core/decision/record/decide-case.js';
import { type DecisionRecord } from '../core/decision/record/decision-record.js';
import { type Problem } from '../core/inventory/problem.js';
import { readDocument } from './read-document.js';

/** Decision records of approved cases. A case nobody approved, or one that cannot be decided, is a problem: its scores are shown nowhere. */
export async function readDecisions(paths: readonly string[]): Promise<{ readonly records: readonly DecisionRecord[] } | { readonly problems: readonly Problem[] }> {
  const read = await Promise.all(paths.map(readDecision));
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []));
  return problems.length > 0 ? { problems } : { records: read.flatMap((one) => ('record' in one ? [one.record] : [])) };
}

async function readDecision(path: string): Promise<{ readonly record: DecisionRecord } | { readonly problems: readonly Problem[] }> {
  const document = await readDocument(path, readFile, decideCase);
  if ('problems' in document) return document;
  const decision = decide(document.value, { engine: engineName, whatIf: false });
  switch (decision.kind) {
    case 'refused':
      return { problems: decision.problems.map(({ at, message }) => ({ file: path, ...document.placeOf(at), code: 'decision-refused', message })) };
    case 'awaiting-approval':
      return { problems: [{ file: path, code: 'awaiting-approval', message: `the inputs await approval and no score is shown before; have them approved with inputHash: ${decision.inputHash}, or leave the decision out` }] };
    case 'decided':
      return { record: decision.record };
  }
}
