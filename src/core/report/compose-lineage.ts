import { type Model } from '../inventory/model.js';
import { type WeightArtefact } from '../inventory/weight-artefact.js';
import { type ReportBlock, type ReportOutcome } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

const mostSteps = 8;
const mostChains = 14;
type Step = Extract<ReportBlock, { kind: 'lineage' }>['chains'][number]['steps'][number];

/** What the weights in use were made from, and what of it was proven from bytes. */
export function composeLineage(context: ReportContext): SectionBody {
  const { snapshot } = context.input;
  const used = new Set(context.deployments.flatMap(({ model }) => (model === undefined ? [] : [model])));
  const chains = snapshot.models.filter(({ id }) => used.has(id)).map((model) => chainOf(context, model)).filter((steps) => steps.length > 1);
  const shown = chains.slice(0, mostChains);
  const words = shown.map((steps) => steps.map(({ title, note }) => `${title} (${note})`).join(context.say('list.arrow')));
  const blocks: ReportBlock[] = [
    { kind: 'paragraph', text: context.say('lineage.text') },
    ...(shown.length === 0 ? [] : [{ kind: 'lineage' as const, alt: context.say('lineage.alt', { chains: words.join(context.say('list.semicolon')) }), caption: context.say(shown.length < chains.length ? 'lineage.captionCut' : 'lineage.caption', { shown: shown.length, all: chains.length }), chains: shown.map((steps) => ({ steps })) }]),
    { kind: 'heading', level: 2, id: 'weights', text: context.say('lineage.weights') },
    snapshot.weights.length === 0 ? { kind: 'paragraph', text: context.say('lineage.noWeights') } : weightsTable(context),
  ];
  return { title: context.say('lineage.title'), blocks };
}

/** From the first ancestor to the model; of several parents the first by id is followed, and their number is said. */
function chainOf(context: ReportContext, model: Model): readonly Step[] {
  const { snapshot } = context.input;
  const steps: Step[] = [];
  const seen = new Set<string>();
  for (let id: string | undefined = model.id; id !== undefined && !seen.has(id) && steps.length < mostSteps; ) {
    seen.add(id);
    const current: string = id;
    const [edge, ...others] = snapshot.lineage.filter(({ child }) => child === current);
    steps.unshift(stepOf(context, current, edge === undefined ? '' : others.length > 0 ? context.say('lineage.parents', { relation: context.say(`relation.${edge.relation}`), count: others.length + 1 }) : context.say(`relation.${edge.relation}`)));
    id = edge?.parent;
  }
  return steps;
}

function stepOf(context: ReportContext, id: string, relation: string): Step {
  const { snapshot } = context.input;
  const own = snapshot.weights.filter(({ model }) => model === id);
  const model = snapshot.models.find((known) => known.id === id);
  const [first] = own;
  const developer = model?.developer === undefined ? undefined : context.show(model.developer, 40);
  return {
    title: context.nameOfSubject(`model/${id}`),
    note: [relation === '' ? undefined : relation, developer].filter((part) => part !== undefined).join(context.say('list.dot')) || context.say('value.notStated'),
    code: first?.sha256 === undefined ? context.say('lineage.noDigest') : `${hexOf(first.sha256).slice(0, 4)}…${hexOf(first.sha256).slice(-4)}`,
    outcome: own.length === 0 ? 'not-tested' : outcomeOf(own),
    relation,
  };
}

function outcomeOf(weights: readonly WeightArtefact[]): ReportOutcome {
  return weights.every(({ verification }) => verification === 'digest' || verification === 'signature') ? 'pass' : 'unknown';
}

function hexOf(digest: string): string {
  return digest.replace(/^sha256:/, '');
}

function weightsTable(context: ReportContext): ReportBlock {
  return {
    kind: 'table',
    columns: [
      { title: context.say('lineage.file'), share: 3 },
      { title: context.say('lineage.model'), share: 2.2 },
      { title: context.say('lineage.format'), share: 1.6 },
      { title: context.say('lineage.verification'), share: 1.8 },
      { title: context.say('lineage.digest'), share: 3.4, set: 'code', whole: true },
    ],
    rows: context.input.snapshot.weights.slice(0, 200).map((weights) => {
      const hex = weights.sha256 === undefined ? '' : hexOf(weights.sha256);
      return {
        cells: [
          { text: context.show(weights.file ?? weights.id, 120) },
          { text: weights.model === undefined ? context.say('value.notStated') : context.nameOfSubject(`model/${weights.model}`) },
          { text: [weights.format, weights.quantisation].filter((part) => part !== undefined).map((part) => context.show(part, 40)).join(context.say('list.comma')) || context.say('value.notStated') },
          { text: context.say(`verification.${weights.verification ?? 'none'}`), outcome: weights.verification === 'digest' || weights.verification === 'signature' ? ('pass' as const) : ('unknown' as const) },
          { text: hex === '' ? context.say('lineage.noDigest') : `${hex.slice(0, 32)}\n${hex.slice(32)}` },
        ],
      };
    }),
    caption: context.say('lineage.weightsCaption'),
  };
}
