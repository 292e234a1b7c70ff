import { absentFact } from './absent-fact.js';
import type { Control, ControlApplication } from './control.js';
import { dayOf } from './day-of.js';
import type { FactResult } from './fact-result.js';
import { judgeFact } from './judge-fact.js';
import type { ReferenceFacts } from './reference-facts.js';

export interface ControlAt {
  readonly control: Control;
  /** The date of application as it was law at the instant; undefined where the requirement was not yet adopted. */
  readonly application?: ControlApplication;
  /** Whether the duty applies at the instant. Before it does, rules speak of readiness, not of violation. */
  readonly applies: boolean;
}

/**
 * A control and whether it applies at an instant, by the dates that were law at that instant: a later postponement is not known before its adoption.
 * `scope` chooses among dates, such as annex-iii; without a date of that scope the general one is taken, and without a general one the earliest.
 */
export function controlAt(reference: ReferenceFacts, id: string, asOf: string, scope: ControlApplication['scope'] = 'all'): FactResult<ControlAt> {
  const control = reference.controls.get(id);
  if (control === undefined) return absentFact(`control/${id}`);
  const day = dayOf(asOf);
  const known = control.application.filter(({ knownFrom, knownTo }) => day >= knownFrom && (knownTo === undefined || day < knownTo));
  const application = known.find((date) => date.scope === scope) ?? known.find((date) => date.scope === 'all') ?? earliest(known);
  const applies = application !== undefined && day >= application.appliesFrom && (application.appliesTo === undefined || day < application.appliesTo);
  return judgeFact(`control/${id}`, control, { control, applies, ...(application === undefined ? {} : { application }) }, asOf, reference.data.review, { path: 'application', from: '0000', fromField: 'id' });
}

function earliest(dates: readonly ControlApplication[]): ControlApplication | undefined {
  return dates.reduce<ControlApplication | undefined>((first, date) => (first === undefined || date.appliesFrom < first.appliesFrom ? date : first), undefined);
}
