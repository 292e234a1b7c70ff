import { byCodeUnit } from '../../inventory/by-code-unit.js';
import { type CodeCall } from '../../inventory/code-call.js';
import { type DataFlow } from '../../inventory/data-flow.js';
import { type Deployment } from '../../inventory/deployment.js';
import { recordKey } from '../../inventory/record-key.js';
import { providerByHost } from '../../reference/provider-by-host.js';
import { type ExposureContext } from '../exposure-context.js';
import { partyFacts } from '../party/party-facts.js';
import { resolveParty } from '../party/resolve-party.js';
import { type PathOrigin } from '../subject-view.js';
import { type CallView } from './call-view.js';

export interface CallsView {
  readonly calls: CallView[];
  readonly origins: (path: string) => PathOrigin[];
}

/** Who answers, by the deployments and flows that may name it. */
interface Declared {
  readonly providers: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
}

/** Calls of code as rules see them, against what some deployments declare; undefined where no code was looked through. */
export function callsOf(context: ExposureContext, calls: readonly CodeCall[], deployments: readonly Deployment[]): CallsView | undefined {
  if (!context.codeLookedThrough) return undefined;
  const flows = deployments.flatMap(({ id }) => context.flows.get(id) ?? []).filter(({ undeclared }) => undeclared !== true);
  const operators = deployments.map(({ provider }) => provider).filter((id) => id !== undefined);
  const declared = declaredBy(context, [...operators, ...recipientsOf(flows)]);
  const failover = declaredBy(context, recipientsOf(flows.filter(({ stage }) => stage === 'failover')));
  const shown = [...calls].sort((a, b) => byCodeUnit(a.id, b.id));
  return {
    calls: shown.map((call) => viewOf(context, call, declared, failover)),
    origins: (path) => shown.map(({ id }, index) => ({ path: `${path}[${index}]`, record: recordKey('codeCall', id), pointer: '/id' })),
  };
}

const recipientsOf = (flows: readonly DataFlow[]): string[] => flows.flatMap(({ to }) => (to === undefined ? [] : [to]));

function declaredBy(context: ExposureContext, parties: readonly string[]): Declared {
  const providers = new Set<string>();
  const hosts = new Set<string>();
  for (const id of parties) {
    const record = context.providers.get(id);
    providers.add(partyFacts(context.reference, id, record) ?? id);
    for (const host of record?.endpoints ?? []) hosts.add(host.toLowerCase());
  }
  return { providers, hosts };
}

function viewOf(context: ExposureContext, call: CodeCall, declared: Declared, failover: Declared): CallView {
  const { id, providers, host, own, file } = call;
  const origins = context.snapshot.origins.get(recordKey('codeCall', id))?.get('/id') ?? [];
  const known = own === true || providers !== undefined;
  const isDeclared = names(context, call, declared);
  return {
    key: own === true ? 'own network' : (providers?.join('+') ?? host ?? `unknown in ${file ?? 'the code'}`).slice(0, 400),
    name: own === true ? 'the own network' : (providers?.map((one) => context.reference.providers.get(one)?.name ?? one).join(' or ') ?? host ?? 'someone the code does not name'),
    sites: Math.max(origins.length, 1),
    what: origins[0]?.note ?? 'a call',
    ...(own === true ? { own: true } : known ? { own: false } : isDeclared ? { own: ownsHost(context, host) } : {}),
    ...(known ? { modelApi: own === true || providers?.some((one) => servesModels(context, one)) === true } : {}),
    ...(known || isDeclared ? { declared: isDeclared } : {}),
    ...(known || isDeclared ? { failover: own !== true && names(context, call, failover) } : {}),
  };
}

/** The own network needs no declaration; a host that nobody knows is declared by a party that lists it among its endpoints. */
function names(context: ExposureContext, { providers, host, own }: CodeCall, { providers: parties, hosts }: Declared): boolean {
  if (own === true) return true;
  if (host !== undefined) return hosts.has(host) || parties.has(providerByHost(context.reference, host) ?? host);
  return providers?.some((one) => parties.has(one)) === true;
}

/** Whether a declared host belongs to a party of the organisation itself. */
function ownsHost(context: ExposureContext, host: string | undefined): boolean | undefined {
  const owner = context.snapshot.providers.find(({ endpoints }) => host !== undefined && endpoints?.some((one) => one.toLowerCase() === host) === true);
  return owner === undefined ? undefined : resolveParty(context, owner.id).view.own;
}

function servesModels(context: ExposureContext, provider: string): boolean {
  const kind = context.reference.providers.get(provider)?.kind;
  return kind !== 'observability' && kind !== 'model-hub' && kind !== 'cloud';
}
