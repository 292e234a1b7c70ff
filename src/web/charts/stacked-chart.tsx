import { scaleLinear } from 'd3-scale';
import { useChartColours } from './use-chart-colours.js';
import { useWidth } from './use-width.js';

interface StackedChartProps {
  readonly rows: readonly { readonly label: string; readonly note: string; readonly parts: readonly number[] }[];
  readonly parts: readonly string[];
  readonly label: string;
}

const row = 48;
const side = 4;

/** What adds up to the value of each row, from 0 to 1. */
export function StackedChart({ rows, parts, label }: StackedChartProps) {
  const colours = useChartColours();
  const [box, width] = useWidth();
  const x = scaleLinear([0, 1], [side, width - side]);
  const colourOf = (index: number): string => colours.series[index % colours.series.length] ?? colours.ink;
  return (
    <div ref={box}>
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${rows.length * row}`} width={width} height={rows.length * row} style={{ display: 'block', maxWidth: '100%', height: 'auto', fontSize: 13 }}>
        {rows.map(({ label: name, note, parts: sizes }, index) => (
          <g key={name} transform={`translate(0,${index * row})`}>
            <text x={side} y={16} fill={colours.ink}>{name.slice(0, Math.max(8, Math.floor((width - 80) / 7)))}</text>
            <text x={width - side} y={16} textAnchor="end" fill={colours.ink} fontWeight={600}>{note}</text>
            <rect x={side} y={23} width={width - 2 * side} height={16} rx={3} fill={colours.grid} fillOpacity={0.35} />
            {sizes.map((size, part) => {
              const before = sizes.slice(0, part).reduce((sum, each) => sum + each, 0);
              return <rect key={part} x={x(before)} y={23} width={Math.max(0, x(before + size) - x(before) - 1)} height={16} fill={colourOf(part)} />;
            })}
          </g>
        ))}
      </svg>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '4px 18px', fontSize: 13 }}>
        {parts.map((name, index) => (
          <li key={name}><svg aria-hidden width={12} height={12} style={{ marginRight: 6, verticalAlign: 'middle' }}><rect width={12} height={12} rx={2} fill={colourOf(index)} /></svg>{name}</li>
        ))}
      </ul>
    </div>
  );
}
