import type { CodeMarker } from './code-markers.js';
import type { FactList, ListedFact } from './fact-list.js';
import type { HardwareFacts } from './hardware-facts.js';
import type { PriceFacts } from './price-facts.js';

type Dated = ListedFact & { readonly validTo?: string | undefined };

/** Each kind of record in the files that only some commands read: prices, hardware and the marks of calls in code. A price is history once its interval ended. */
export function factListsBeside(prices: PriceFacts, hardware: HardwareFacts, { codeMarkers }: { readonly codeMarkers: readonly CodeMarker[] }): readonly FactList[] {
  return [
    dated('price', prices.prices),
    dated('surcharge', prices.surcharges),
    dated('accelerator', hardware.accelerators),
    dated('purchase-price', hardware.purchasePrices),
    dated('rental', hardware.rentals),
    dated('server-overhead', hardware.serverOverhead),
    dated('electricity', hardware.electricity),
    dated('pue', hardware.pue),
    { kind: 'code-marker', records: codeMarkers },
    { kind: 'quantisation-format', records: hardware.quantisationFormats },
  ];
}

function dated(kind: string, records: readonly Dated[]): FactList {
  const ends = new Map<ListedFact, string | undefined>(records.map((record) => [record, record.validTo]));
  return { kind, records, endOf: (record) => ends.get(record) };
}
