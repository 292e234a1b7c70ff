import { type InventoryFragment } from '../core/inventory/inventory-fragment.js';
import { type Problem } from '../core/inventory/problem.js';
import { type SourceFile } from '../core/inventory/source-file.js';

/** What a manifest asks of the audit, beside the facts it states. Paths are relative to the manifest. */
export interface ManifestSettings {
  readonly packs: readonly string[];
  readonly waivers: readonly string[];
  readonly facts: readonly string[];
  readonly attachments: readonly Attachment[];
  readonly code: readonly CodeFolder[];
}

/** A file that speaks of one model or deployment of the manifest. */
export interface Attachment {
  readonly path: string;
  /** Part of the file that is meant, such as one alias of a gateway; absent: all of it. */
  readonly part?: string;
  readonly subject: string;
}

/** A file or folder that holds the source code of a deployment. */
export interface CodeFolder {
  readonly path: string;
  readonly deployment: string;
}

export interface ImportOptions {
  /** Id of the model or deployment that the file speaks of, where the manifest says so. */
  readonly subject?: string;
  readonly part?: string;
}

export interface ImportResult {
  readonly fragment: InventoryFragment;
  readonly problems: readonly Problem[];
  readonly settings?: ManifestSettings;
}

/** Reads one format. It never throws on bad input: what it cannot read becomes a problem with a line and a reason. */
export interface Importer {
  readonly id: string;
  /** Name of the format for people. */
  readonly title: string;
  recognises(file: SourceFile): boolean;
  import(file: SourceFile, options: ImportOptions): ImportResult;
}
