import { recordKey } from '../../inventory/record-key.js';
import { type CommonsContext } from '../commons-context.js';
import { type ExposureContext } from '../exposure-context.js';
import { type CriticalDeployments } from '../fleet-overview.js';
import { resolveParty } from '../party/resolve-party.js';
import { remember } from '../remember.js';
import { type Resolved } from '../resolved.js';
import { type FactUse } from '../subject-view.js';
import { withDisputes } from '../with-disputes.js';
import { callsOf } from './calls-of.js';
import { type OrganisationView } from './organisation-view.js';
import { type PartyView } from './party-view.js';

/** The organisation with its concentration on single owners, and with what code calls where any was looked through. */
export function buildOrganisationView(context: ExposureContext): Resolved<OrganisationView> | undefined {
  const concentrated = remember(context, 'organisation', concentratedView);
  const { calls, hints } = callsOfNoDeployment(context);
  if (concentrated === undefined || calls === undefined || hints === undefined) return concentrated;
  const { view, origins, factUses } = concentrated;
  return { view: { ...view, calls: calls.calls, hints: hints.calls }, origins: () => [...origins(), ...calls.origins('.calls'), ...hints.origins('.hints')], factUses, grafts: new Map() };
}

/** Over live critical and important deployments. */
function concentratedView(context: CommonsContext): Resolved<OrganisationView> | undefined {
  const { organisation } = context.snapshot;
  if (organisation === undefined) return undefined;
  const key = recordKey('organisation', organisation.id);
  const { critical } = context.overview;
  const criticalDeployments = critical.reduce((sum, { count }) => sum + count, 0);
  const factUses: FactUse[] = [];
  const parents = new Map<string, { readonly country: string | undefined; readonly deployments: number }>();
  let complete = true;
  for (const each of critical) {
    const outside = outsideParties(context, each, factUses);
    if (outside === undefined || outside.some(({ parentName }) => parentName === undefined)) complete = false;
    for (const { parentName, parentCountry } of distinctParents(outside ?? [])) {
      const row = parents.get(parentName) ?? { country: parentCountry, deployments: 0 };
      parents.set(parentName, { ...row, deployments: row.deployments + each.count });
    }
  }
  const concentration = [...parents.entries()]
    .map(([parent, { country, deployments }]) => ({ parent, ...(country === undefined ? {} : { country }), deployments, share: deployments / criticalDeployments }))
    .sort((a, b) => b.deployments - a.deployments || (a.parent < b.parent ? -1 : 1))
    .slice(0, 50);
  const largest = concentration[0];
  const view: OrganisationView = {
    ...organisation,
    criticalDeployments,
    ...(complete ? { concentration } : {}),
    ...(largest === undefined ? (complete && criticalDeployments > 0 ? { largestShare: 0 } : {}) : { largestParent: largest.parent, largestShare: largest.share }),
  };
  return { view: withDisputes(view, context.disputes.get(key)), origins: () => [{ path: '', record: key, pointer: '' }], factUses, grafts: new Map() };
}

/** What code calls that no deployment names as its own, and whom code names without calling them; judged by all that is declared. */
function callsOfNoDeployment(context: ExposureContext) {
  const { codeCalls, deployments } = context.snapshot;
  const live = deployments.filter(({ status }) => status !== 'retired');
  const called = new Set(codeCalls.flatMap(({ basis, providers }) => (basis === 'call' ? (providers ?? []) : [])));
  return {
    calls: callsOf(context, codeCalls.filter(({ deployment, basis }) => deployment === undefined && basis === 'call'), live),
    hints: callsOf(context, codeCalls.filter(({ basis, own, providers }) => basis === 'hint' && own !== true && providers?.some((one) => called.has(one)) !== true), live),
  };
}

/** The parties whose owner is known, each owner once. */
function distinctParents(parties: readonly PartyView[]): (PartyView & { readonly parentName: string })[] {
  return parties.filter((party, index): party is PartyView & { readonly parentName: string } => party.parentName !== undefined && parties.findIndex(({ parentName }) => parentName === party.parentName) === index);
}

/** Providers outside the organisation on which a deployment hangs; undefined where it names none. */
function outsideParties(context: CommonsContext, { provider, place }: CriticalDeployments, uses: FactUse[]): PartyView[] | undefined {
  const ids = [provider, place?.provider].filter((id) => id !== undefined);
  if (ids.length === 0) return place?.kind === 'on-premises' || place?.kind === 'edge' ? [] : undefined;
  return [...new Set(ids)].flatMap((id) => {
    const { view, factUses } = resolveParty(context, id);
    for (const use of factUses) if (use.path === '.parentCountry' && !uses.some(({ fact }) => fact === use.fact)) uses.push({ ...use, path: '.largestShare' });
    return view.own === true ? [] : [view];
  });
}
