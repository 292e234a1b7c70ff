import { linkHorizontal } from 'd3-shape';
import { type Arrow, type Tone } from '../flows/flow-map.js';
import { useChartColours } from './use-chart-colours.js';
import { useWidth } from './use-width.js';

interface LaneMapProps {
  readonly arrows: readonly Arrow[];
  readonly label: string;
  readonly nameOfCountry: (code: string) => string;
  readonly wordOf: (tone: Tone) => string;
}

const row = 26;
const head = 30;

interface Recipient {
  readonly name: string;
  readonly country: string;
}

/** Systems on the left, recipients in lanes by jurisdiction on the right, and what goes from one to the other. */
export function LaneMap({ arrows, label, nameOfCountry, wordOf }: LaneMapProps) {
  const colours = useChartColours();
  const [box, width] = useWidth(560);
  const order: readonly Tone[] = ['home', 'open', 'away'];
  const countries = [...new Map(arrows.map(({ country, tone }) => [country, tone]))].sort(([a, toneA], [b, toneB]) => order.indexOf(toneA) - order.indexOf(toneB) || a.localeCompare(b));
  const sources = [...new Set(arrows.map(({ source }) => source))].sort();
  const column = Math.min(230, Math.floor(width * 0.34));
  let below = 0;
  const lanes = countries.map(([country, tone]) => {
    const recipients = [...new Set(arrows.filter((arrow) => arrow.country === country).map(({ recipient }) => recipient))].sort().map((name): Recipient => ({ name, country }));
    const top = below;
    below += head + recipients.length * row + 10;
    return { country, tone, recipients, top, height: head + recipients.length * row };
  });
  const height = Math.max(below, head + sources.length * row);
  const step = sources.length === 0 ? row : Math.max(row, (height - head) / sources.length);
  const sourceAt = new Map(sources.map((name, index) => [name, head + index * step + row / 2]));
  const recipientAt = new Map(lanes.flatMap(({ recipients, top }) => recipients.map(({ name, country }, index) => [JSON.stringify([name, country]), top + head + index * row + row / 2] as const)));
  const link = linkHorizontal<Arrow, readonly [number, number]>()
    .source(({ source }) => [column, sourceAt.get(source) ?? 0])
    .target(({ recipient, country }) => [width - column, recipientAt.get(JSON.stringify([recipient, country])) ?? 0])
    .x(([x]) => x)
    .y(([, y]) => y);
  const room = Math.floor((column - 14) / 6.6);
  const toneColour = (tone: Tone): string => colours[tone];
  return (
    <div ref={box}>
      <svg role="img" aria-label={label} width={width} height={height} style={{ display: 'block', fontSize: 12 }}>
        {lanes.map(({ country, tone, top, height: tall }) => (
          <g key={country}>
            <rect x={width - column} y={top} width={column} height={tall} rx={6} fill={toneColour(tone)} fillOpacity={0.09} stroke={toneColour(tone)} strokeOpacity={0.5} />
            <text x={width - column + 8} y={top + 18} fill={toneColour(tone)} fontWeight={700}>{clip(nameOfCountry(country), Math.max(8, room - wordOf(tone).length))}<tspan fontWeight={400}> · {wordOf(tone)}</tspan></text>
          </g>
        ))}
        {arrows.map((arrow, index) => <path key={index} d={link(arrow) ?? ''} fill="none" stroke={toneColour(arrow.tone)} strokeOpacity={0.7} strokeWidth={1 + Math.min(4, Math.log2(arrow.flows))} strokeDasharray={arrow.tone === 'open' ? '5 4' : ''} />)}
        {sources.map((name) => <text key={name} x={column - 6} y={(sourceAt.get(name) ?? 0) + 4} textAnchor="end" fill={colours.ink}>{clip(name, room)}</text>)}
        {lanes.flatMap(({ recipients }) => recipients.map(({ name, country }) => <text key={`${name} ${country}`} x={width - column + 10} y={(recipientAt.get(JSON.stringify([name, country])) ?? 0) + 4} fill={colours.ink}>{clip(name, room)}</text>))}
      </svg>
    </div>
  );
}

const clip = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
