import { type OptionResult } from '../audit/audit-result.js';
import { severities } from '../policy/severity.js';
import { clipText } from './clip-text.js';
import { type ReportBlock, type ReportOutcome } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

const outcomeOf: Readonly<Record<OptionResult['admissible'], ReportOutcome>> = { yes: 'pass', no: 'fail', unknown: 'unknown' };
const mostReasons = 4;
const longestReason = 170;

/** Open or closed: the same packs run on every way to serve a purpose, which are admissible, and what breaks the others. */
export function composeOptions(context: ReportContext): SectionBody {
  const known = new Set(context.deployments.map(({ id }) => id));
  const options = context.input.result.options.filter(({ deployment }) => known.has(deployment));
  const deployments = [...new Set(options.map(({ deployment }) => deployment))];
  if (deployments.length === 0) return { title: context.say('options.title'), blocks: [{ kind: 'paragraph', text: context.say('options.none') }] };
  return { title: context.say('options.title'), blocks: [{ kind: 'paragraph', text: context.say('options.text') }, ...deployments.flatMap((deployment) => pageOf(context, deployment, options.filter((option) => option.deployment === deployment)))] };
}

function pageOf(context: ReportContext, deployment: string, options: readonly OptionResult[]): ReportBlock[] {
  const admissible = options.filter(({ admissible: answer }) => answer === 'yes');
  const actual = options.find(({ kind }) => kind === 'status-quo') ?? options[0];
  const purpose = context.deployments.find(({ id }) => id === deployment)?.purpose;
  const titles = admissible.map((option) => titleOf(context, option)).join(context.say('list.comma'));
  const key = admissible.length === 0 ? 'options.answerNone' : actual?.admissible === 'yes' ? 'options.answerStay' : 'options.answerChange';
  return [
    { kind: 'heading', level: 2, id: `options/${deployment}`, text: context.nameOfDeployment(deployment) },
    ...(purpose === undefined ? [] : [{ kind: 'paragraph' as const, text: context.show(purpose, 400) }]),
    {
      kind: 'callout',
      tone: admissible.length === 0 ? 'away' : 'home',
      text: context.say(key, { options: titles }),
      note: context.say('options.answerNote'),
      asides: [
        { value: context.number(admissible.length), label: context.say('options.admissible'), tone: admissible.length === 0 ? 'away' : 'home' },
        { value: context.number(options.length - admissible.length), label: context.say('options.blocked'), tone: 'open' },
      ],
    },
    { kind: 'options', items: options.map((option) => panelOf(context, option)) },
  ];
}

function titleOf(context: ReportContext, { option, title }: OptionResult): string {
  return option === 'as-is' ? context.say('options.asIs') : context.show(title, 160);
}

function panelOf(context: ReportContext, option: OptionResult): Extract<ReportBlock, { kind: 'options' }>['items'][number] {
  const breaks = [...option.breaks].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0));
  const shown = breaks.slice(0, mostReasons).map(({ ruleId, severity, verdict, message }) => ({ severity, rule: context.show(ruleId, 20), text: (verdict === 'fail' ? '' : `${context.say(`outcome.${verdict}`)}: `) + clipText(context.show(message, 400), longestReason) }));
  const hidden = breaks.length - shown.length;
  return {
    title: titleOf(context, option),
    about: context.say(`optionKind.${option.kind}`),
    answer: context.say(`admissible.${option.admissible}`),
    outcome: outcomeOf[option.admissible],
    reasons: hidden > 0 ? [...shown, { severity: breaks[mostReasons]?.severity ?? 'info', rule: '', text: context.say('options.more', { count: hidden }) }] : shown,
    none: context.say('options.nothingBreaks'),
  };
}
