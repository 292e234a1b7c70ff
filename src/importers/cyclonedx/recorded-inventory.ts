import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { bagRecords } from './bag-records.js';
import { type Bom, type BomService } from './bom-schema.js';
import { componentFacts } from './component-facts.js';
import { type BomComponent } from './component-schema.js';
import { organisationFacts } from './organisation-facts.js';
import { propertyBags } from './property-bag.js';
import { propertyValue } from './property-value.js';
import { serviceFacts } from './service-facts.js';

type Path = readonly (string | number)[];

/** What a document says in the properties of an exported inventory (docs/cyclonedx-properties.md): every record and statement as it was, and what could not be read when it was written. */
export function recordedInventory(file: string, document: ParsedDocument, bom: Bom): { readonly records: readonly InventoryRecord[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const metadata = bom.metadata;
  const records = propertyBags(metadata?.properties, ['metadata', 'properties']).flatMap((bag) => bagRecords(file, document, bag, (kind) => (kind === 'organisation' ? organisationFacts(metadata?.manufacturer, '/name', '/seat', ['metadata', 'manufacturer']) : []), problems));
  const visitComponent = (component: BomComponent, at: Path): void => {
    for (const bag of propertyBags(component.properties, [...at, 'properties'])) records.push(...bagRecords(file, document, bag, (kind) => componentFacts(kind, component, at), problems));
    (component.pedigree?.ancestors ?? []).forEach((ancestor, index) => visitComponent(ancestor, [...at, 'pedigree', 'ancestors', index]));
    (component.components ?? []).forEach((inner, index) => visitComponent(inner, [...at, 'components', index]));
  };
  const visitService = (service: BomService, at: Path): void => {
    for (const bag of propertyBags(service.properties, [...at, 'properties'])) records.push(...bagRecords(file, document, bag, (kind) => serviceFacts(kind, service, at), problems));
    (service.services ?? []).forEach((inner, index) => visitService(inner, [...at, 'services', index]));
  };
  if (metadata?.component !== undefined) visitComponent(metadata.component, ['metadata', 'component']);
  (bom.components ?? []).forEach((component, index) => visitComponent(component, ['components', index]));
  (bom.services ?? []).forEach((service, index) => visitService(service, ['services', index]));
  return { records, problems: [...writtenProblems(file, document, bom), ...problems] };
}

/** What could not be read when the inventory was written still cannot be told from it. */
function writtenProblems(file: string, document: ParsedDocument, bom: Bom): Problem[] {
  return itemsOf(bom.metadata?.properties).flatMap((property, index) => {
    const { name, value } = membersOf(property);
    if (typeof name !== 'string' || typeof value !== 'string' || !/^domicile:problem:\d+$/.test(name)) return [];
    const { file: source, line, column, code, message, level } = membersOf(propertyValue(value));
    const where = `${String(source)}${typeof line === 'number' ? `:${line}:${typeof column === 'number' ? column : 1}` : ''}`;
    return [{ file, ...document.placeOf(['metadata', 'properties', index]), code: typeof code === 'string' ? code.slice(0, 60) : 'problem', message: `when the document was written, ${where.slice(0, 300)}: ${String(message).slice(0, 1_000)}`, ...(level === 'warning' ? { level: 'warning' as const } : {}) }];
  });
}
