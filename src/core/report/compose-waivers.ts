import { type WaiverOfResult } from '../audit/audit-result.js';
import { epochOf } from '../inventory/epoch-of.js';
import { type ReportBlock, type ReportTone } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';
import { waiversOf } from './waivers-of.js';

const day = 86_400_000;
const mostBars = 20;

/** Accepted risks with who accepted them and until when; those no longer in force are shown as such. */
export function composeWaivers(context: ReportContext): SectionBody {
  const waivers = waiversOf(context);
  if (waivers.length === 0) return { title: context.say('waivers.title'), blocks: [{ kind: 'paragraph', text: context.say('waivers.none') }] };
  const blocks: ReportBlock[] = [{ kind: 'paragraph', text: context.say('waivers.text') }, ...timelineOf(context, waivers), table(context, waivers)];
  return { title: context.say('waivers.title'), blocks };
}

function table(context: ReportContext, waivers: readonly WaiverOfResult[]): ReportBlock {
  return {
    kind: 'table',
    columns: [
      { title: context.say('waivers.id'), share: 1.5, whole: true },
      { title: context.say('waivers.covers'), share: 2 },
      { title: context.say('waivers.why'), share: 4 },
      { title: context.say('waivers.approvedBy'), share: 1.8 },
      { title: context.say('waivers.until'), share: 1.8 },
      { title: context.say('waivers.state'), share: 1.7 },
    ],
    rows: waivers.map((waiver) => ({
      cells: [
        { text: context.show(waiver.id, 80) },
        { text: [waiver.rules.map((rule) => context.show(rule, 40)).join(context.say('list.comma')), context.count('waivers.matched', waiver.matched.length)].join('\n') },
        { text: [context.say(`waiverReason.${waiver.reason}`), context.show(waiver.justification, 400), ...(waiver.compensatingMeasure === undefined ? [] : [context.say('waivers.measure', { measure: context.show(waiver.compensatingMeasure, 300) })])].join('\n') },
        { text: waiver.approvedBy.map((name) => context.show(name, 80)).join(context.say('list.comma')) || context.say('waivers.nobody') },
        { text: context.say('waivers.fromTo', { from: waiver.validFrom.slice(0, 10), to: waiver.expiresAt.slice(0, 10) }) },
        { text: [context.say(`waiverState.${waiver.state}`), ...(waiver.note === undefined ? [] : [context.show(waiver.note, 200)])].join('\n') },
      ],
      ...(waiver.state === 'active' || waiver.state === 'expiring' ? {} : { tone: 'open' as const }),
    })),
    caption: context.say('waivers.caption'),
  };
}

function toneOf(waiver: WaiverOfResult): ReportTone {
  return waiver.state === 'active' ? 'home' : waiver.state === 'expiring' || waiver.state === 'expired' ? 'away' : 'open';
}

function timelineOf(context: ReportContext, waivers: readonly WaiverOfResult[]): ReportBlock[] {
  const dated = waivers.filter(({ validFrom, expiresAt }) => epochOf(expiresAt) > epochOf(validFrom)).slice(0, mostBars);
  if (dated.length === 0) return [];
  const now = epochOf(context.input.result.asOf);
  const start = Math.min(now, ...dated.map(({ validFrom }) => epochOf(validFrom)));
  const end = Math.max(now, ...dated.map(({ expiresAt }) => epochOf(expiresAt)));
  const daysOf = (epoch: number): number => (epoch - start) / day;
  const words = dated.map(({ id, validFrom, expiresAt, state }) => context.say('waivers.altBar', { id: context.show(id, 80), from: validFrom.slice(0, 10), to: expiresAt.slice(0, 10), state: context.say(`waiverState.${state}`) }));
  return [
    {
      kind: 'timeline',
      alt: context.say('waivers.alt', { bars: words.join(context.say('list.semicolon')) }),
      caption: context.say('waivers.timelineCaption'),
      span: daysOf(end),
      now: daysOf(now),
      nowLabel: context.say('waivers.now', { day: context.input.result.asOf.slice(0, 10) }),
      ticks: ticksOf(start, end).map((epoch) => ({ at: daysOf(epoch), label: new Date(epoch).toISOString().slice(0, 7) })),
      bars: dated.map((waiver) => ({ label: context.show(waiver.id, 22), from: daysOf(epochOf(waiver.validFrom)), to: daysOf(epochOf(waiver.expiresAt)), tone: toneOf(waiver), note: context.say('waivers.barNote', { state: context.say(`waiverState.${waiver.state}`), day: waiver.expiresAt.slice(0, 10) }) })),
    },
  ];
}

/** First days of quarters, or of years where there are many. */
function ticksOf(start: number, end: number): number[] {
  const first = new Date(start).getUTCFullYear();
  const last = new Date(end).getUTCFullYear();
  const months = last - first > 2 ? [0] : [0, 3, 6, 9];
  const ticks: number[] = [];
  for (let year = first; year <= last; year += 1) for (const month of months) ticks.push(Date.UTC(year, month, 1));
  return ticks.filter((tick) => tick > start && tick < end);
}
