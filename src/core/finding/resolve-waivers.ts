import { type SubjectView } from '../exposure/subject-view.js';
import { type Waiver } from './waiver.js';
import { waiverStanding, type WaiverPolicy } from './waiver-standing.js';

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

/** What a waiver was found to cover. */
export interface WaiverUse {
  /** Keys of what it matches, `rule subject element`. */
  readonly matched: readonly string[];
  /** Why it no longer covers something that it was given for, a sentence for each. */
  readonly ended: readonly string[];
}

export interface WaiverResolution {
  /** The waiver of each verdict, by index into the verdicts. */
  readonly matches: ReadonlyMap<number, WaiverMatch>;
  /** Of each waiver, in the order of the waivers. */
  readonly uses: readonly WaiverUse[];
}

/** The one place where waivers meet verdicts: for the command line, the server and schedules alike. */
export function resolveWaivers(verdicts: readonly WaivableVerdict[], waivers: readonly GuardedWaiver[], policies: ReadonlyMap<string, WaiverPolicy>, asOf: string): WaiverResolution {
  const matches = new Map<number, WaiverMatch>();
  const uses = waivers.map(({ waiver, guard }): WaiverUse => {
    const standing = waiverStanding(waiver, policies.get(waiver.pack), asOf);
    const matched: string[] = [];
    const ended: string[] = [];
    if (standing.state === 'invalid' || standing.state === 'not-yet-valid') return { matched, ended };
    verdicts.forEach((verdict, index) => {
      if (!covers(waiver, verdict)) return;
      if (approvedElsewhere(waiver, verdict)) {
        ended.push(`${keyOf(verdict)}: what it was approved on has changed, so the waiver ended there`);
        return;
      }
      const holds = guard === undefined ? true : verdict.view === undefined ? undefined : guard(verdict.view);
      if (holds !== true) {
        ended.push(`${keyOf(verdict)}: 'while' is ${holds === undefined ? 'unknown' : 'no longer true'}, so the waiver ended there`);
        return;
      }
      matched.push(keyOf(verdict));
      const before = matches.get(index);
      const state = standing.state === 'expired' ? 'expired' : standing.state === 'expiring' ? 'expiring' : 'active';
      if (before === undefined || (before.state === 'expired' && state !== 'expired')) matches.set(index, { waiver, state });
    });
    return { matched, ended };
  });
  return { matches, uses };
}

const keyOf = ({ ruleId, subject, element }: WaivableVerdict): string => [ruleId, subject, element].filter(Boolean).join(' ');

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
