import { sha256Of } from '../../core/inventory/sha256-of.js';
import { type RecordConditions } from './record-conditions.js';

const kept = 1000;

/** How many records fit, by the revision at which they were counted: with the same revision the same number fits, whoever asks. */
export class RecordTotals {
  private readonly totals = new Map<string, number>();

  get(revision: number, conditions: RecordConditions): number | undefined {
    return this.totals.get(keyOf(revision, conditions));
  }

  /** Forgets the one that was counted longest ago where there are too many. */
  set(revision: number, conditions: RecordConditions, total: number): void {
    const [oldest] = this.totals.keys();
    if (oldest !== undefined && this.totals.size >= kept) this.totals.delete(oldest);
    this.totals.set(keyOf(revision, conditions), total);
  }
}

/** The conditions name the organisation. */
const keyOf = (revision: number, { sql, parameters }: RecordConditions): string => sha256Of(JSON.stringify([revision, sql, parameters]));
