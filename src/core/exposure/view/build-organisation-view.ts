import { type Deployment } from '../../inventory/deployment.js';
import { recordKey } from '../../inventory/record-key.js';
import { type ExposureContext } from '../exposure-context.js';
import { resolveParty } from '../party/resolve-party.js';
import { type Resolved } from '../resolved.js';
import { type FactUse } from '../subject-view.js';
import { withDisputes } from '../with-disputes.js';
import { callsOf } from './calls-of.js';
import { type OrganisationView } from './organisation-view.js';
import { type PartyView } from './party-view.js';

/** The organisation with its concentration on single owners, over its live critical and important deployments. */
export function buildOrganisationView(context: ExposureContext): Resolved<OrganisationView> | undefined {
  const { organisation } = context.snapshot;
  if (organisation === undefined) return undefined;
  const key = recordKey('organisation', organisation.id);
  const critical = context.snapshot.deployments.filter(({ status, criticality }) => status !== 'retired' && status !== 'planned' && (criticality === 'critical' || criticality === 'important'));
  const factUses: FactUse[] = [];
  const parents = new Map<string, { readonly country: string | undefined; readonly deployments: Set<string> }>();
  let complete = true;
  for (const deployment of critical) {
    const outside = outsideParties(context, deployment, factUses);
    if (outside === undefined) complete = false;
    for (const party of outside ?? []) {
      if (party.parentName === undefined) complete = false;
      else {
        const row = parents.get(party.parentName) ?? { country: party.parentCountry, deployments: new Set<string>() };
        row.deployments.add(deployment.id);
        parents.set(party.parentName, row);
      }
    }
  }
  const concentration = [...parents.entries()]
    .map(([parent, { country, deployments }]) => ({ parent, ...(country === undefined ? {} : { country }), deployments: deployments.size, share: deployments.size / critical.length }))
    .sort((a, b) => b.deployments - a.deployments || (a.parent < b.parent ? -1 : 1))
    .slice(0, 50);
  const { calls, hints } = callsOfNoDeployment(context);
  const largest = concentration[0];
  const view: OrganisationView = {
    ...organisation,
    criticalDeployments: critical.length,
    ...(complete ? { concentration } : {}),
    ...(largest === undefined ? (complete && critical.length > 0 ? { largestShare: 0 } : {}) : { largestParent: largest.parent, largestShare: largest.share }),
    ...(calls === undefined ? {} : { calls: calls.calls }),
    ...(hints === undefined ? {} : { hints: hints.calls }),
  };
  return { view: withDisputes(view, context.disputes.get(key)), origins: () => [{ path: '', record: key, pointer: '' }, ...(calls?.origins('.calls') ?? []), ...(hints?.origins('.hints') ?? [])], factUses, grafts: new Map() };
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

/** Providers outside the organisation on which a deployment hangs; undefined where it names none. */
function outsideParties(context: ExposureContext, { provider, place }: Deployment, uses: FactUse[]): PartyView[] | undefined {
  const ids = [provider, place?.provider].filter((id) => id !== undefined);
  if (ids.length === 0) return place?.kind === 'on-premises' || place?.kind === 'edge' ? [] : undefined;
  return [...new Set(ids)].flatMap((id) => {
    const { view, factUses } = resolveParty(context, id);
    for (const use of factUses) if (use.path === '.parentCountry' && !uses.some(({ fact }) => fact === use.fact)) uses.push({ ...use, path: '.largestShare' });
    return view.own === true ? [] : [view];
  });
}
