import { type OperandOfResult } from '../core/audit/audit-result.js';

const words = { missing: 'is absent', contradicted: 'is contradicted', unreadable: 'cannot be read', masked: 'is not shown' } as const;

/** An operand as `path = value`, or why there is no value. */
export function operandText({ path, value, state }: OperandOfResult): string {
  if (state !== undefined) return `${path} ${words[state]}`;
  return value === null || value === undefined ? `${path} is absent` : `${path} = ${JSON.stringify(value)}`;
}
