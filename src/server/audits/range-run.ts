import { type RangeAudit } from '../../core/audit/audit-range.js';
import { type AuditedPart } from '../../core/audit/audited-part.js';
import { type FleetOverview } from '../../core/exposure/fleet-overview.js';
import { type RegisterSource } from '../../core/register/register-source.js';
import { type ResultFrame } from '../../exporters/result-json.js';
import { type CheckInput, type GivenInventory } from './check-input.js';
import { type CheckOutcome } from './check-outcome.js';
import { type FoundHead } from '../../core/audit/found-head.js';
import { type FragmentSource } from '../../core/inventory/inventory-fragment.js';
import { type Organisation } from '../../core/inventory/organisation.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type RecordsOfPart } from '../../core/register/records-of-part.js';

/** An audit that is made of ranges: everything but the records of its deployments. */
export interface RangeRun extends Omit<CheckInput, 'inventory' | 'only' | 'affected'> {
  readonly id: string;
  readonly outline: Pick<GivenInventory, 'settings' | 'problems'> & { readonly sources: readonly RegisterSource[]; readonly overview: FleetOverview };
  /** Of what part of the register; absent: the whole. */
  readonly part?: AuditedPart;
  /** Into how many ranges it is cut. */
  readonly ranges: number;
  /** A JSON array of `PackedRecord`, of what is no deployment's. */
  readonly commons: string;
}

/** A range as it is read for whoever judges it. */
export interface RecordsOfRange {
  /** In the order of their deployments; of the rest one, without deployments. */
  readonly parts: readonly RecordsOfPart[];
  readonly rest: boolean;
}

/** A range without its long lists, and what it adds to the frame of the audit. */
export interface RangeTail extends RangeAudit {
  /** What the range was judged by, since another process may run another version. */
  readonly rulebook: string;
  /** Of its findings, in the order of their texts. */
  readonly heads: readonly FoundHead[];
  readonly organisation?: Organisation;
  readonly sources: readonly FragmentSource[];
  readonly problems: readonly Problem[];
}

/** What came of a range, in texts that are put together without being read. */
export interface RangeTexts {
  /** JSON of a `RangeTail`. */
  readonly tail: string;
  /** The findings, and the flows, as they stand in the result; empty where there are none. */
  readonly findingsText: string;
  readonly egressText: string;
}

/** The result of a run around its two long lists, and what it is stored as. */
export interface JoinedRun {
  readonly frame: ResultFrame;
  readonly outcome: Omit<CheckOutcome, 'json' | 'followed'>;
  readonly followed: Omit<NonNullable<CheckOutcome['followed']>, 'findings'>;
}
