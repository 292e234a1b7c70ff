import { palette } from './palette.js';

/** Relative luminance and contrast of WCAG 2.1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.slice(1).match(/../g) ?? []).map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('palette', () => {
  it.each(['ink', 'text', 'muted', 'home', 'away', 'open', 'critical', 'high', 'medium', 'low', 'info'] as const)('%s can be read on white', (name) => {
    expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['critical', 'high', 'medium', 'low', 'info', 'home', 'away', 'open'] as const)('%s can be read on its tint', (name) => {
    expect(contrast(palette[name], palette[`${name}Tint`])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['paper', 'mist', 'ember', 'glow'] as const)('%s can be read on the band of the cover', (name) => {
    expect(contrast(palette[name], palette.night)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette[name], palette.dusk)).toBeGreaterThanOrEqual(4.5);
  });
});
