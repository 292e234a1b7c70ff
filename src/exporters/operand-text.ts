import { type OperandOfResult } from '../core/audit/audit-result.js';

/** An operand as `path = value`; an absent value is said to be absent. */
export function operandText({ path, value }: OperandOfResult): string {
  return `${path} ${value === null || value === undefined ? 'is absent' : `= ${JSON.stringify(value)}`}`;
}
