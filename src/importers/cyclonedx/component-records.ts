import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { jurisdictionCode } from '../../core/inventory/jurisdiction-code.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { shortText } from '../short-text.js';
import { componentId } from './component-id.js';
import { type BomComponent } from './component-schema.js';
import { domicileProperties } from './domicile-properties.js';
import { pedigreeRecords } from './pedigree-records.js';
import { stateLicences } from './state-licences.js';

type Path = readonly (string | number)[];

export interface ModelContext {
  /** Id instead of the component's own, where a manifest says which model the file speaks of. */
  readonly subject?: string;
  /** Names of components by their reference. */
  readonly names: ReadonlyMap<string, string>;
}

/** Hubs and shops hand models on; who supplies through them did not make the model. */
const hubs = /^(hugging\s?face|ollama|kaggle|modelscope|github|gitlab|docker|pytorch hub|tensorflow hub|nvidia ngc|azure|aws|amazon|google cloud|replicate|together)\b/i;

/** What a machine-learning component says: developer, licence, data sets, weights by digest, parents. */
export function modelRecords(document: ParsedDocument, component: BomComponent, at: Path, { subject, names }: ModelContext): InventoryRecord[] {
  const id = subject ?? componentId(component);
  const own = domicileProperties(component.properties);
  const model = recordBuilder(document, 'model', id, at)
    .state('/name', shortText(component.name.split('/').at(-1)), [...at, 'name'])
    .state('/version', shortText(component.version), [...at, 'version'])
    .state('/purl', shortText(component.purl, 500), [...at, 'purl']);
  stateMaker(model, component, at);
  stateSource(model, component, at);
  stateLicences(model, component.licenses, [...at, 'licenses']);
  const parameters = component.modelCard?.modelParameters;
  const card = [...at, 'modelCard', 'modelParameters'];
  const datasets = (parameters?.datasets ?? []).slice(0, 500).flatMap((set) => shortText('ref' in set ? (names.get(set.ref) ?? set.ref) : (set.name ?? set.contents?.url), 300) ?? []);
  model
    .state('/tasks', parameters?.task === undefined || parameters.task === '' ? undefined : [parameters.task.slice(0, 100)], [...card, 'task'])
    .state('/architecture/type', shortText(parameters?.modelArchitecture, 100), [...card, 'modelArchitecture'])
    .state('/datasets', datasets, [...card, 'datasets']);
  for (const [key, pointer, accepts] of modelProperties) {
    const property = own.get(key);
    if (property !== undefined && accepts(property.value)) model.state(pointer, property.value, [...at, 'properties', property.index, 'value']);
  }
  return [model.build(), ...weightRecords(document, component, at, id), ...pedigreeRecords(document, component, at, id)];
}

const modelProperties: readonly (readonly [string, string, (value: string) => boolean])[] = [
  ['developer-country', '/developerCountry', (value) => jurisdictionCode.safeParse(value).success],
  ['weights-availability', '/weightsAvailability', (value) => ['open', 'gated', 'api-only'].includes(value)],
  ['distribution-source', '/source/hub', (value) => value.length <= 100],
];

type Builder = ReturnType<typeof recordBuilder>;

function stateMaker(model: Builder, { manufacturer, supplier, publisher, authors }: BomComponent, at: Path): void {
  const made = shortText(manufacturer?.name);
  if (made !== undefined) model.state('/developer', made, [...at, 'manufacturer', 'name']);
  else {
    const named = [
      { name: shortText(supplier?.name), key: ['supplier', 'name'], note: 'the supplier; no manufacturer is named' },
      { name: shortText(publisher), key: ['publisher'], note: 'the publisher; no manufacturer is named' },
      { name: shortText(authors?.[0]?.name), key: ['authors', 0, 'name'], note: 'the first author; no manufacturer is named' },
    ].find(({ name }) => name !== undefined && !hubs.test(name));
    if (named !== undefined) model.state('/developer', named.name, [...at, ...named.key], 'inferred', named.note);
  }
  const country = manufacturer?.address?.country;
  if (country !== undefined && jurisdictionCode.safeParse(country).success) model.state('/developerCountry', country, [...at, 'manufacturer', 'address', 'country']);
}

function stateSource(model: Builder, { purl, externalReferences }: BomComponent, at: Path): void {
  const hub = purl === undefined ? null : /^pkg:huggingface\/([^@?#]+)(?:@([^?#]+))?/i.exec(purl);
  const page = (externalReferences ?? []).findIndex(({ url }) => /^https?:\/\/(www\.)?huggingface\.co\/(?!datasets\/|spaces\/)[^/\s]+\/[^/\s]+/i.test(url));
  const linked = page === -1 ? undefined : /huggingface\.co\/([^/\s]+\/[^/\s?#]+)/i.exec(externalReferences?.[page]?.url ?? '')?.[1];
  const place = hub === null ? [...at, 'externalReferences', page, 'url'] : [...at, 'purl'];
  const repository = hub?.[1] ?? linked;
  if (repository === undefined) return;
  model
    .state('/source/hub', 'huggingface.co', place, hub === null ? 'inferred' : 'declared', hub === null ? 'a reference leads there' : undefined)
    .state('/source/repository', repository.slice(0, 300), place, hub === null ? 'inferred' : 'declared', hub === null ? 'a reference leads there' : undefined)
    .state('/source/revision', shortText(hub?.[2]), place);
}

/** Digests that the document names, of the component itself and of files inside it: claims of its author until bytes are hashed. */
function weightRecords(document: ParsedDocument, component: BomComponent, at: Path, model: string): InventoryRecord[] {
  const files = (component.components ?? []).flatMap((file, index) => (file.type === 'file' || file.type === 'data' ? [{ file, place: [...at, 'components', index] }] : []));
  return [{ file: component, place: at }, ...files].flatMap(({ file, place }) => {
    const index = (file.hashes ?? []).findIndex(({ alg, content }) => alg === 'SHA-256' && content.length === 64);
    const digest = file.hashes?.[index]?.content.toLowerCase();
    if (digest === undefined) return [];
    const hash = [...place, 'hashes', index, 'content'];
    return [recordBuilder(document, 'weightArtefact', `sha256:${digest}`, hash).state('/model', model, hash).state('/file', file === component ? undefined : shortText(file.name, 1_000), [...place, 'name']).state('/publisherSha256', digest, hash).build()];
  });
}
