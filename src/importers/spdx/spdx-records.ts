import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { spdxIdOf } from '../../core/inventory/spdx-id-of.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';
import { type SpdxElement, type SpdxGraph } from './spdx-graph.js';

const isPackage = ({ value }: SpdxElement): boolean => value['type'] === 'ai_AIPackage';

/** What an SPDX 3 document says of its AI packages. */
export function spdxRecords(document: ParsedDocument, graph: SpdxGraph, subject: string | undefined): InventoryRecord[] {
  const packages = graph.elements.filter(isPackage);
  return packages.flatMap((element) => packageRecords(document, graph, element, packages.length === 1 ? subject : undefined));
}

function packageId({ id, value }: SpdxElement): string {
  const purl = /^pkg:huggingface\/([^@?#]+)/.exec(shortText(value['software_packageUrl'], 500) ?? '')?.[1];
  return recordIdOf(purl ?? shortText(value['name']) ?? id) ?? 'ai-package';
}

function packageRecords(document: ParsedDocument, graph: SpdxGraph, element: SpdxElement, subject: string | undefined): InventoryRecord[] {
  const { value, at, id: own } = element;
  const id = subject ?? packageId(element);
  const field = (key: string) => [...at, key];
  const model = recordBuilder(document, 'model', id, at)
    .state('/name', shortText(value['name']), field('name'))
    .state('/version', shortText(value['software_packageVersion']), field('software_packageVersion'))
    .state('/purl', shortText(value['software_packageUrl'], 500), field('software_packageUrl'))
    .state('/source/repository', shortText(value['software_downloadLocation'], 300), field('software_downloadLocation'))
    .state('/architecture/type', shortText(itemsOf(value['ai_typeOfModel'])[0], 100), field('ai_typeOfModel'))
    .state('/tasks', texts(value['ai_domain'], 100), field('ai_domain'));
  const maker = graph.byId.get(shortText(itemsOf(value['originatedBy'])[0] ?? value['suppliedBy'], 1_000) ?? '');
  const originated = itemsOf(value['originatedBy']).length > 0;
  model.state('/developer', shortText(maker?.value['name']), field(originated ? 'originatedBy' : 'suppliedBy'), originated ? 'declared' : 'inferred', originated ? undefined : 'the supplier; no originator is named');
  stateLicence(model, graph, own);
  const datasets = ['trainedOn', 'testedOn', 'finetunedOn', 'usesDataset'].flatMap((type) => graph.related(own, type));
  const names = [...new Set(datasets.flatMap(({ to }) => shortText(to.value['name'], 300) ?? []))].slice(0, 500);
  model.state('/datasets', names, datasets[0]?.by.at ?? at);
  return [model.build(), ...weightRecords(document, graph, element, id), ...lineageRecords(document, graph, element, id)];
}

const texts = (value: unknown, maxLength: number): string[] => itemsOf(value).flatMap((item) => shortText(item, maxLength) ?? []).slice(0, 100);

function stateLicence(model: ReturnType<typeof recordBuilder>, graph: SpdxGraph, from: string): void {
  const declared = graph.related(from, 'hasDeclaredLicense')[0];
  const found = declared ?? graph.related(from, 'hasConcludedLicense')[0];
  if (found === undefined) return;
  const { to } = found;
  const expression = shortText(to.value['simplelicensing_licenseExpression'] ?? to.value['name'], 500);
  const confidence = declared === undefined ? 'inferred' : 'declared';
  const note = declared === undefined ? 'concluded by the author of the document' : undefined;
  const known = expression === undefined ? undefined : (spdxIdOf(expression) ?? (/\s(OR|AND|WITH)\s|^LicenseRef-/.test(expression) ? expression : undefined));
  const at = [...to.at, 'simplelicensing_licenseExpression'];
  model.state('/licence/declaredAs', expression, at, confidence, note).state('/licence/expression', known, at, confidence, note);
}

/** Digests of the package and of the model files it contains: claims of the author until bytes are hashed. */
function weightRecords(document: ParsedDocument, graph: SpdxGraph, element: SpdxElement, model: string): InventoryRecord[] {
  const files = ['contains', 'hasDistributionArtifact', 'generates'].flatMap((type) => graph.related(element.id, type)).map(({ to }) => to).filter(({ value }) => value['software_primaryPurpose'] === 'model' || /\.(safetensors|gguf|onnx|bin|pt|pth|h5|pkl)$/i.test(shortText(value['name']) ?? ''));
  return [element, ...files].flatMap((file) => {
    const index = itemsOf(file.value['verifiedUsing']).findIndex((hash) => membersOf(hash)['algorithm'] === 'sha256' && /^[0-9a-fA-F]{64}$/.test(shortText(membersOf(hash)['hashValue']) ?? ''));
    const digest = shortText(membersOf(itemsOf(file.value['verifiedUsing'])[index])['hashValue'])?.toLowerCase();
    if (digest === undefined) return [];
    const at = [...file.at, 'verifiedUsing', index, 'hashValue'];
    return [recordBuilder(document, 'weightArtefact', `sha256:${digest}`, at).state('/model', model, at).state('/file', file === element ? undefined : shortText(file.value['name'], 1_000), [...file.at, 'name']).state('/publisherSha256', digest, at).build()];
  });
}

/** Ancestors and sources that are AI packages themselves. */
function lineageRecords(document: ParsedDocument, graph: SpdxGraph, element: SpdxElement, child: string): InventoryRecord[] {
  const up = ['descendantOf', 'dependsOn', 'hasBaseModel'].flatMap((type) => graph.related(element.id, type).map(({ to, by }) => ({ parent: to, by })));
  const down = graph.elements.filter(isPackage).flatMap((other) => graph.related(other.id, 'ancestorOf').filter(({ to }) => to.id === element.id).map(({ by }) => ({ parent: other, by })));
  return [...up, ...down].filter(({ parent }) => isPackage(parent) && parent.id !== element.id).map(({ parent, by }) => {
    const id = packageId(parent);
    return recordBuilder(document, 'lineageEdge', `${child} unknown ${id}`.slice(0, 600), by.at).state('/child', child, by.at).state('/parent', id, by.at).state('/relation', 'unknown', by.at, 'inferred', 'the relationship does not say how').build();
  });
}
