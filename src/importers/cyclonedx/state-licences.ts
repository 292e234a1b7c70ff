import { spdxIdOf } from '../../core/inventory/spdx-id-of.js';
import { type recordBuilder } from '../record-builder.js';
import { shortText } from '../short-text.js';
import { type BomComponent } from './component-schema.js';

type Path = readonly (string | number)[];

/** States the licences of a component; what its author concluded counts only where nothing is declared. */
export function stateLicences(model: ReturnType<typeof recordBuilder>, licenses: BomComponent['licenses'], at: Path): void {
  const placed = (licenses ?? []).map((choice, index) => ({ choice, at: [...at, index], concluded: (choice.acknowledgement ?? choice.license?.acknowledgement) === 'concluded' }));
  const declared = placed.filter(({ concluded }) => !concluded);
  const used = declared.length > 0 ? declared : placed;
  const first = used[0];
  if (first === undefined) return;
  const confidence = first.concluded ? 'inferred' : 'declared';
  const note = first.concluded ? 'concluded by the author of the document' : undefined;
  const names = used.flatMap(({ choice }) => choice.expression ?? choice.license?.id ?? choice.license?.name ?? []);
  model.state('/licence/declaredAs', shortText(names.join(', '), 500), used.length === 1 ? first.at : at, confidence, note);
  if (used.length > 1) return;
  const { expression, license } = first.choice;
  model
    .state('/licence/expression', shortText(expression ?? license?.id ?? (license?.name === undefined ? undefined : spdxIdOf(license.name)), 500), first.at, confidence, note)
    .state('/licence/name', shortText(license?.name), [...first.at, 'license', 'name'], confidence, note)
    .state('/licence/link', shortText(license?.url, 2_000), [...first.at, 'license', 'url'], confidence, note);
}
