import { type AuditResult } from '../../core/audit/audit-result.js';
import { type InventorySnapshot } from '../../core/inventory/inventory-snapshot.js';
import { sha256Of } from '../../core/inventory/sha256-of.js';
import { type WeightArtefact } from '../../core/inventory/weight-artefact.js';
import { resultJson } from '../result-json.js';
import { visibleText } from '../visible-text.js';

const isDigest = (text: string | undefined): text is string => text !== undefined && /^[0-9a-f]{64}$/.test(text);

/**
 * An in-toto statement (v1) that an audit came out so: its subjects are the audited inventory and every weight artefact whose bytes in use have a known
 * digest. Artefacts without one are named in the predicate, since a statement can only speak of what it can name by digest. It is unsigned.
 */
export function toStatement(result: AuditResult, { weights }: InventorySnapshot): object {
  const { engine, asOf, organisation, part, conclusion, gate, digests, counts } = result;
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'inventory', digest: { sha256: digests.snapshot.replace(/^sha256:/, '') } }, ...weights.filter(({ sha256 }) => isDigest(sha256)).map(weightSubject)],
    predicateType: 'urn:domicile:audit-result:1',
    predicate: {
      engine,
      asOf,
      organisation: organisation === null ? null : visibleText(organisation.id),
      ...(part === undefined ? {} : { part }),
      conclusion,
      gate,
      digests,
      counts,
      result: { mediaType: 'application/json', digest: { sha256: sha256Of(resultJson(result)) } },
      weightsWithoutDigest: weights.filter(({ sha256 }) => !isDigest(sha256)).map(({ id }) => visibleText(id)),
    },
  };
}

/** The id names the artefact, since files of several models have the same name. */
function weightSubject({ id, model, file, sha256 }: WeightArtefact): object {
  const annotations = { ...(model === undefined ? {} : { model: visibleText(model) }), ...(file === undefined ? {} : { file: visibleText(file) }) };
  return { name: visibleText(id), digest: { sha256 }, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) };
}
