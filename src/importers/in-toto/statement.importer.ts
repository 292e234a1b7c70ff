import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type SourceFile } from '../../core/inventory/source-file.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { itemsOf } from '../items-of.js';
import { jsonDocuments } from '../json-documents.js';
import { membersOf } from '../members-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';
import { auditedWeights, type ReadStatement } from './audited-weights.js';
import { openEnvelope } from './open-envelope.js';

type Path = readonly (string | number)[];

/**
 * Reads in-toto statements: SLSA provenance, model signatures and audits, bare, in the envelope that signs them, or one on each line. What they say of
 * digests is a claim; that bytes match and that a signature holds is for `weights verify` to tell.
 */
export const statementImporter: Importer = {
  id: 'in-toto',
  title: 'in-toto statement',
  recognises: (file) => {
    if (!/\.(json|intoto|jsonl|att|sig|sigstore|bundle)$/i.test(file.path)) return false;
    const head = headOf(file, 1_048_576);
    return /"_type"\s*:\s*"https:\/\/in-toto\.io\/Statement\//.test(head) || /"payloadType"\s*:\s*"application\/vnd\.in-toto\+json"/.test(head);
  },
  import: (file, { subject }) => {
    const { documents, problems: found } = jsonDocuments(file);
    const read = documents.map((document): ReadStatement => {
      const opened = openEnvelope(file.path, document);
      return opened.statement === undefined ? { records: [], problems: opened.problems } : readStatement(file, opened.statement, subject);
    });
    const times = [...new Set(read.flatMap(({ effective }) => (effective === undefined ? [] : [effective])))];
    return importResult(file, 'in-toto', read.flatMap(({ records }) => records), [...found, ...read.flatMap(({ problems }) => problems)], times.length === 1 ? times[0] : undefined);
  },
};

function readStatement(file: SourceFile, document: ParsedDocument, given: string | undefined): ReadStatement {
  const problems: Problem[] = [];
  const { subject: subjects, predicateType, predicate } = membersOf(document.value);
  if (typeof predicateType !== 'string') problems.push({ file: file.path, ...document.placeOf(['predicateType']), code: 'missing-key', message: "the statement has no 'predicateType'; write the URI of its predicate" });
  if (itemsOf(subjects).length === 0) problems.push({ file: file.path, ...document.placeOf(['subject']), code: 'missing-key', message: "the statement has no 'subject'; list what it speaks of, with digests" });
  if (problems.length > 0) return { records: [], problems };
  const type = String(predicateType);
  if (type === 'urn:domicile:audit-result:1') return auditedWeights(file, document);
  const first = shortText(membersOf(itemsOf(subjects)[0])['name'], 256);
  const model = given ?? (first === undefined || first === '.' ? undefined : recordIdOf(first.split('/').at(-1) ?? ''));
  const provenance = /slsa\.dev\/provenance/.test(type);
  const signature = /model_signing\/signature/.test(type);
  const files = signature ? [...resources(membersOf(predicate)['resources'], ['predicate', 'resources'])] : subjectFiles(subjects);
  const parts = files.filter(({ algorithm }) => algorithm !== 'sha256');
  const [part] = parts;
  if (part !== undefined) problems.push({ file: file.path, ...document.placeOf(part.at), code: 'no-file-digest', message: `${parts.length} digests are not SHA-256 of whole files (${part.algorithm.slice(0, 40)}), so they name no artefact; run 'domicile weights verify' on the folder`, level: 'warning' });
  const records = files.slice(0, 50_000).flatMap((each) => artefact(file.path, document, each, model, provenance, problems));
  if (model !== undefined) records.unshift(recordBuilder(document, 'model', model, ['subject', 0], given === undefined ? 'inferred' : 'declared').state('/name', given === undefined ? shortText(first) : undefined, ['subject', 0, 'name']).build());
  if (provenance && model !== undefined) records.push(...materials(document, predicate, model));
  if (records.length === 0 && problems.length === 0) problems.push({ file: file.path, ...document.placeOf(['subject']), code: 'no-facts', message: 'no subject of the statement has a name or a digest, so it adds nothing to the inventory; give each its name and its SHA-256', level: 'warning' });
  return { records, problems };
}

