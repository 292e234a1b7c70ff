import { absentFact } from './absent-fact.js';
import { dayOf } from './day-of.js';
import type { EngineFacts } from './engine-facts.js';
import type { FactResult } from './fact-result.js';
import { holdsOn } from './holds-on.js';
import { judgeFact } from './judge-fact.js';
import type { ReferenceFacts } from './reference-facts.js';

type LifecycleInterval = NonNullable<EngineFacts['lifecycle']>[number];

/** Whether an engine was active, in maintenance or archived at an instant. */
export function lifecycleAt(reference: ReferenceFacts, engineName: string, asOf: string): FactResult<LifecycleInterval> {
  const id = reference.engineIdByName.get(engineName.trim().toLowerCase());
  const facts = id === undefined ? undefined : reference.engines.get(id);
  if (id === undefined || facts === undefined) return absentFact(`engine/${engineName}`);
  const intervals = facts.lifecycle ?? [];
  const index = intervals.findLastIndex((interval) => holdsOn(interval, dayOf(asOf)));
  const interval = intervals[index];
  const fact = `engine/${id}`;
  if (interval === undefined) return { ...judgeFact(fact, facts, undefined, asOf, reference.data.review), value: undefined, state: 'not-yet-known' };
  const part = { path: `lifecycle[${index}]`, from: interval.from, confidence: interval.confidence, sources: interval.sources, noSource: interval.noSource };
  return judgeFact(fact, facts, interval, asOf, reference.data.review, part);
}
