import { scaleLinear } from 'd3-scale';
import { useChartColours } from './use-chart-colours.js';
import { useWidth } from './use-width.js';

export interface Span {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly mark: number | null;
  readonly note: string;
  readonly colour?: string | undefined;
}

interface SpanChartProps {
  readonly spans: readonly Span[];
  readonly domain: readonly [number, number];
  readonly tick: (value: number) => string;
  readonly label: string;
}

const row = 46;
const side = 14;

/** A bar a row from one value to another, with a mark on it. */
export function SpanChart({ spans, domain, tick, label }: SpanChartProps) {
  const colours = useChartColours();
  const [box, width] = useWidth();
  const x = scaleLinear([...domain], [side, width - side]).nice(4);
  const ticks = x.ticks(width < 480 ? 3 : 5);
  const height = spans.length * row + 24;
  return (
    <div ref={box}>
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height} style={{ display: 'block', maxWidth: '100%', height: 'auto', fontSize: 13 }}>
        {ticks.map((at) => (
          <g key={at} transform={`translate(${x(at)},0)`}>
            <line y2={height - 20} stroke={colours.grid} />
            <text y={height - 5} textAnchor={x(at) > width - 30 ? 'end' : x(at) < 30 ? 'start' : 'middle'} fill={colours.faint} fontSize={12}>{tick(at)}</text>
          </g>
        ))}
        {spans.map(({ label: name, from, to, mark, note, colour = colours.home }, index) => (
          <g key={index} transform={`translate(0,${index * row})`}>
            <text x={side} y={16} fill={colours.ink} style={{ paintOrder: 'stroke' }} stroke={colours.ground} strokeWidth={4}>{clipped(name, width - 40 - note.length * 6.6)}</text>
            <text x={width - side} y={16} textAnchor="end" fill={colours.faint} fontSize={12} style={{ paintOrder: 'stroke' }} stroke={colours.ground} strokeWidth={4}>{note}</text>
            <rect x={x(from)} y={24} width={Math.max(2, x(to) - x(from))} height={12} rx={3} fill={colour} fillOpacity={mark === null ? 0.9 : 0.35} />
            {mark === null ? null : <rect x={x(mark) - 2} y={21} width={4} height={18} rx={1} fill={colour} />}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** What of a text fits; the whole stands in the table. */
function clipped(text: string, width: number): string {
  const most = Math.max(6, Math.floor(width / 7));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