interface DigestedFile {
  readonly name: string;
  readonly digest: unknown;
  readonly algorithm: string;
  readonly at: Path;
}

function* resources(value: unknown, at: Path): Generator<DigestedFile> {
  for (const [index, resource] of itemsOf(value).entries()) {
    const { name, digest, algorithm } = membersOf(resource);
    yield { name: shortText(name, 1_000) ?? '.', digest, algorithm: shortText(algorithm) ?? 'unknown', at: [...at, index, 'digest'] };
  }
}

function subjectFiles(value: unknown): DigestedFile[] {
  return itemsOf(value).flatMap((subject, index) => {
    const { name, digest } = membersOf(subject);
    const algorithm = Object.keys(membersOf(digest)).includes('sha256') ? 'sha256' : Object.keys(membersOf(digest))[0];
    return algorithm === undefined ? [] : [{ name: shortText(name, 1_000) ?? '.', digest: membersOf(digest)[algorithm], algorithm, at: ['subject', index, 'digest', algorithm] }];
  });
}

/** Whole files by SHA-256 become artefacts; parts of files (shards) and other algorithms name no file digest. */
function artefact(file: string, document: ParsedDocument, { name, digest, algorithm, at }: DigestedFile, model: string | undefined, provenance: boolean, problems: Problem[]): InventoryRecord[] {
  if (algorithm !== 'sha256') return [];
  if (typeof digest !== 'string' || !/^[0-9a-f]{64}$/.test(digest)) {
    problems.push({ file, ...document.placeOf(at), code: 'invalid-value', message: `the SHA-256 of '${name.slice(0, 80)}' is not 64 lower-case hexadecimal digits; write the digest of its bytes` });
    return [];
  }
  return [
    recordBuilder(document, 'weightArtefact', recordIdOf(`${model ?? 'files'}/${name === '.' ? digest.slice(0, 12) : name}`) ?? digest, at)
      .state('/model', model, at, 'inferred', 'the subject of the statement')
      .state('/file', name === '.' ? undefined : name, at)
      .state('/publisherSha256', digest, at)
      .state('/attestation', provenance ? true : undefined, ['predicateType'], 'declared', 'provenance names how it was built; its signature is not checked here')
      .build(),
  ];
}

/** Models among the resolved dependencies of SLSA provenance, as parents. */
function materials(document: ParsedDocument, predicate: unknown, child: string): InventoryRecord[] {
  const definition = membersOf(membersOf(predicate)['buildDefinition']);
  const [list, at]: readonly [unknown, Path] = definition['resolvedDependencies'] === undefined ? [membersOf(predicate)['materials'], ['predicate', 'materials']] : [definition['resolvedDependencies'], ['predicate', 'buildDefinition', 'resolvedDependencies']];
  return itemsOf(list).slice(0, 1_000).flatMap((material, index) => {
    const uri = shortText(membersOf(material)['uri'], 500);
    const hub = uri === undefined ? undefined : (/^pkg:huggingface\/([^@?#]+)/.exec(uri)?.[1] ?? /huggingface\.co\/(?!datasets\/)([^/]+\/[^/?#@]+)/.exec(uri)?.[1]);
    const parent = hub === undefined ? undefined : recordIdOf(decodeURI(hub.replace(/%(?![0-9a-f]{2})/gi, '')));
    const place = [...at, index, 'uri'];
    return parent === undefined || parent === child ? [] : [recordBuilder(document, 'model', parent, place).build(), recordBuilder(document, 'lineageEdge', `${child} unknown ${parent}`.slice(0, 600), place).state('/child', child, place).state('/parent', parent, place).state('/relation', 'unknown', place, 'inferred', 'a dependency of the build').build()];
  });
}
