import { recordKey } from '../../core/inventory/record-key.js';
import { type RegisterRecordEntity } from './register-record.entity.js';
import { type RecordSummary } from './record-shapes.js';

export type RecordRow = Pick<RegisterRecordEntity, 'kind' | 'key' | 'revision' | 'change' | 'value' | 'disputed' | 'paths'>;

export function summaryOf({ kind, key: id, revision, change, value, disputed, paths }: RecordRow): RecordSummary {
  return { kind, id, key: recordKey(kind, id), revision: Number(revision), retired: change === 'retired', value: { ...value }, disputed: [...disputed], sources: [...paths] };
}
