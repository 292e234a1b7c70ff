import { type ChangedField } from './changed-field.js';
import { type RegisterRecord } from './register-record.js';

/**
 * What happens to one record. `moved`: it says the same, its sources say it at another place or with another confidence.
 * `retired`: no source speaks of it any longer.
 */
export interface RecordChange {
  readonly key: string;
  readonly what: 'added' | 'changed' | 'moved' | 'retired';
  readonly record: RegisterRecord;
  /** As joined after the change; of a retired record the last state it had. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly fields: readonly ChangedField[];
  /** JSON pointers of fields on which sources contradict each other after the change. */
  readonly disputed: readonly string[];
}
