import { digestLines } from './digest-lines.js';
import { partText } from './part-text.js';
import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

/** What was audited, against what, how, and what was not. */
export function composeScope(context: ReportContext): SectionBody {
  const { result, snapshot, reference } = context.input;
  const { part } = result;
  const verdicts = result.counts.pass + result.counts.fail + result.counts.unknown + result.counts.error + result.counts['not-applicable'];
  const blocks: ReportBlock[] = [
    { kind: 'paragraph', text: context.say('scope.objective') },
    {
      kind: 'details',
      items: [
        { label: context.say('scope.in'), value: [context.count('noun.deployment', context.deployments.length), context.count('noun.model', snapshot.models.length), context.count('noun.flow', snapshot.dataFlows.length), context.count('noun.provider', snapshot.providers.length), context.count('noun.weights', snapshot.weights.length)].join(context.say('list.comma')) },
        { label: context.say('scope.out'), value: context.say('scope.outText') },
        ...(part === undefined ? [] : [{ label: context.say('part.label'), value: context.say('part.note', { only: partText(context, part), count: part.subjects.length, all: part.of }) }]),
        { label: context.say('scope.asOf'), value: context.show(result.asOf, 40) },
        { label: context.say('scope.sampling'), value: context.say(part === undefined ? 'scope.census' : 'part.census', { verdicts, rules: result.rules.length }) },
        { label: context.say('scope.unknown'), value: context.say('scope.unknownText') },
        { label: context.say('scope.snapshot'), value: context.show(result.digests.snapshot, 80), code: true },
        { label: context.say('scope.facts'), value: context.show(result.digests.facts, 80), code: true },
        ...(result.ownFacts ?? []).map(({ overlay, facts }) => ({ label: context.say('scope.ownFacts'), value: context.say('scope.ownFactsOf', { overlay: context.show(overlay, 80), facts: ownFactsText(context, facts) }) })),
        ...(reference === undefined ? [{ label: context.say('scope.noReference'), value: context.say('scope.noReferenceText') }] : []),
      ],
    },
    { kind: 'heading', level: 2, id: 'criteria', text: context.say('scope.criteria') },
    {
      kind: 'table',
      columns: [
        { title: context.say('scope.pack'), share: 3 },
        { title: context.say('scope.version'), share: 1.4, whole: true },
        { title: context.say('scope.rules'), share: 1, set: 'number', align: 'right' },
        { title: context.say('scope.digest'), share: 4, set: 'code', whole: true },
      ],
      rows: Object.entries(result.digests.packs).map(([pack, digest]) => {
        const [id = pack, version = ''] = pack.split('@');
        return { cells: [{ text: context.show(id, 80) }, { text: context.show(version, 20) }, { text: context.number(result.rules.filter((rule) => rule.pack.split('@')[0] === id).length) }, { text: digestLines(context.show(digest, 90)) }] };
      }),
      caption: context.say('scope.criteriaCaption'),
    },
  ];
  return { title: context.say('scope.title'), blocks };
}

const mostOwnFacts = 20;

function ownFactsText(context: ReportContext, facts: readonly string[]): string {
  const shown = facts.slice(0, mostOwnFacts).map((fact) => context.show(fact, 80)).join(context.say('list.comma'));
  return facts.length > mostOwnFacts ? shown + context.say('list.more', { count: facts.length - mostOwnFacts }) : shown;
}
