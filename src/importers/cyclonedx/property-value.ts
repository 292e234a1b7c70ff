import { depthOverrun } from '../../core/inventory/depth-overrun.js';
import { inputCaps } from '../input-caps.js';

/** The value that a property of an inventory stands for: JSON where it is JSON, else the text itself. What nests too deep or names a prototype stays text, which no field of that form accepts. */
export function propertyValue(text: string): unknown {
  if (depthOverrun(text, inputCaps.depth) !== undefined || /"(?:__proto__|constructor|prototype)"\s*:/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
