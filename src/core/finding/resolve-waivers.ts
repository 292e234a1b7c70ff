import { type SubjectView } from '../exposure/subject-view.js';
import { type Waiver } from './waiver.js';
import { waiverStanding, type WaiverPolicy, type WaiverStanding } from './waiver-standing.js';

/** A finding as far as a waiver looks at it. */
export interface WaivableVerdict {
  readonly ruleId: string;
  readonly pack: string;
  readonly subject: string;
  readonly element?: string;
  readonly view?: SubjectView;
  /** Digest of what it was decided on; needed where a waiver is bound to the state it was approved in. */
  readonly stateDigest?: string;
}

export interface WaiverMatch {
  readonly waiver: Waiver;
  readonly state: 'active' | 'expiring' | 'expired';
}

/** A waiver with its `while` clause compiled; the guard answers true, false, or undefined where the facts do not tell. */
export interface GuardedWaiver {
  readonly waiver: Waiver;
  readonly guard?: (view: SubjectView) => boolean | undefined;
}

export interface WaiverReport {
  readonly waiver: Waiver;
  readonly state: WaiverStanding['state'] | 'unused' | 'guard-ended';
  readonly note?: string;
  /** Keys of what it was found to match, `rule subject element`. */
  readonly matched: readonly string[];
}

export interface WaiverResolution {
  /** The waiver of each verdict, by index into the verdicts. */
  readonly matches: ReadonlyMap<number, WaiverMatch>;
  readonly reports: readonly WaiverReport[];
}

/** The one place where waivers meet verdicts: for the command line, the server and schedules alike. */
export function resolveWaivers(verdicts: readonly WaivableVerdict[], waivers: readonly GuardedWaiver[], policies: ReadonlyMap<string, WaiverPolicy>, asOf: string): WaiverResolution {
  const matches = new Map<number, WaiverMatch>();
  const reports = waivers.map(({ waiver, guard }): WaiverReport => {
    const standing = waiverStanding(waiver, policies.get(waiver.pack), asOf);
    if (standing.state === 'invalid' || standing.state === 'not-yet-valid') return { waiver, ...standing, matched: [] };
    const matched: string[] = [];
    let guardEnded: string | undefined;
    verdicts.forEach((verdict, index) => {
      if (!covers(waiver, verdict)) return;
      if (approvedElsewhere(waiver, verdict)) {
        guardEnded = `${[verdict.ruleId, verdict.subject, verdict.element].filter(Boolean).join(' ')}: what it was approved on has changed, so the waiver ended there`;
        return;
      }
      const holds = guard === undefined ? true : verdict.view === undefined ? undefined : guard(verdict.view);
      const key = [verdict.ruleId, verdict.subject, verdict.element].filter(Boolean).join(' ');
      if (holds !== true) {
        guardEnded = `${key}: 'while' is ${holds === undefined ? 'unknown' : 'no longer true'}, so the waiver ended there`;
        return;
      }
      matched.push(key);
      const before = matches.get(index);
      const state = standing.state === 'expired' ? 'expired' : standing.state === 'expiring' ? 'expiring' : 'active';
      if (before === undefined || (before.state === 'expired' && state !== 'expired')) matches.set(index, { waiver, state });
    });
    if (matched.length === 0 && guardEnded !== undefined) return { waiver, state: 'guard-ended', note: guardEnded, matched };
    if (matched.length === 0 && standing.state !== 'expired') return { waiver, state: 'unused', note: 'no finding of this audit matches it; retire it', matched };
    return { waiver, ...standing, ...(guardEnded === undefined ? {} : { note: guardEnded }), matched };
  });
  return { matches, reports };
}

function covers(waiver: Waiver, verdict: WaivableVerdict): boolean {
  return (
    waiver.pack === verdict.pack &&
    waiver.rules.includes(verdict.ruleId) &&
    waiver.subjects.some(({ subject, element }) => subject === verdict.subject && element === verdict.element) &&
    (waiver.approvedState === undefined || approvedFor(waiver, verdict) !== undefined)
  );
}

/** Whether the waiver was approved for this verdict as it was decided on other facts. */
function approvedElsewhere(waiver: Waiver, verdict: WaivableVerdict): boolean {
  return waiver.approvedState !== undefined && approvedFor(waiver, verdict)?.digest !== verdict.stateDigest;
}

function approvedFor({ approvedState }: Waiver, verdict: WaivableVerdict): NonNullable<Waiver['approvedState']>[number] | undefined {
  return approvedState?.find(({ rule, subject, element }) => rule === verdict.ruleId && subject === verdict.subject && element === verdict.element);
}
