import { type FindingOfResult } from './audit-result.js';

/** As much of a finding as tells it apart and what becomes of it. */
export interface FoundHead extends Pick<FindingOfResult, 'fingerprint' | 'ruleId' | 'pack' | 'severity' | 'subject' | 'verdict'> {
  readonly waiver: Pick<NonNullable<FindingOfResult['waiver']>, 'id' | 'state'> | null;
}

export function headOf({ fingerprint, ruleId, pack, severity, subject, verdict, waiver }: FindingOfResult): FoundHead {
  return { fingerprint, ruleId, pack, severity, subject, verdict, waiver: waiver === null ? null : { id: waiver.id, state: waiver.state } };
}
