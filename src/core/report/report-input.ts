import { type AuditResult } from '../audit/audit-result.js';
import { type DecisionRecord } from '../decision/record/decision-record.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { type ShockResult } from '../shock/shock-result.js';
import { type SovereigntyResult } from '../sovereignty/sovereignty-result.js';
import { type EarlierAudit } from './earlier-audit.js';
import { type ReportLanguage } from './report-language.js';
import { type ReportMeta } from './report-meta.js';
import { type ReportTemplate } from './report-template.js';
import { type Wording } from './wording.js';

/** All that a report is composed from. */
export interface ReportInput {
  readonly result: AuditResult;
  /** The bytes of the result as `check --format json` writes them; they are attached, and their digest is printed. */
  readonly resultBytes: Uint8Array;
  /** The same result as OSCAL assessment results, to be attached as well; absent: it is not. */
  readonly oscalBytes?: Uint8Array;
  readonly snapshot: InventorySnapshot;
  readonly reference?: ReferenceFacts;
  /** Records of decisions to be justified; absent: none. */
  readonly decisions?: readonly DecisionRecord[];
  /** What would break if a fact changed; absent: nobody asked. */
  readonly shocks?: readonly ShockResult[];
  /** Levels of the EU framework; absent: nobody asked. */
  readonly sovereignty?: SovereigntyResult;
  /** Audits before this one, for the trend. */
  readonly history?: readonly EarlierAudit[];
  readonly template: ReportTemplate;
  readonly language: ReportLanguage;
  readonly wording: Wording;
  readonly meta: ReportMeta;
  /** Whether every font of the report has a character. */
  readonly covers: (codePoint: number) => boolean;
}
