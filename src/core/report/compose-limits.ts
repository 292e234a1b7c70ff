import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

const mostProblems = 40;

/** What the report cannot say, and where people disagreed. Both headings stand even where there is nothing. */
export function composeLimits(context: ReportContext): SectionBody {
  const { result, meta } = context.input;
  const unverified = [...new Set(context.rules.flatMap(({ unverifiedFacts }) => unverifiedFacts))].sort();
  const leaning = context.rules.filter(({ ownFacts }) => ownFacts !== undefined).map(({ ruleId }) => context.show(ruleId, 60));
  const items = [
    context.say('limits.sources'),
    context.say('limits.absence'),
    ...(result.counts.unknown + result.counts.error > 0 ? [context.say('limits.undecided', { unknown: result.counts.unknown, error: result.counts.error })] : []),
    ...(unverified.length > 0 ? [context.say('limits.unverified', { count: unverified.length, facts: unverified.slice(0, 12).map((fact) => context.show(fact, 80)).join(context.say('list.comma')) + (unverified.length > 12 ? ' …' : '') })] : []),
    ...(leaning.length > 0 ? [context.say('limits.ownFacts', { rules: leaning.join(context.say('list.comma')) })] : []),
    context.say('limits.advice'),
    ...(context.unprintable.length === 0 ? [] : [context.say('limits.unprintable', { characters: charactersOf(context) })]),
    ...(context.cutTexts === 0 ? [] : [context.count('limits.cut', context.cutTexts)]),
  ];
  const opinions = meta.divergingOpinions ?? [];
  const blocks: ReportBlock[] = [
    { kind: 'list', ordered: false, items },
    { kind: 'heading', level: 2, id: 'opinions', text: context.say('limits.opinions') },
    opinions.length === 0 ? { kind: 'paragraph', text: context.say('limits.noOpinions') } : { kind: 'list', ordered: false, items: opinions.map((opinion) => context.show(opinion, 1_000)) },
    { kind: 'heading', level: 2, id: 'problems', text: context.say('limits.problems') },
    ...problemsOf(context),
  ];
  return { title: context.say('limits.title'), blocks };
}

function charactersOf(context: ReportContext): string {
  const named = context.unprintable.slice(0, 40).map(({ name }) => name).join(context.say('list.comma'));
  return context.unprintable.length > 40 ? named + context.say('list.more', { count: context.unprintable.length - 40 }) : named;
}

function problemsOf(context: ReportContext): ReportBlock[] {
  const { problems } = context.input.result;
  if (problems.length === 0) return [{ kind: 'paragraph', text: context.say('limits.noProblems') }];
  return [
    {
      kind: 'table',
      columns: [
        { title: context.say('limits.file'), share: 3 },
        { title: context.say('limits.problem'), share: 8 },
      ],
      rows: problems.slice(0, mostProblems).map(({ file, line, message }) => ({ cells: [{ text: context.show(line === undefined ? file : `${file}:${line}`, 160) }, { text: context.show(message, 400) }] })),
      caption: context.say('limits.problemsCaption', { shown: Math.min(mostProblems, problems.length), all: problems.length }),
    },
  ];
}
