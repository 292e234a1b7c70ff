import { contrastOf } from '../../../core/report/contrast-of.js';
import { palette } from './palette.js';

describe('palette', () => {
  it.each(['ink', 'text', 'muted', 'home', 'away', 'open', 'critical', 'high', 'medium', 'low', 'info'] as const)('%s can be read on white', (name) => {
    expect(contrastOf(palette[name], palette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['critical', 'high', 'medium', 'low', 'info', 'home', 'away', 'open'] as const)('%s can be read on its tint', (name) => {
    expect(contrastOf(palette[name], palette[`${name}Tint`])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['paper', 'mist', 'ember', 'glow'] as const)('%s can be read on the band of the cover', (name) => {
    expect(contrastOf(palette[name], palette.night)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(palette[name], palette.dusk)).toBeGreaterThanOrEqual(4.5);
  });
});
