import { z } from 'zod';
import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { type Problem } from '../../core/inventory/problem.js';
import { recordId } from '../../core/inventory/record-id.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { type SourceFile } from '../../core/inventory/source-file.js';
import { text } from '../../core/inventory/text.js';
import { headOf } from '../head-of.js';
import { type Attachment, type CodeFolder, type Importer, type ManifestSettings } from '../importer.js';
import { type ParsedDocument } from '../parsed-document.js';
import { readYaml } from '../read-yaml.js';
import { schemaProblems } from '../schema-problems.js';
import { manifestCaps } from './manifest-caps.js';
import { manifestRecord } from './manifest-record.js';
import { manifestSchema } from './manifest-schema.js';
import { readEntries } from './read-entries.js';
import { recordsOfEntry } from './records-of-entry.js';

const sections: readonly { readonly section: keyof typeof manifestCaps; readonly kind: NounKind }[] = [
  { section: 'legalEntities', kind: 'legalEntity' },
  { section: 'providers', kind: 'provider' },
  { section: 'licences', kind: 'licence' },
  { section: 'models', kind: 'model' },
  { section: 'lineage', kind: 'lineageEdge' },
  { section: 'weights', kind: 'weightArtefact' },
  { section: 'deployments', kind: 'deployment' },
  { section: 'flows', kind: 'dataFlow' },
];

/** Reads `domicile.yaml`. A wrong entry becomes problems at its lines and is left out; the others are read. */
export const domicileYamlImporter: Importer = {
  id: 'domicile-yaml',
  title: 'domicile.yaml',
  recognises: (file) => /(^|\/)([^/]+\.)?domicile\.(ya?ml|json)$/i.test(file.path) || startsWithVersion(file),
  import: (file) => {
    const { documents, problems: found } = readYaml(file.path, file.bytes);
    const problems = [...found];
    const records: InventoryRecord[] = [];
    const manifests: Top[] = [];
    if (documents.length === 0 && problems.length === 0) problems.push({ file: file.path, line: 1, column: 1, code: 'empty', message: "the file is empty; begin with 'domicile: 1'" });
    for (const document of documents) {
      const top = readTop(file.path, document, problems);
      if (top === undefined) continue;
      manifests.push(top);
      records.push(...readRecords(file.path, document, problems));
    }
    const effective = manifests.find((top) => top.effective !== undefined)?.effective;
    problems.push(...duplicateProblems(file.path, records));
    return { fragment: { source: { path: file.path, sha256: file.sha256, importer: 'domicile-yaml', ...(effective ? { effective } : {}) }, records }, problems, settings: settingsOf(manifests, documents) };
  },
};

const topSchema = z.strictObject({
  ...manifestSchema.pick({ domicile: true, effective: true, packs: true, waivers: true, facts: true, organisation: true }).shape,
  ...Object.fromEntries(sections.map(({ section }) => [section, z.unknown().optional()])),
});
type Top = z.infer<typeof manifestSchema>;

function startsWithVersion(file: SourceFile): boolean {
  return /\.(ya?ml|json)$/i.test(file.path) && /^\s*\{?\s*(#[^\n]*\n\s*)*"?domicile"?\s*:/.test(headOf(file, 4096));
}

function readTop(file: string, document: ParsedDocument, problems: Problem[]): Top | undefined {
  const checked = topSchema.safeParse(document.value);
  if (checked.success) return checked.data;
  problems.push(...schemaProblems(file, document, [], manifestSchema, checked.error));
  return undefined;
}

function readRecords(file: string, document: ParsedDocument, problems: Problem[]): InventoryRecord[] {
  const records: InventoryRecord[] = [];
  const organisation = (document.value as Top).organisation;
  if (organisation) records.push(manifestRecord(document, 'organisation', organisation.id, organisation, ['organisation']));
  for (const { section, kind } of sections) {
    const list = (manifestSchema.shape[section] as z.ZodOptional<z.ZodArray<z.ZodType>>).unwrap();
    for (const entry of readEntries(file, document, section, list.element, manifestCaps[section], problems)) records.push(...recordsOfEntry(document, kind, entry));
  }
  return records;
}

function duplicateProblems(file: string, records: readonly InventoryRecord[]): Problem[] {
  const seen = new Map<string, InventoryRecord>();
  const problems: Problem[] = [];
  for (const record of records) {
    const key = recordKey(record.kind, record.id);
    const before = seen.get(key);
    if (before) problems.push({ file, line: record.origin.line ?? 1, column: record.origin.column ?? 1, code: 'duplicate-id', message: `'${key}' already stands on line ${before.origin.line ?? 1}; give this one another id` });
    else seen.set(key, record);
  }
  return problems;
}

function settingsOf(manifests: readonly Top[], documents: readonly ParsedDocument[]): ManifestSettings {
  return {
    packs: manifests.flatMap(({ packs = [] }) => packs),
    waivers: manifests.flatMap(({ waivers = [] }) => waivers),
    facts: manifests.flatMap(({ facts = [] }) => facts),
    attachments: documents.flatMap((document) => [...attachmentsOf(document, 'models'), ...attachmentsOf(document, 'deployments')]),
    code: documents.flatMap(codeFoldersOf),
  };
}

const attachingEntry = z.looseObject({ id: recordId, files: z.array(text(1_000)).max(50) });

const codeEntry = z.looseObject({ id: recordId, code: z.array(text(1_000)).max(50) });

function codeFoldersOf(document: ParsedDocument): CodeFolder[] {
  const entries = (document.value as Readonly<Record<string, unknown>> | null)?.['deployments'];
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    const checked = codeEntry.safeParse(entry);
    return checked.success ? checked.data.code.map((path) => ({ path, deployment: checked.data.id })) : [];
  });
}

/** Files that entries of a section name, `path` or `path#part`, each with the entry's id as its subject. */
function attachmentsOf(document: ParsedDocument, section: 'models' | 'deployments'): Attachment[] {
  const entries = (document.value as Readonly<Record<string, unknown>> | null)?.[section];
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    const checked = attachingEntry.safeParse(entry);
    if (!checked.success) return [];
    return checked.data.files.map((named): Attachment => {
      const [path = '', part] = named.split('#');
      return { path, ...(part === undefined ? {} : { part }), subject: checked.data.id };
    });
  });
}
