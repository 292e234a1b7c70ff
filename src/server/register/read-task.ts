import { type InventoryFragment } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type SourceText } from '../../core/inventory/source-text.js';
import { type ManifestSettings } from '../../importers/importer.js';

/** All files of a collection, as a thread reads them. */
export interface ReadTask {
  readonly files: readonly SourceText[];
}

export interface ReadAnswer {
  readonly fragments: readonly InventoryFragment[];
  readonly settings: ManifestSettings;
  readonly problems: readonly Problem[];
}
