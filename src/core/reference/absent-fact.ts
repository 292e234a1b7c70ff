import type { FactResult } from './fact-result.js';

/** The answer where the facts hold no record of the name asked for. */
export function absentFact<Value>(fact: string): FactResult<Value> {
  return { value: undefined, fact, state: 'absent', sources: [] };
}
