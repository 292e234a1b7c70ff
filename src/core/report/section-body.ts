import { type ReportBlock } from './report-block.js';

/** A section before it has its number. */
export interface SectionBody {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}
