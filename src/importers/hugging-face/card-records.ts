import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { recordId } from '../../core/inventory/record-id.js';
import { spdxIdOf } from '../../core/inventory/spdx-id-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { lineageRelation } from './lineage-relation.js';

type Card = Readonly<Record<string, unknown>>;

/** What a card's front matter says of its model and of what the model was made from. */
export function cardRecords(file: string, document: ParsedDocument, id: string, idDeclared: boolean): { readonly records: readonly InventoryRecord[]; readonly problems: readonly Problem[] } {
  const card = document.value as Card;
  const problems: Problem[] = [];
  const model = recordBuilder(document, 'model', id, [], idDeclared ? 'declared' : 'inferred');
  stateLicence(card, model);
  model
    .state('/name', shortText(card['model_name'], 200), ['model_name'])
    .state('/developer', shortText(card['model_creator'], 200), ['model_creator'])
    .state('/languages', textList(card['language'], 40, 400), ['language'])
    .state('/datasets', textList(card['datasets'], 300, 500), ['datasets'])
    .state('/tasks', textList(card['pipeline_tag'], 100, 100), ['pipeline_tag'])
    .state('/weightsAvailability', 'extra_gated_prompt' in card || 'extra_gated_fields' in card ? 'gated' : undefined, ['extra_gated_prompt' in card ? 'extra_gated_prompt' : 'extra_gated_fields'], 'inferred', 'the card asks readers to accept terms before download');
  const lineage = parentRecords(file, document, card, id, problems);
  const records = [...(model.hasFacts() || lineage.length > 0 ? [model.build()] : []), ...lineage];
  if (records.length === 0 && problems.length === 0) problems.push({ file, line: 1, column: 1, code: 'no-facts', message: "the front matter names neither licence, parent, language nor data set; write at least 'license: …'" });
  return { records, problems };
}

function stateLicence(card: Card, model: ReturnType<typeof recordBuilder>): void {
  const declared = textList(card['license'], 500, 20)?.join(' OR ');
  if (declared === undefined) return;
  const spdx = spdxIdOf(declared);
  model
    .state('/licence/declaredAs', shortText(declared, 500), ['license'])
    .state('/licence/expression', spdx, ['license'])
    .state('/licence/name', shortText(card['license_name'], 200), ['license_name'])
    .state('/licence/link', shortText(card['license_link'], 2_000), ['license_link']);
}

function parentRecords(file: string, document: ParsedDocument, card: Card, child: string, problems: Problem[]): InventoryRecord[] {
  const given = card['base_model'];
  const parents = Array.isArray(given) ? given : given === undefined || given === null ? [] : [given];
  const relation = lineageRelation(card, parents.length, child);
  return parents.slice(0, 50).flatMap((parent: unknown, index) => {
    const at = Array.isArray(given) ? ['base_model', index] : ['base_model'];
    const checked = recordId.safeParse(parent);
    if (!checked.success) {
      problems.push({ file, ...document.placeOf(at), code: 'invalid-value', message: `'base_model' names ${JSON.stringify(parent)?.slice(0, 80) ?? 'nothing'}, which is no model id; write organisation/name` });
      return [];
    }
    const edge = recordBuilder(document, 'lineageEdge', `${child} ${relation.value} ${checked.data}`, at)
      .state('/child', child, at)
      .state('/parent', checked.data, at)
      .state('/relation', relation.value, relation.declared ? ['base_model_relation'] : at, relation.declared ? 'declared' : 'inferred', relation.note);
    return [edge.build()];
  });
}

function shortText(value: unknown, maxLength: number): string | undefined {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : undefined;
  return text === undefined || text === '' ? undefined : text.slice(0, maxLength);
}

function textList(value: unknown, maxLength: number, maxItems: number): string[] | undefined {
  const items = (Array.isArray(value) ? value : [value]).map((item) => shortText(item, maxLength)).filter((item) => item !== undefined);
  return items.length === 0 ? undefined : [...new Set(items)].slice(0, maxItems);
}
