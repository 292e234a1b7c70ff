import { type Deployment } from '../inventory/deployment.js';
import { epochOf } from '../inventory/epoch-of.js';
import { type DeploymentOfShock, type FallbackOfShock } from './shock-result.js';
import { type Shock } from './shock.js';

interface Fallen {
  /** ISO 8601 instant. */
  readonly asOf: string;
  readonly shock: Shock;
  /** What the shock does to each live deployment, by id. */
  readonly states: ReadonlyMap<string, Pick<DeploymentOfShock, 'impact' | 'stands'>>;
  /** The deployment stops, or may. */
  readonly stops: boolean;
}

/** Whether what the deployment names as its fallback would carry it through this shock. */
export function fallbackStanding({ fallback }: Deployment, { asOf, shock, states, stops }: Fallen): FallbackOfShock {
  const cutOff = stops && shock.kind === 'api-cut-off' ? shock.days : null;
  const { deployment = null, model = null, testedAt = null, substituteDays } = fallback ?? {};
  const named = { deployment, model, testedAt };
  if (deployment === null && model === null) return { state: 'not-recorded', why: 'no fallback is recorded; write one under fallback', ...named, daysWithout: cutOff };
  const standing = deployment === null ? undefined : states.get(deployment);
  if (standing?.impact === 'breaks') return { state: 'hit-too', why: `the same shock breaks ${deployment ?? ''}`, ...named, daysWithout: cutOff };
  const daysWithout = !stops || substituteDays === undefined ? cutOff : Math.min(substituteDays, cutOff ?? substituteDays);
  if (deployment === null) return { state: 'unknown', why: `nothing states where ${model ?? 'it'} would run; name a deployment`, ...named, daysWithout };
  if (standing === undefined) return { state: 'unknown', why: `the inventory has no live deployment '${deployment}'; record it`, ...named, daysWithout };
  if (standing.impact === 'undecided') return { state: 'unknown', why: `what becomes of ${deployment} cannot be decided`, ...named, daysWithout };
  const already = standing.stands === 0 ? '' : `; findings open on it already: ${standing.stands}`;
  const tested = testedAt !== null && epochOf(testedAt) <= epochOf(asOf);
  const why = tested ? `the shock leaves ${deployment} as it is, and the switch was tested on ${testedAt.slice(0, 10)}` : `the shock leaves ${deployment} as it is, but no test of the switch is recorded`;
  return { state: tested ? 'tested' : 'untested', why: `${why}${already}`, ...named, daysWithout };
}
