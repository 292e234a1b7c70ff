import { type NounKind } from './noun-kind.js';

/** Facts that other formats know under a name of their own, by kind and JSON pointer; docs/cyclonedx-properties.md lists them. */
export const factNames: Readonly<Partial<Record<NounKind, Readonly<Record<string, string>>>>> = {
  provider: { '/country': 'operator-country', '/ultimateParentCountry': 'operator-parent-country' },
  model: { '/source/hub': 'distribution-source' },
  lineageEdge: { '/relation': 'lineage-relation' },
  deployment: { '/route': 'route-kind' },
  dataFlow: { '/scope': 'processing-scope', '/region': 'processing-region', '/accessCountries': 'support-access-country', '/categories': 'data-category', '/transferBasis/mechanism': 'transfer-basis', '/retentionDays': 'retention' },
};
