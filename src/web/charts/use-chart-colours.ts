import { useTheme } from '@mui/material';

export interface ChartColours {
  readonly ink: string;
  readonly faint: string;
  readonly grid: string;
  readonly ground: string;
  readonly home: string;
  readonly away: string;
  readonly open: string;
  /** One after another for things that have no colour of their own; each also differs by its words. */
  readonly series: readonly string[];
}

export function useChartColours(): ChartColours {
  const { palette } = useTheme();
  const dark = palette.mode === 'dark';
  return {
    ink: palette.text.primary,
    faint: palette.text.secondary,
    grid: palette.divider,
    ground: palette.background.paper,
    home: dark ? '#7fd0df' : '#0b5563',
    away: dark ? '#ff9aa6' : '#a3152b',
    open: dark ? '#f5c26b' : '#8a4b00',
    series: dark ? ['#7fd0df', '#f5c26b', '#c3a6f5', '#7fd6a8', '#ff9aa6', '#9cc4f5', '#d6d6d6'] : ['#0b5563', '#b05f00', '#6a3fb5', '#1c6b3f', '#a3152b', '#245a9c', '#4d4d4d'],
  };
}
