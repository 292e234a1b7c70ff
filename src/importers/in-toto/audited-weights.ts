import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type SourceFile } from '../../core/inventory/source-file.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';

/** What one statement states, and the instant it states it of. */
export interface ReadStatement {
  readonly records: readonly InventoryRecord[];
  readonly problems: readonly Problem[];
  readonly effective?: string;
}

/**
 * What a statement over an audit (`urn:domicile:audit-result:1`) says of weights: their digests as they were when they were audited. The first subject is the
 * audited inventory; its digest is no fact of this one, so it stands in the note of every fact.
 */
export function auditedWeights(file: SourceFile, document: ParsedDocument): ReadStatement {
  const { subject, predicate } = membersOf(document.value);
  const asOf = shortText(membersOf(predicate)['asOf'], 60);
  const [inventory, ...weights] = itemsOf(subject).map((each) => membersOf(each));
  const audited = `audited in the inventory sha256:${shortText(membersOf(inventory?.['digest'])['sha256'], 64) ?? 'unknown'}${asOf === undefined ? '' : ` as of ${asOf}`}`;
  const problems: Problem[] = [];
  const records = weights.slice(0, 50_000).flatMap(({ name, digest, annotations }, index): InventoryRecord[] => {
    const at = ['subject', index + 1];
    const sha256 = membersOf(digest)['sha256'];
    const id = typeof name === 'string' ? recordIdOf(name) : undefined;
    if (id === undefined || typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) {
      problems.push({ file: file.path, ...document.placeOf(at), code: 'invalid-value', message: 'a subject lacks a name or a SHA-256 of 64 lower-case hexadecimal digits; write both, as the audit does' });
      return [];
    }
    const model = shortText(membersOf(annotations)['model'], 256);
    return [
      recordBuilder(document, 'weightArtefact', id, [...at, 'name'])
        .state('/model', model === undefined ? undefined : recordIdOf(model), [...at, 'annotations', 'model'], 'declared', audited)
        .state('/file', shortText(membersOf(annotations)['file'], 1_000), [...at, 'annotations', 'file'], 'declared', audited)
        .state('/sha256', sha256, [...at, 'digest', 'sha256'], 'declared', audited)
        .build(),
    ];
  });
  if (weights.length === 0) problems.push({ file: file.path, ...document.placeOf(['subject']), code: 'no-facts', message: `the statement speaks of no weights, only of what was ${audited}, so it adds nothing to the inventory; scan the files that were audited`, level: 'warning' });
  const effective = asOf !== undefined && !Number.isNaN(Date.parse(asOf)) ? asOf : undefined;
  return { records, problems, ...(effective === undefined ? {} : { effective }) };
}
