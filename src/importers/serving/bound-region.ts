import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { type Workload } from './workload-records.js';

type Path = readonly (string | number)[];

const regionLabels = ['topology.kubernetes.io/region', 'failure-domain.beta.kubernetes.io/region'];
const zoneLabels = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone', 'topology.gke.io/zone'];

/** The region to which node selector or required node affinity bind a pod; several allowed regions, or a mere preference, bind it to none. */
export function boundRegion(spec: unknown, at: Path): Workload['region'] {
  const labels = [...selectedLabels(spec, at), ...requiredLabels(spec, at)];
  const region = labels.find(({ key }) => regionLabels.includes(key));
  if (region !== undefined) return { text: region.value, at: region.at };
  const zone = labels.find(({ key }) => zoneLabels.includes(key));
  const inside = zone === undefined ? undefined : /^(.*\d)-?[a-z]$/.exec(zone.value)?.[1];
  return zone === undefined || inside === undefined ? undefined : { text: inside, at: zone.at, note: `region of the zone ${zone.value}` };
}

interface Label {
  readonly key: string;
  readonly value: string;
  readonly at: Path;
}

function selectedLabels(spec: unknown, at: Path): Label[] {
  return Object.entries(membersOf(membersOf(spec)['nodeSelector'])).flatMap(([key, value]) => (typeof value === 'string' ? [{ key, value, at: [...at, 'nodeSelector', key] }] : []));
}

function requiredLabels(spec: unknown, at: Path): Label[] {
  const steps = ['affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'];
  const terms = itemsOf(steps.reduce<unknown>((value, step) => membersOf(value)[step], spec));
  if (terms.length !== 1) return [];
  return itemsOf(membersOf(terms[0])['matchExpressions']).flatMap((expression, index) => {
    const { key, operator, values } = membersOf(expression);
    const [value, ...others] = itemsOf(values);
    return operator === 'In' && typeof key === 'string' && typeof value === 'string' && others.length === 0 ? [{ key, value, at: [...at, ...steps, 0, 'matchExpressions', index, 'values', 0] }] : [];
  });
}
