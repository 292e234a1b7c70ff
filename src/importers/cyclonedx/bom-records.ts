import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';
import { type Bom } from './bom-schema.js';
import { componentId } from './component-id.js';
import { modelRecords } from './component-records.js';
import { type BomComponent } from './component-schema.js';
import { serviceRecords } from './service-records.js';

type Path = readonly (string | number)[];

interface Placed {
  readonly component: BomComponent;
  readonly at: Path;
}

/** What a valid CycloneDX document says of models, of the application that uses them and of the services it calls. */
export function bomRecords(document: ParsedDocument, bom: Bom, subject: string | undefined): InventoryRecord[] {
  const all = placedComponents(bom);
  const names = new Map(all.flatMap(({ component }) => (component['bom-ref'] === undefined ? [] : [[component['bom-ref'], component.name] as const])));
  const models = all.filter(({ component }) => component.type === 'machine-learning-model' && !isRecorded(component.properties));
  const ids = [...new Set(models.map(({ component }) => componentId(component)))];
  const records = models.flatMap(({ component, at }) => modelRecords(document, component, at, { names, ...(subject !== undefined && ids.length === 1 ? { subject } : {}) }));
  const application = bom.metadata?.component;
  const isApplication = application !== undefined && ['application', 'platform', 'container', 'framework'].includes(application.type) && models.length > 0;
  const deployment = isApplication ? recordIdOf(application.group === undefined || application.group === '' ? application.name : `${application.group}/${application.name}`) : undefined;
  if (deployment !== undefined) records.push(deploymentRecord(document, bom, all, deployment, ids.length === 1 ? models[0] : undefined, subject ?? ids[0]));
  const services = (bom.services ?? []).flatMap((service, index) => (isRecorded(service.properties) ? [] : serviceRecords(document, service, ['services', index], deployment)));
  return [...records, ...services];
}

/** Whether an exported inventory wrote this, so that its properties say all there is (recorded-inventory.ts). */
const isRecorded = (properties: BomComponent['properties']): boolean => (properties ?? []).some(({ name }) => name === 'domicile:record' || name === 'domicile:stands-for');

function placedComponents(bom: Bom): Placed[] {
  const found: Placed[] = [];
  const visit = (component: BomComponent, at: Path): void => {
    found.push({ component, at });
    (component.components ?? []).forEach((inner, index) => visit(inner, [...at, 'components', index]));
  };
  if (bom.metadata?.component !== undefined) visit(bom.metadata.component, ['metadata', 'component']);
  (bom.components ?? []).forEach((component, index) => visit(component, ['components', index]));
  return found;
}

/** The application of the document; k8s-aibom adds engine and image as components beside the model. */
function deploymentRecord(document: ParsedDocument, bom: Bom, all: readonly Placed[], id: string, model: Placed | undefined, modelId: string | undefined): InventoryRecord {
  const at = ['metadata', 'component'];
  const deployment = recordBuilder(document, 'deployment', id, at)
    .state('/name', shortText(bom.metadata?.component?.name), [...at, 'name'])
    .state('/model', model === undefined ? undefined : modelId, model?.at ?? at, 'inferred', 'the one model among the components of the application');
  if (!(bom.metadata?.properties ?? []).some(({ name }) => name.startsWith('aibom.'))) return deployment.build();
  const valueOf = ({ component }: Placed, name: string): string | undefined => component.properties?.find((property) => property.name === name)?.value;
  const engine = all.find((placed) => placed.component.type === 'application' && valueOf(placed, 'runtime.name') !== undefined);
  const image = all.find((placed) => placed.component.type === 'container' && valueOf(placed, 'container.init') !== 'true');
  const digest = image?.component.hashes?.find(({ alg }) => alg === 'SHA-256')?.content;
  return deployment
    .state('/engine/id', engine === undefined ? undefined : shortText(valueOf(engine, 'runtime.name'), 60), engine?.at ?? at, 'inferred', 'seen by k8s-aibom in the cluster')
    .state('/engine/version', shortText(engine?.component.version, 60), engine?.at ?? at, 'inferred', 'tag of the image')
    .state('/engine/image', image === undefined ? undefined : shortText(valueOf(image, 'image.reference'), 500), image?.at ?? at)
    .state('/engine/imageDigest', digest === undefined ? undefined : `sha256:${digest.toLowerCase()}`, image?.at ?? at)
    .state('/route', engine === undefined ? undefined : 'self-hosted', engine?.at ?? at, 'inferred', 'an engine runs in the cluster')
    .build();
}
