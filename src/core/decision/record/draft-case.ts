import { type z } from 'zod';
import { type decideCase } from './decide-case.js';
import { draftCosts } from './draft-costs.js';
import { draftCriteria, draftScores } from './draft-criteria.js';
import { fillIn } from './fill-in.js';
import { optionTemplates, type OptionTemplateId } from './option-template.js';

type Draft = z.input<typeof decideCase>;
type Feasibility = NonNullable<Draft['options'][number]['feasibility']>;

const runsOwnMachines: ReadonlySet<OptionTemplateId> = new Set(['open-weights-cloud-vm', 'open-weights-on-premises', 'edge', 'hybrid']);

const feasibilityOf = (id: OptionTemplateId): Feasibility =>
  runsOwnMachines.has(id)
    ? [
        { check: 'memory-fit', verdict: 'unknown', because: fillIn("pass or fail by 'domicile size', with the shortfall in bytes where it fails") },
        { check: 'throughput', verdict: 'unknown', because: fillIn('pass or fail against the demand of the busiest hour, with the shortfall in tokens/s where it fails') },
      ]
    : [];

const optionOf = (id: OptionTemplateId, asOf: string): Draft['options'][number] => ({
  id,
  template: id,
  title: fillIn(`${optionTemplates.find((template) => template.id === id)?.title ?? id}: which model, served by whom`),
  constraints: [],
  feasibility: feasibilityOf(id),
  scores: draftScores(asOf),
  consequences: { good: [fillIn('what is good about it')], bad: [fillIn('what is bad about it')] },
  residualRisks: [fillIn('what remains a risk')],
});

/**
 * A case over these templates that can be read as it stands and asks for everything else. `today` is an ISO 8601 day; a template that is not
 * among them is left out with a reason to be given.
 */
export function draftCase(templates: readonly OptionTemplateId[], today: string): Draft {
  const seed = Number(today.replaceAll('-', ''));
  return {
    schema: 'domicile/decide-case/1',
    id: 'draft',
    title: fillIn('the question, such as: Which model serves the claims assistant'),
    asOf: today,
    decisionMakers: [fillIn('who decides')],
    context: fillIn('who uses the model for what, on which data, and why it must be decided now'),
    drivers: [fillIn('what matters most')],
    seed,
    draws: 10_000,
    weightSpace: 'any',
    convention: { robust: 0.8, leaning: 0.5, consistencyRatio: 0.1, tie: 1e-9 },
    criteria: draftCriteria,
    weighting: { method: 'swing', points: Object.fromEntries(draftCriteria.map(({ id }) => [id, 100])) },
    options: templates.map((id) => optionOf(id, today)),
    leftOut: optionTemplates.flatMap(({ id }) => (templates.includes(id) ? [] : [{ template: id, because: fillIn('why it is not considered') }])),
    costs: draftCosts(templates, today, seed),
    confirmation: fillIn('how it is checked that the decision was carried out and holds'),
    reviewTriggers: [{ watch: fillIn('what is watched'), threshold: fillIn('from which value on'), then: fillIn('what is done then') }],
    dataVersions: [],
  };
}
