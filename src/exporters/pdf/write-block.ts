import { type ReportBlock } from '../../core/report/report-block.js';
import { type ReportSection } from '../../core/report/report-model.js';
import { grid } from './kit/grid.js';
import { palette } from './kit/palette.js';
import { type Sheet } from './kit/sheet.js';
import { typeScale } from './kit/type-scale.js';
import { writeCallout } from './kit/write-callout.js';
import { writeCard } from './kit/write-card.js';
import { writeHeading } from './kit/write-heading.js';
import { writeParagraph } from './kit/write-paragraph.js';
import { writeTable } from './kit/write-table.js';
import { tableOf } from './blocks/table-of.js';
import { writeCommands } from './blocks/write-commands.js';
import { writeContents } from './blocks/write-contents.js';
import { writeContributions } from './blocks/write-contributions.js';
import { writeCurves } from './blocks/write-curves.js';
import { writeDetails } from './blocks/write-details.js';
import { writeKey } from './blocks/write-key.js';
import { writeKeyNumbers } from './blocks/write-key-numbers.js';
import { writeLaneMap } from './blocks/write-lane-map.js';
import { writeLineage } from './blocks/write-lineage.js';
import { writeList } from './blocks/write-list.js';
import { writeMatrix } from './blocks/write-matrix.js';
import { writeOptions } from './blocks/write-options.js';
import { writeSignOff } from './blocks/write-sign-off.js';
import { writeSpans } from './blocks/write-spans.js';
import { writeStackedBars } from './blocks/write-stacked-bars.js';
import { writeTimeline } from './blocks/write-timeline.js';

export interface BlockContext {
  readonly goTo: (target: string) => string;
  readonly sections: readonly ReportSection[];
}

/** Draws one block of a section below the last one. */
export function writeBlock(sheet: Sheet, block: ReportBlock, { goTo, sections }: BlockContext): void {
  switch (block.kind) {
    case 'contents':
      return writeContents(sheet, sections, goTo);
    case 'heading':
      return writeHeading(sheet, block);
    case 'lead':
      return writeParagraph(sheet, block.text, { style: typeScale.lead, colour: palette.ink, width: grid.span(11), after: 12 });
    case 'paragraph':
      return writeParagraph(sheet, block.text);
    case 'list':
      return writeList(sheet, block);
    case 'callout':
      return writeCallout(sheet, block);
    case 'keyNumbers':
      return writeKeyNumbers(sheet, block);
    case 'severityKey':
    case 'outcomeKey':
      return writeKey(sheet, block);
    case 'details':
      return writeDetails(sheet, block);
    case 'table':
      return writeTable(sheet, tableOf(block, goTo));
    case 'card':
      return writeCard(sheet, { ...block, goTo });
    case 'laneMap':
      return writeLaneMap(sheet, block);
    case 'stackedBars':
      return writeStackedBars(sheet, block);
    case 'matrix':
      return writeMatrix(sheet, block);
    case 'timeline':
      return writeTimeline(sheet, block);
    case 'lineage':
      return writeLineage(sheet, block);
    case 'options':
      return writeOptions(sheet, block);
    case 'contributions':
      return writeContributions(sheet, block);
    case 'spans':
      return writeSpans(sheet, block);
    case 'curves':
      return writeCurves(sheet, block);
    case 'signOff':
      return writeSignOff(sheet, block);
    case 'commands':
      return writeCommands(sheet, block);
  }
}
