import { type HardwareFacts } from '../../reference/hardware-facts.js';
import { type WeightFormats, type WeightFormatsFile } from './weight-format.js';

/** Fills the references of the formats file with the bits that the hardware facts list. Throws where a fact is not there: the two files are shipped together. */
export function resolveWeightFormats({ formats }: WeightFormatsFile, { quantisationFormats }: HardwareFacts): WeightFormats {
  return {
    formats: formats.map((entry) => {
      if (entry.kind !== 'reference-fact') return entry;
      const fact = quantisationFormats.find(({ id }) => id === entry.fact);
      if (fact?.types === undefined || fact.sources === undefined) throw new Error(`weight-formats.yaml: no fact '${entry.fact}' with types and sources in hardware.yaml; add it or drop the reference`);
      return {
        kind: 'whole-file',
        ids: Object.fromEntries(fact.types.map(({ type, bitsPerWeight }) => [type, bitsPerWeight])),
        reference: entry.reference,
        spread: entry.spread,
        sources: fact.sources,
        confidence: fact.confidence,
      };
    }),
  };
}
