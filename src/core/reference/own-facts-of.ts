import { byCodeUnit } from '../inventory/by-code-unit.js';
import type { OwnFacts } from './own-facts.js';
import type { ReferenceFacts } from './reference-facts.js';

/** What an organisation laid over the shipped facts, overlay by overlay in the order they were given; empty where it laid nothing. */
export function ownFactsOf({ data, overlays, overlaidSettings, ownCodeMarkers }: ReferenceFacts): readonly OwnFacts[] {
  const kinds: readonly (readonly [string, readonly object[]])[] = [
    ['licence', data.licences],
    ['jurisdiction', data.jurisdictions],
    ['provider', data.providers],
    ['engine', data.engines],
    ['control', data.controls],
    ['model', data.models],
    ['retirement', data.retirements],
    ['notice-policy', data.noticePolicies],
    ['code-marker', ownCodeMarkers],
  ];
  const owned = kinds.flatMap(([kind, records]) => (records as readonly OverlaidRecord[]).flatMap(({ id, overlay }) => (overlay === undefined ? [] : [{ overlay, fact: `${kind}/${id}` }])));
  const settings = overlaidSettings.map(({ overlay, setting }) => ({ overlay, fact: setting }));
  return [...new Set(overlays)].map((overlay) => ({ overlay, facts: [...owned, ...settings].filter((each) => each.overlay === overlay).map(({ fact }) => fact).sort(byCodeUnit) }));
}

interface OverlaidRecord {
  readonly id: string;
  readonly overlay?: string;
}
