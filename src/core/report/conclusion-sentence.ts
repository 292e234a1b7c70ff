import { conclusionOf } from './conclusion-of.js';
import { openCounts } from './open-counts.js';
import { type ReportContext } from './report-context.js';

/** The answer: the conclusion of the audit and what it rests on. */
export function conclusionSentence(context: ReportContext): string {
  const { part } = context.input.result;
  const sentence = wholeSentence(context);
  return part === undefined ? sentence : context.say('part.conclusion', { conclusion: sentence });
}

function wholeSentence(context: ReportContext): string {
  const conclusion = conclusionOf(context);
  const open = context.findings.filter(({ waived }) => !waived);
  const deployments = context.count('noun.deployment', context.deployments.length);
  if (conclusion === 'clear') return context.say('conclusion.clear', { conclusion: context.say(`conclusionWord.${context.input.result.conclusion}`) });
  if (conclusion === 'conforming') return context.say('conclusion.conforming', { deployments });
  if (conclusion === 'inconclusive') return context.say('conclusion.inconclusive', { unknown: context.count('noun.undecided', open.filter(({ verdict }) => verdict !== 'fail').length), deployments });
  const counts = openCounts(open.filter(({ verdict }) => verdict === 'fail'));
  const named = (['critical', 'high', 'medium', 'low', 'info'] as const).filter((severity) => counts[severity] > 0).slice(0, 2);
  const parts = named.map((severity) => context.say(`count.${severity}`, { count: counts[severity] }));
  const undecided = open.filter(({ verdict }) => verdict !== 'fail').length;
  const total = named.reduce((sum, severity) => sum + counts[severity], 0);
  const sentence = context.count('conclusion.non-conforming', total, { findings: parts.join(context.say('list.and')), deployments });
  return undecided === 0 ? sentence : `${sentence} ${context.count('conclusion.undecided', undecided)}`;
}
