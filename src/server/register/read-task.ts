import { type InventoryFragment } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type SourceText } from '../../core/inventory/source-text.js';
import { type ManifestSettings } from '../../importers/importer.js';
import { type Workbook } from '../../importers/tables/read-workbook.js';

/** All files of a collection, as a thread reads them. */
export interface ReadTask {
  readonly files: readonly SourceText[];
  readonly workbooks: readonly Workbook[];
}

export interface ReadAnswer {
  readonly fragments: readonly InventoryFragment[];
  readonly settings: ManifestSettings;
  readonly problems: readonly Problem[];
  /** The tables of the workbooks, which are files of the collection from now on. */
  readonly tables: readonly SourceText[];
}
