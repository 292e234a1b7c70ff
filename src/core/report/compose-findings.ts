import { clipText } from './clip-text.js';
import { findingCard } from './finding-card.js';
import { type ReportBlock } from './report-block.js';
import { type NumberedFinding, type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

/** More cards than this make a report nobody reads; the table and the attached result hold them all. */
const mostCards = 250;
/** Longer names are cut in the table; the card has them whole. */
const longestName = 56;

/** All findings in one table, then each on a card. */
export function composeFindings(context: ReportContext): SectionBody {
  const { findings } = context;
  if (findings.length === 0) return { title: context.say('findings.title'), blocks: [{ kind: 'paragraph', text: context.say('findings.none') }] };
  const cards = context.input.template.brief ? [] : findings.slice(0, mostCards);
  const blocks: ReportBlock[] = [
    table(context),
    ...(cards.length === 0 ? [] : [{ kind: 'heading' as const, level: 2 as const, id: 'cards', text: context.say('findings.cards') }, { kind: 'paragraph' as const, text: context.say('findings.cardsText') }]),
    ...cards.map((finding) => findingCard(context, finding)),
    ...(cards.length > 0 && cards.length < findings.length ? [{ kind: 'paragraph' as const, text: context.say('findings.cardsCut', { shown: cards.length, all: findings.length }) }] : []),
  ];
  return { title: context.say('findings.title'), blocks };
}

function table(context: ReportContext): ReportBlock {
  const cards = !context.input.template.brief;
  return {
    kind: 'table',
    columns: [
      { title: context.say('findings.number'), share: 0.9, whole: true },
      { title: context.say('findings.severity'), share: 1.3, whole: true },
      { title: context.say('findings.what'), share: 4 },
      { title: context.say('findings.where'), share: 2.6 },
      { title: context.say('findings.rule'), share: 1.1, whole: true },
      { title: context.say('findings.outcome'), share: 1.5, whole: true },
      { title: context.say('findings.status'), share: 1.3 },
    ],
    rows: context.findings.map((finding) => ({
      cells: [
        { text: finding.number, ...(cards ? { link: finding.anchor } : {}) },
        { text: context.say(`severity.${finding.severity}`), severity: finding.severity },
        { text: context.show(finding.title, 200) },
        { text: [finding.subject, ...(finding.element === undefined ? [] : [finding.element])].map((key) => clipText(context.nameOfSubject(key), longestName)).join(context.say('list.dot')) },
        { text: context.show(finding.ruleId, 40) },
        { text: context.say(`outcome.${finding.verdict}`), outcome: finding.verdict },
        { text: statusOf(context, finding) },
      ],
    })),
    caption: context.say('findings.caption'),
  };
}

function statusOf(context: ReportContext, { waiver, waived, baselineState }: NumberedFinding): string {
  if (waived) return context.say('status.waived');
  if (waiver?.state === 'expired') return context.say('status.waiverExpired');
  return context.say(baselineState === 'new' ? 'status.new' : 'status.open');
}
