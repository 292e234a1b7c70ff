import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { useChartColours } from './use-chart-colours.js';
import { useWidth } from './use-width.js';

type Points = readonly (readonly [number, number])[];

export interface Curve {
  readonly label: string;
  readonly line: Points;
  readonly band?: { readonly low: Points; readonly high: Points } | undefined;
  /** Drawn at every point, where the points are what was counted. */
  readonly dots?: boolean;
}

interface CurveChartProps {
  readonly curves: readonly Curve[];
  readonly label: string;
  readonly x: { readonly domain: readonly [number, number]; readonly ticks?: readonly number[]; readonly tick: (value: number) => string; readonly title: string };
  readonly tick: (value: number) => string;
  readonly mark?: { readonly at: number; readonly label: string } | undefined;
  readonly height?: number;
  readonly colours?: readonly string[];
}

const dashes = ['', '7 4', '2 3', '10 3 2 3', '1 5', '14 4', '4 2'];

/** Lines over one axis, each with its own colour and dash, and the range that it may lie in. */
export function CurveChart({ curves, label, x: axis, tick, mark, height = 260, colours: given }: CurveChartProps) {
  const colours = useChartColours();
  const [box, width] = useWidth();
  const most = Math.max(1, ...curves.flatMap(({ line: points, band }) => [...points, ...(band?.high ?? [])].map(([, value]) => value)));
  const y = scaleLinear([0, most], [height - 42, 12]).nice(5);
  const left = 12 + Math.max(...y.ticks(5).map((at) => tick(at).length)) * 7;
  const x = scaleLinear([...axis.domain], [left, width - 12]);
  const path = line<readonly [number, number]>(([at]) => x(at), ([, value]) => y(value));
  const seriesColours = given ?? colours.series;
  const colourOf = (index: number): string => seriesColours[index % seriesColours.length] ?? colours.ink;
  const ticks = axis.ticks ?? x.ticks(width < 480 ? 4 : 7);
  return (
    <div ref={box}>
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height} style={{ display: 'block', maxWidth: '100%', height: 'auto', fontSize: 12 }}>
        {y.ticks(5).map((at) => (
          <g key={at}>
            <line x1={left} x2={width - 12} y1={y(at)} y2={y(at)} stroke={colours.grid} />
            <text x={left - 6} y={y(at) + 4} textAnchor="end" fill={colours.faint}>{tick(at)}</text>
          </g>
        ))}
        {ticks.map((at, index) => <text key={at} x={x(at)} y={height - 24} textAnchor={ticks.length > 1 && index === ticks.length - 1 ? 'end' : index === 0 ? 'start' : 'middle'} fill={colours.faint}>{axis.tick(at)}</text>)}
        <text x={width - 12} y={height - 6} textAnchor="end" fill={colours.faint}>{axis.title}</text>
        {curves.map(({ band }, index) => (band === undefined ? null : <path key={index} d={bandPath(band, x, y)} fill={colourOf(index)} fillOpacity={0.13} />))}
        {curves.map(({ line: points, dots = false }, index) => (
          <g key={index}>
            <path d={path([...points]) ?? ''} fill="none" stroke={colourOf(index)} strokeWidth={2.5} strokeDasharray={dashes[index % dashes.length]} />
            {dots ? points.map(([at, value]) => <circle key={at} cx={x(at)} cy={y(value)} r={3.5} fill={colourOf(index)} />) : null}
          </g>
        ))}
        {mark === undefined ? null : (
          <g>
            <line x1={x(mark.at)} x2={x(mark.at)} y1={12} y2={height - 42} stroke={colours.ink} strokeDasharray="3 3" />
            <text x={x(mark.at) > width / 2 ? x(mark.at) - 6 : x(mark.at) + 6} y={24} textAnchor={x(mark.at) > width / 2 ? 'end' : 'start'} fill={colours.ink} fontWeight={600} style={{ paintOrder: 'stroke' }} stroke={colours.ground} strokeWidth={4}>{mark.label}</text>
          </g>
        )}
      </svg>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '4px 18px', fontSize: 13 }}>
        {curves.map(({ label: name }, index) => (
          <li key={name}>
            <svg aria-hidden width={30} height={10} style={{ marginRight: 6 }}><line x1={0} x2={30} y1={5} y2={5} stroke={colourOf(index)} strokeWidth={2.5} strokeDasharray={dashes[index % dashes.length]} /></svg>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Scale = (value: number) => number;

function bandPath({ low, high }: NonNullable<Curve['band']>, x: Scale, y: Scale): string {
  const both = low.map(([at, least], index) => [at, least, high[index]?.[1] ?? least] as const);
  return area<(typeof both)[number]>(([at]) => x(at), ([, least]) => y(least), ([, , most]) => y(most))(both) ?? '';
}
