import { type TextStyle } from './text-style.js';

/** Every way text is set in the report. */
export const typeScale = {
  display: { face: 'serifSemiBold', size: 34, leading: 39, tracking: -0.3 },
  heading1: { face: 'serifSemiBold', size: 23, leading: 28, tracking: -0.15 },
  heading2: { face: 'serifSemiBold', size: 14.5, leading: 19 },
  heading3: { face: 'sansSemiBold', size: 10.5, leading: 14 },
  verdict: { face: 'serifSemiBold', size: 15.5, leading: 20 },
  subtitle: { face: 'serif', size: 12, leading: 17 },
  lead: { face: 'serif', size: 11.5, leading: 17 },
  body: { face: 'sans', size: 9.25, leading: 13.6 },
  bodyStrong: { face: 'sansMedium', size: 9.25, leading: 13.6 },
  label: { face: 'sans', size: 8, leading: 13.6 },
  small: { face: 'sans', size: 8, leading: 11.4 },
  cell: { face: 'sans', size: 8, leading: 11 },
  cellStrong: { face: 'sansSemiBold', size: 8, leading: 11 },
  number: { face: 'sans', size: 8, leading: 11, tabular: true },
  caption: { face: 'sans', size: 7.4, leading: 10.2 },
  captionStrong: { face: 'sansSemiBold', size: 7.4, leading: 10.2, tabular: true },
  overline: { face: 'sansSemiBold', size: 7, leading: 10, tracking: 0.9 },
  mono: { face: 'mono', size: 7.2, leading: 10.6 },
  keyNumber: { face: 'serifSemiBold', size: 24, leading: 26, tracking: -0.2 },
  entry: { face: 'sansSemiBold', size: 10, leading: 14 },
  subEntry: { face: 'sans', size: 9, leading: 13 },
  watermark: { face: 'sansSemiBold', size: 110, leading: 110, tracking: 12 },
} as const satisfies Readonly<Record<string, TextStyle>>;
