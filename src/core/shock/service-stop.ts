import { type DataFlow } from '../inventory/data-flow.js';
import { type Deployment } from '../inventory/deployment.js';
import { hitModel } from './hit-model.js';
import { hitParty } from './hit-party.js';
import { type Shock } from './shock.js';
import { type World } from './shocked-world.js';

/** Whether a deployment stops answering, whatever the rules say, and which other ways of its data end. */
export interface ServiceStop {
  readonly stops: 'yes' | 'no' | 'unknown';
  readonly why: string;
  readonly loses: readonly { readonly flow: string; readonly stage: string | null; readonly to: string | null }[];
}

interface Strike {
  /** Whether it strikes who runs the deployment, where it runs, or where it sends what is asked; undefined where nothing says. */
  readonly deployment: (deployment: Deployment) => string | false | undefined;
  readonly flow: (flow: DataFlow) => string | false | undefined;
}

const answering = new Set<DataFlow['stage']>(['prompt', 'completion', 'embedding']);
const untouched: ServiceStop = { stops: 'no', why: 'this shock interrupts no service', loses: [] };

/** Tells for each deployment whether the shock interrupts it. A shock that only changes law, ownership or a licence interrupts nothing. */
export function serviceStops(world: World, shock: Shock): (deployment: Deployment, flows: readonly DataFlow[]) => ServiceStop {
  const strike = strikeOf(world, shock);
  return strike === undefined ? () => untouched : (deployment, flows) => stopOf(strike, deployment, flows);
}

function stopOf(strike: Strike, deployment: Deployment, flows: readonly DataFlow[]): ServiceStop {
  const struck = flows.filter((flow) => typeof strike.flow(flow) === 'string');
  const loses = struck.filter(({ stage }) => !answering.has(stage)).map(({ id, stage, to }) => ({ flow: id, stage: stage ?? null, to: to ?? null }));
  const serving = flows.filter(({ stage }) => answering.has(stage));
  const reasons = [strike.deployment(deployment), ...serving.map(strike.flow)];
  const hit = reasons.find((reason) => typeof reason === 'string');
  if (typeof hit === 'string') return { stops: 'yes', why: hit, loses };
  const open = reasons.includes(undefined) || struck.some(({ stage }) => stage === undefined);
  return open ? { stops: 'unknown', why: 'the inventory does not say enough of who runs it, where it runs and where its prompts go; add provider, place and flows', loses } : { stops: 'no', why: 'neither it nor its prompts depend on what is lost', loses };
}

function strikeOf(world: World, shock: Shock): Strike | undefined {
  switch (shock.kind) {
    case 'api-cut-off':
    case 'api-retired':
      return serviceStrike(world, shock.provider, shock.model);
    case 'region-lost':
      return regionStrike(world, shock);
    default:
      return undefined;
  }
}

function serviceStrike(world: World, provider: string, model: string | undefined): Strike {
  const ids = idsOf(world, provider);
  const hit = model === undefined ? undefined : hitModel(world, model, true);
  const models = hit !== undefined && 'ids' in hit ? hit.ids : undefined;
  const serves = new Map(world.snapshot.deployments.map(({ id, model: served }) => [id, served]));
  const isModel = (served: string | undefined): boolean | undefined => (models === undefined ? true : served === undefined ? undefined : models.has(served));
  const strikes = (id: string | undefined, served: string | undefined, why: string): string | false | undefined => {
    if (id === undefined) return undefined;
    if (!ids.has(id)) return false;
    const concerned = isModel(served);
    return concerned === true ? why : concerned;
  };
  return {
    deployment: ({ provider: operator, place, model: served }) => {
      const byPlace = place?.provider === undefined ? false : strikes(place.provider, served, `it runs at ${place.provider}`);
      return typeof byPlace === 'string' ? byPlace : strikes(operator, served, `${operator ?? ''} operates it`);
    },
    flow: ({ to, deployment }) => (to === undefined ? undefined : strikes(to, deployment === undefined ? undefined : serves.get(deployment), `its prompts go to ${to}`)),
  };
}

function idsOf(world: World, provider: string): ReadonlySet<string> {
  const party = hitParty(world, provider);
  return 'ids' in party ? party.ids : new Set([provider]);
}

/** Names of regions are their provider's own: whoever is not known to have the region cannot lose it. */
function providersIn({ snapshot }: World, region: string): ReadonlySet<string> {
  const named = [...snapshot.deployments.map(({ place, provider }) => ({ region: place?.region, by: place?.provider ?? provider })), ...snapshot.dataFlows.map((flow) => ({ region: flow.region, by: flow.to }))];
  return new Set(named.flatMap(({ region: at, by }) => (at?.toLowerCase() === region.toLowerCase() && by !== undefined ? [by] : [])));
}

function regionStrike(world: World, { region, country, provider }: Extract<Shock, { kind: 'region-lost' }>): Strike {
  const ids = provider === undefined ? (country === undefined ? providersIn(world, region ?? '') : undefined) : idsOf(world, provider);
  const elsewhere = (id: string | undefined): boolean => ids !== undefined && id !== undefined && !ids.has(id);
  const lost = (at: string | undefined, countries: readonly string[] | undefined): boolean | undefined => {
    if (region !== undefined && at !== undefined) return at.toLowerCase() === region.toLowerCase();
    if (country === undefined) return at === undefined ? undefined : false;
    if (countries === undefined || countries.length === 0) return undefined;
    if (!countries.includes(country)) return false;
    return countries.length === 1 ? true : undefined;
  };
  const named = region ?? country ?? '';
  return {
    deployment: ({ place, provider: operator }) => {
      if (elsewhere(place?.provider ?? operator)) return false;
      const found = lost(place?.region, place?.country === undefined ? undefined : [place.country]);
      return found === true ? `it runs in ${named}` : found;
    },
    flow: ({ to, region: at, processingCountries }) => {
      if (elsewhere(to)) return false;
      const found = lost(at, processingCountries);
      return found === true ? `its prompts are processed in ${named}` : found;
    },
  };
}
