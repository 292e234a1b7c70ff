/**
 * Colours of the report. On white, every ink and every severity reaches a contrast of at least 4.5 (WCAG 2.1, 1.4.3); severities also on their own tint.
 * Two hues carry data, one meaning each: `home` stays under the law of the European Economic Area, `away` leaves it.
 */
export const palette = {
  paper: '#FFFFFF',
  ink: '#0F1B2D',
  text: '#334155',
  muted: '#566578',
  rule: '#D5DCE5',
  hair: '#E6EBF1',
  tint: '#F4F7FA',
  home: '#0B6E6E',
  homeTint: '#E3F1F0',
  away: '#A8500A',
  awayTint: '#FBEEDF',
  open: '#566578',
  openTint: '#EEF1F5',
  night: '#0E1A2B',
  dusk: '#1B2C44',
  mist: '#B7C4D5',
  glow: '#63D3C6',
  ember: '#F2B25C',
  star: '#41536B',
  critical: '#9B1C1C',
  criticalTint: '#FBE9E9',
  high: '#B4430C',
  highTint: '#FCEDE4',
  medium: '#7A5B00',
  mediumTint: '#FAF3DC',
  low: '#1D5FA8',
  lowTint: '#E7F0FA',
  info: '#566578',
  infoTint: '#EEF1F5',
} as const;

export type Colour = (typeof palette)[keyof typeof palette];
