import { audit, type AuditInput } from '../audit/audit.js';
import { type AuditResult, type FindingOfResult } from '../audit/audit-result.js';
import { type DataFlow } from '../inventory/data-flow.js';
import { type Deployment } from '../inventory/deployment.js';
import { applyShock } from './apply-shock.js';
import { blastRadius } from './blast-radius.js';
import { deploymentsOfFinding } from './deployments-of-finding.js';
import { fallbackStanding } from './fallback-standing.js';
import { serviceStops, type ServiceStop } from './service-stop.js';
import { type BreakOfShock, type DeploymentOfShock, type Impact, type ShockResult } from './shock-result.js';
import { shockTitle } from './shock-title.js';
import { type Shock } from './shock.js';

type Struck = Omit<DeploymentOfShock, 'fallback'>;

/** Audits the inventory before and after a shock with the same packs, and tells what breaks. A rule that can no longer be decided is shown as undecided, never as unchanged. */
export function runShock(input: AuditInput, shock: Shock): ShockResult | { readonly problem: string } {
  const shocked = applyShock({ snapshot: input.snapshot, reference: input.reference }, shock);
  if ('problem' in shocked) return shocked;
  const before = audit(input);
  const after = audit({ ...input, ...shocked.world });
  const live = input.snapshot.deployments.filter(({ status }) => status !== 'retired');
  const worse = worseFindings(before, after);
  const owners = deploymentsOfFinding(input.snapshot, input.reference);
  const stopOf = serviceStops({ snapshot: input.snapshot, reference: input.reference }, shock);
  const flows = flowsByDeployment(input.snapshot.dataFlows);
  const struck = live.map((deployment) => strike(deployment, stopOf(deployment, flows.get(deployment.id) ?? []), worse, { before, after }, owners));
  const states = new Map(struck.map((one): [string, Struck] => [one.id, one]));
  const deployments = live.map((deployment, index): DeploymentOfShock => {
    const one = struck[index] as Struck;
    return { ...one, fallback: fallbackStanding(deployment, { asOf: after.asOf, shock, states, stops: one.stops !== 'no' }) };
  });
  return {
    schema: 'domicile/shock-result/1',
    engine: after.engine,
    asOf: after.asOf,
    shock: { ...shock, title: shockTitle(shock) },
    digests: { snapshot: before.digests.snapshot, facts: before.digests.facts, factsAfter: after.digests.facts, packs: after.digests.packs },
    counts: { breaks: count(deployments, 'breaks'), undecided: count(deployments, 'undecided'), unchanged: count(deployments, 'unchanged') },
    blastRadius: blastRadius(deployments),
    deployments,
    elsewhere: worse.filter(({ finding }) => owners(finding.subject).length === 0).map(({ finding, was }) => breakOf(finding, was)),
    problems: after.problems,
  };
}

function flowsByDeployment(flows: readonly DataFlow[]): ReadonlyMap<string, readonly DataFlow[]> {
  const groups = new Map<string, DataFlow[]>();
  for (const flow of flows) {
    if (flow.deployment === undefined) continue;
    const group = groups.get(flow.deployment);
    if (group) group.push(flow);
    else groups.set(flow.deployment, [flow]);
  }
  return groups;
}

interface Worse {
  readonly finding: FindingOfResult;
  readonly was: BreakOfShock['before'];
}

const rank = { 'no finding': 0, unknown: 1, fail: 2, error: 3 } as const;

function worseFindings(before: AuditResult, after: AuditResult): Worse[] {
  const earlier = new Map<string, FindingOfResult['verdict']>(before.findings.map(({ fingerprint, verdict }) => [fingerprint, verdict]));
  return after.findings.flatMap((finding) => {
    const was = earlier.get(finding.fingerprint) ?? 'no finding';
    return was !== 'error' && rank[finding.verdict] > rank[was] ? [{ finding, was }] : [];
  });
}

function breakOf({ ruleId, title, severity, verdict, subject, element, message, waiver }: FindingOfResult, before: BreakOfShock['before']): BreakOfShock {
  return { ruleId, title, severity, before, after: verdict, subject, ...(element === undefined ? {} : { element }), message, waived: waiver !== null && waiver.state !== 'expired' };
}

function strike({ id, name, criticality, usersPerMonth }: Deployment, stop: ServiceStop, worse: readonly Worse[], { before, after }: { readonly before: AuditResult; readonly after: AuditResult }, owners: (subject: string) => readonly string[]): Struck {
  const mine = ({ subject }: FindingOfResult): boolean => owners(subject).includes(id);
  const breaks = worse.filter(({ finding }) => mine(finding)).map(({ finding, was }) => breakOf(finding, was));
  const left = new Map(after.findings.map(({ fingerprint, verdict }) => [fingerprint, verdict]));
  const own = before.findings.filter(mine);
  const failing = stop.stops === 'yes' || breaks.some((one) => one.after === 'fail');
  const open = stop.stops === 'unknown' || breaks.length > 0;
  return {
    id,
    name: name ?? id,
    criticality: criticality ?? null,
    usersPerMonth: usersPerMonth ?? null,
    impact: failing ? 'breaks' : open ? 'undecided' : 'unchanged',
    ...stop,
    breaks,
    stands: own.filter(({ fingerprint }) => left.has(fingerprint)).length - breaks.filter((one) => one.before !== 'no finding').length,
    mends: [...new Set(own.filter(({ fingerprint, verdict }) => verdict === 'fail' && !left.has(fingerprint)).map(({ ruleId }) => ruleId))],
  };
}

function count(deployments: readonly DeploymentOfShock[], impact: Impact): number {
  return deployments.filter((one) => one.impact === impact).length;
}
