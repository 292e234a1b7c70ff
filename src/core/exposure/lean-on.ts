import { type FactResult } from '../reference/fact-result.js';
import { type FactUse } from './subject-view.js';

/**
 * Takes the value of a reference fact and notes under `path` that it was leaned on.
 * Undefined where the fact is absent, not yet known at the instant, or overdue for review.
 */
export function leanOn<Value>(uses: FactUse[], path: string, found: FactResult<Value>): Value | undefined {
  const state = found.state === 'absent' ? 'missing' : found.state;
  if (!uses.some((use) => use.path === path && use.fact === found.fact && use.state === state)) uses.push({ path, fact: found.fact, confidence: found.confidence ?? 'no-record', state, ...(found.overlay === undefined ? {} : { overlay: found.overlay }) });
  return found.state === 'current' || found.state === 'unverified' ? found.value : undefined;
}
