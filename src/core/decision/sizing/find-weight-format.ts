import { type WeightFormat, type WeightFormats } from './weight-format.js';

export interface FormatChoice {
  readonly format: string;
  /** Bits of a quantised weight and size of a group, where the file departs from the usual ones (GPTQ, AWQ). */
  readonly bits?: number | undefined;
  readonly groupSize?: number | undefined;
}

/** Looks a format up by name without regard to case; undefined where the facts do not know it. */
export function findWeightFormat({ format, bits, groupSize }: FormatChoice, { formats }: WeightFormats): WeightFormat | undefined {
  const wanted = format.toLowerCase();
  for (const facts of formats) {
    const named = Object.entries(facts.aliases ?? {}).find(([alias]) => alias.toLowerCase() === wanted)?.[1] ?? wanted;
    const found = Object.entries(facts.ids).find(([id]) => id.toLowerCase() === named.toLowerCase());
    if (found === undefined) continue;
    const [id, usualBits] = found;
    const source = `${facts.sources.map(({ title }) => title).join('; ')}${facts.kind === 'whole-file' && facts.reference !== undefined ? `, measured on ${facts.reference}` : ''}`;
    if (facts.kind === 'whole-file') return { kind: facts.kind, id, bitsPerWeight: usualBits, spread: facts.spread, source };
    const group = groupSize ?? facts.group;
    const quantised = bits ?? usualBits;
    const zeroPoint = facts.zeroPointBits === 0 ? 0 : quantised;
    return { kind: facts.kind, id, bitsPerWeight: quantised + (group === null ? 0 : (facts.scaleBits + zeroPoint) / group), restBits: facts.restBits, source };
  }
  return undefined;
}
