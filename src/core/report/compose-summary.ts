import { byCodeUnit } from '../inventory/by-code-unit.js';
import { severities } from '../policy/severity.js';
import { conclusionSentence } from './conclusion-sentence.js';
import { decisionsNeeded } from './decisions-needed.js';
import { flowReaches } from './flow-reach.js';
import { openCounts } from './open-counts.js';
import { type ReportBlock } from './report-block.js';
import { type NumberedFinding, type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';
import { trendOf } from './trend-of.js';
import { signatures } from './signatures.js';

const mostBars = 14;
const mostBarsInBrief = 5;

/** The answer first, then four numbers, where the findings are, and what has to be decided. */
export function composeSummary(context: ReportContext): SectionBody {
  const { result } = context.input;
  const decided = result.counts.pass + result.counts.fail;
  const asked = decided + result.counts.unknown + result.counts.error;
  const reaches = flowReaches(context);
  const away = reaches.filter(({ tone }) => tone === 'away').length;
  const openFlows = reaches.filter(({ tone }) => tone === 'open').length;
  const one = context.input.meta.deployment !== undefined;
  const contradictions = contradictionsOf(context);
  const open = openCounts(context.findings);
  const fails = context.findings.filter(({ waived, verdict }) => !waived && verdict === 'fail').length;
  const openTotal = severities.reduce((sum, severity) => sum + open[severity], 0);
  const waived = context.findings.length - openTotal;
  const decisions = decisionsNeeded(context);
  const blocks: ReportBlock[] = [
    { kind: 'lead', text: [conclusionSentence(context), context.say('summary.asOf', { day: context.day(result.asOf) })].join(' ') },
    {
      kind: 'keyNumbers',
      items: [
        ...(one ? [] : [{ value: context.say('summary.ratio', { part: decided, whole: asked }), label: context.say('summary.decided'), note: context.say('summary.decidedNote', { unknown: result.counts.unknown, error: result.counts.error }), tone: decided === asked ? ('home' as const) : ('away' as const) }]),
        { value: context.number(openTotal), label: context.say('summary.open'), note: context.say('summary.openNote', { fails, undecided: openTotal - fails, waived }), tone: openTotal === 0 ? 'home' : 'away' },
        { value: context.say('summary.ratio', { part: away, whole: reaches.length }), label: context.say('summary.away'), note: context.count('summary.awayNote', openFlows), tone: away + openFlows === 0 ? 'home' : 'away' },
        { value: context.number(contradictions), label: context.say('summary.contradictions'), note: context.say('summary.contradictionsNote'), tone: contradictions === 0 ? 'home' : 'away' },
      ],
    },
    ...barsOf(context),
    ...trendOf(context),
    { kind: 'heading', level: 2, id: 'decisions', text: context.say('summary.decisions') },
    decisions.length === 0 ? { kind: 'paragraph', text: context.say('summary.noDecisions') } : { kind: 'list', ordered: true, items: decisions },
    ...(context.input.template.brief ? [{ kind: 'heading' as const, level: 2 as const, id: 'signatures', text: context.say('signOff.short') }, signatures(context)] : [{ kind: 'paragraph' as const, text: context.say('summary.support') }]),
  ];
  return { title: context.say('summary.title'), blocks };
}

/** Contradictions between sources; of one deployment those of its record and its model. */
function contradictionsOf({ input: { result, meta }, deployments }: ReportContext): number {
  if (meta.deployment === undefined) return result.contradictions.length;
  const records = new Set(deployments.flatMap(({ id, model }) => [`deployment/${id}`, ...(model === undefined ? [] : [`model/${model}`])]));
  return result.contradictions.filter(({ record }) => records.has(record)).length;
}

function barsOf(context: ReportContext): ReportBlock[] {
  const bySubject = new Map<string, NumberedFinding[]>();
  for (const finding of context.findings) if (!finding.waived) bySubject.set(finding.subject, [...(bySubject.get(finding.subject) ?? []), finding]);
  if (bySubject.size === 0) return [];
  const weight = (findings: readonly NumberedFinding[]): number => findings.reduce((sum, { severity }) => sum + 10 ** (4 - severities.indexOf(severity)), 0);
  const sorted = [...bySubject.entries()].sort(([a, x], [b, y]) => weight(y) - weight(x) || byCodeUnit(a, b));
  const shown = sorted.slice(0, context.input.template.brief ? mostBarsInBrief : mostBars).map(([subject, findings]) => ({ label: context.nameOfSubject(subject), parts: severities.map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length })) }));
  const words = shown.map(({ label, parts }) => `${label}: ${parts.filter(({ count }) => count > 0).map(({ severity, count }) => context.say(`count.${severity}`, { count })).join(context.say('list.comma'))}`);
  return [
    { kind: 'heading', level: 2, id: 'where', text: context.say('summary.where') },
    {
      kind: 'stackedBars',
      alt: context.say('summary.barsAlt', { rows: words.join(context.say('list.semicolon')) }),
      caption: context.say(sorted.length > shown.length ? 'summary.barsCaptionCut' : 'summary.barsCaption', { shown: shown.length, all: sorted.length }),
      rows: shown,
    },
  ];
}
