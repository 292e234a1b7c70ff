import { type ChoiceDraws } from './choice-draws.js';
import { type ChoiceInput } from './choice-input.js';
import { type Choice, type ChoiceVerdict } from './choice-result.js';
import { firstRanks } from './first-ranks.js';
import { noVerdict } from './verdict.js';
import { verdictOn } from './verdict-on.js';
import { weighOptions } from './weigh-options.js';

/** The verdict of `choose` alone, for a case that is run again under many shocks. */
export function chooseVerdict(input: ChoiceInput, made: ChoiceDraws): { readonly kind: 'chosen'; readonly verdict: ChoiceVerdict } | Extract<Choice, { readonly kind: 'refused' }> {
  const weighing = weighOptions(input, made);
  if (weighing.kind === 'refused') return weighing;
  if (weighing.kind === 'none-admissible') return { kind: 'chosen', verdict: noVerdict(weighing.judged.waivers, input.convention) };
  return { kind: 'chosen', verdict: verdictOn(weighing.weighed, firstRanks(weighing.weighed.draws), input.convention) };
}
