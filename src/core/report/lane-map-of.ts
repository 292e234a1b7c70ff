import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type FlowReach } from './flow-reach.js';
import { type LaneFlow, type LaneNode, type ReportBlock, type ReportTone } from './report-block.js';
import { type ReportContext } from './report-context.js';

/** What fits on a page and can still be followed with the eye. */
const mostSources = 16;
const mostRecipients = 15;
const nowhere = 'nowhere';

interface Arrow {
  readonly source: string;
  readonly recipient: string;
  readonly country: string;
  readonly tone: ReportTone;
  readonly numbers: number[];
}

/** The flows as a picture: systems, recipients by jurisdiction, and what leaves the EEA. Flows between the same two are drawn as one. */
export function laneMapOf(context: ReportContext, reaches: readonly FlowReach[]): ReportBlock[] {
  const arrows = arrowsOf(context, reaches);
  const order: readonly ReportTone[] = ['away', 'open', 'home'];
  const ranked = [...arrows].sort((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone) || byCodeUnit(a.source, b.source) || byCodeUnit(a.recipient, b.recipient));
  const sources = [...new Set(ranked.map(({ source }) => source))].slice(0, mostSources);
  const recipients = [...new Set(ranked.filter(({ source }) => sources.includes(source)).map(keyOf))].slice(0, mostRecipients);
  const drawn = ranked.filter((arrow) => sources.includes(arrow.source) && recipients.includes(keyOf(arrow)));
  const countries = [...new Set(drawn.map(({ country }) => country))];
  const toneOfCountry = (country: string): ReportTone => (country === nowhere ? 'open' : context.toneOf(country));
  const laneOrder: readonly ReportTone[] = ['home', 'open', 'away'];
  const lanes = countries
    .map((country) => ({ id: country, title: country === nowhere ? context.say('lane.nowhere') : context.country(country), note: context.say(`lane.${toneOfCountry(country)}`), tone: toneOfCountry(country) }))
    .sort((a, b) => laneOrder.indexOf(a.tone) - laneOrder.indexOf(b.tone) || byCodeUnit(a.title, b.title));
  const seat = context.input.snapshot.organisation?.seat;
  const origin = { id: 'origin', title: context.say('lane.origin'), note: seat === undefined ? '' : context.country(seat), tone: seat === undefined ? ('open' as const) : context.toneOf(seat) };
  const nodes: LaneNode[] = [
    ...sources.filter((source) => drawn.some((arrow) => arrow.source === source)).sort(byCodeUnit).map((source) => ({ id: `s/${source}`, lane: 'origin', title: context.nameOfDeployment(source), note: context.say('lane.flows', { numbers: numbersOf(drawn.filter((arrow) => arrow.source === source)) }) })),
    ...recipients.filter((recipient) => drawn.some((arrow) => keyOf(arrow) === recipient)).sort(byCodeUnit).map((recipient) => {
      const arrowsIn = drawn.filter((arrow) => keyOf(arrow) === recipient);
      return { id: `r/${recipient}`, lane: arrowsIn[0]?.country ?? nowhere, title: context.nameOfParty(arrowsIn[0]?.recipient ?? ''), note: context.say('lane.flows', { numbers: numbersOf(arrowsIn) }) };
    }),
  ];
  const flows: LaneFlow[] = drawn.map((arrow) => ({ number: arrow.numbers.join(', '), from: `s/${arrow.source}`, to: `r/${keyOf(arrow)}`, tone: arrow.tone }));
  const words = lanes.map(({ id, title }) => context.say('lane.altLane', { lane: title, recipients: nodes.filter(({ lane }) => lane === id).map(({ title: name, note }) => `${name} (${note})`).join(context.say('list.comma')) }));
  return [
    {
      kind: 'laneMap',
      lanes: [origin, ...lanes],
      nodes,
      flows,
      alt: context.say('lane.alt', { lanes: words.join(context.say('list.semicolon')) }),
      caption: drawn.length < arrows.length ? context.say('lane.captionCut', { shown: drawn.length, all: arrows.length }) : context.say('lane.caption'),
      legend: { home: context.say('lane.legendHome'), open: context.say('lane.legendOpen'), away: context.say('lane.legendAway') },
    },
  ];
}

function arrowsOf(context: ReportContext, reaches: readonly FlowReach[]): Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { flow, number, places } of reaches) {
    const source = flow.deployment ?? flow.from ?? flow.id;
    const recipient = flow.to ?? flow.from ?? flow.id;
    for (const country of places.length === 0 ? [nowhere] : places.map((place) => place.country)) {
      const key = `${source}\n${recipient}\n${country}`;
      const arrow = arrows.get(key) ?? { source, recipient, country, tone: country === nowhere ? 'open' : context.toneOf(country), numbers: [] };
      arrow.numbers.push(number);
      arrows.set(key, arrow);
    }
  }
  return [...arrows.values()];
}

function keyOf({ recipient, country }: Arrow): string {
  return `${country}/${recipient}`;
}

function numbersOf(arrows: readonly Arrow[]): string {
  const numbers = [...new Set(arrows.flatMap((arrow) => arrow.numbers))].sort((a, b) => a - b);
  return numbers.length > 8 ? `${numbers.slice(0, 7).join(', ')} …` : numbers.join(', ');
}
