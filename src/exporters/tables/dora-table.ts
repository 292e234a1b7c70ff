import { type DataFlow } from '../../core/inventory/data-flow.js';
import { type Deployment } from '../../core/inventory/deployment.js';
import { type InventorySnapshot } from '../../core/inventory/inventory-snapshot.js';
import { type Provider } from '../../core/inventory/provider.js';
import { valueAt } from '../../core/inventory/value-at.js';
import { cellText } from './cell-text.js';
import { type DoraPart, doraParts } from './dora-parts.js';
import { type Table } from './table.js';

/** The options of B_07.01.0050, as Implementing Regulation (EU) 2024/2956 words them. */
const substitutability: Readonly<Record<NonNullable<Provider['substitutability']>, string>> = {
  'not-substitutable': 'Not substitutable',
  'highly-complex': 'Highly complex substitutability',
  medium: 'Medium complexity in terms of substitutability',
  easily: 'Easily substitutable',
};

/** Codes are those of the templates of Implementing Regulation (EU) 2024/2956; a column without one holds what the register asks in other words, or does not ask. */
const columns = [
  'deployment',
  'status',
  'role of the provider',
  'provider',
  'provider name',
  'B_02.02.0010 contractual arrangement reference number',
  'B_02.02.0020 LEI of the entity making use of the ICT service',
  'B_02.02.0030 identification code of the ICT third-party service provider',
  'B_02.02.0040 type of code',
  'country of the contracting entity',
  'ultimate parent',
  'country of the ultimate parent',
  'B_06.01.0030 function name',
  'criticality',
  'B_05.02.0050 rank',
  'B_02.02.0150 location of the data at rest (storage)',
  'B_02.02.0160 location of management of the data (processing)',
  'B_07.01.0050 substitutability',
  'B_07.01.0080 existence of an exit plan',
  'termination notice in days',
];

/**
 * The keys of the register of information (DORA Art. 28(3)): a row for each deployment and each provider that has a part in it. No cell is empty:
 * what nobody states is `unknown`, what sources contradict each other on `contradicted`. The organisation's own operation is no third party.
 */
export function doraTable(snapshot: InventorySnapshot): Table {
  const disputed = new Set(snapshot.contradictions.filter(({ decided }) => !decided).map(({ record, pointer }) => `${record}${pointer}`));
  const entities = new Map(snapshot.legalEntities.map((entity) => [entity.id, entity]));
  const stated = (key: string, record: object | undefined, pointer: string): string => (disputed.has(`${key}${pointer}`) ? 'contradicted' : cellText(record === undefined ? undefined : valueAt(record, pointer)) || 'unknown');
  const rows = doraParts(snapshot).map((part) => {
    const { deployment, id, provider, role } = part;
    const ofProvider = (pointer: string): string => stated(`provider/${id ?? ''}`, provider, pointer);
    const ofDeployment = (pointer: string): string => stated(`deployment/${deployment.id}`, deployment, pointer);
    const code = ofProvider('/lei');
    const ease = ofProvider('/substitutability');
    return [
      deployment.id,
      ofDeployment('/status'),
      role,
      id ?? (part.name === undefined && deployment.provider === undefined ? ofDeployment('/provider') : 'unknown'),
      part.name ?? ofProvider('/name'),
      ofProvider('/contract/reference'),
      deployment.legalEntity === undefined ? ofDeployment('/legalEntity') : stated(`entity/${deployment.legalEntity}`, entities.get(deployment.legalEntity), '/lei'),
      code,
      provider?.lei === undefined ? code : 'LEI',
      part.country ?? ofProvider('/country'),
      ofProvider('/ultimateParent'),
      ofProvider('/ultimateParentCountry'),
      ofDeployment('/doraFunction'),
      ofDeployment('/criticality'),
      ofProvider('/rank'),
      countries(part, 'storageCountries', disputed),
      countries(part, 'processingCountries', disputed),
      provider?.substitutability === undefined ? ease : substitutability[provider.substitutability],
      exitPlan(deployment, ofDeployment),
      ofProvider('/contract/terminationNoticeDays'),
    ].map(cellText);
  });
  return { name: 'dora-register', columns, rows };
}

/** Countries of all flows to the provider, and of the place it runs; `unknown` among them where one flow does not say. */
function countries({ deployment, id, flows }: DoraPart, field: 'storageCountries' | 'processingCountries', disputed: ReadonlySet<string>): string {
  const found = new Set<string>();
  if (field === 'processingCountries' && id !== undefined && deployment.place?.provider === id) found.add(deployment.place.country ?? 'unknown');
  for (const flow of flows) for (const country of ofFlow(flow, field, disputed)) found.add(country);
  return found.size === 0 ? 'unknown' : [...found].sort().join('; ');
}

function ofFlow(flow: DataFlow, field: 'storageCountries' | 'processingCountries', disputed: ReadonlySet<string>): readonly string[] {
  if (disputed.has(`flow/${flow.id}/${field}`)) return ['contradicted'];
  const stated = flow[field];
  if (stated === undefined) return ['unknown'];
  return stated.length === 0 ? ['none'] : stated;
}

function exitPlan(deployment: Deployment, ofDeployment: (pointer: string) => string): string {
  if (ofDeployment('/exitPlan/reference') === 'contradicted') return 'contradicted';
  return deployment.exitPlan === undefined ? 'unknown' : 'Yes';
}
