import { rulesToAST } from '@casl/ability/extra';
import { type NounKind } from '../../../core/inventory/noun-kind.js';
import { abilityOf } from './ability-of.js';
import { type Principal } from './principal.js';

/** How a statement says what the rule on records asks. */
export interface RecordColumns {
  /** SQL for: the record is of one of these kinds. */
  kindIn(kinds: readonly NounKind[]): string;
  /** SQL for: the record is, or is used by, a deployment whose units fulfil `condition`, which speaks of `units`. */
  deploymentWith(condition: string): string;
  /** Adds a parameter and answers its place, such as `$3`. */
  given(value: unknown): string;
}

interface Node {
  readonly operator: string;
  readonly field?: string;
  readonly value: unknown;
}

/** What a principal may read, as SQL; nothing where that is everything. */
export function readableCondition(asker: Pick<Principal, 'confined'>, columns: RecordColumns): string | undefined {
  if (asker.confined?.reading !== true) return undefined;
  const rule = rulesToAST(abilityOf({ permissions: [], ...asker }), 'read', 'record');
  return rule === null ? 'false' : sqlOf(rule, columns);
}

function sqlOf({ operator, field, value }: Node, columns: RecordColumns): string {
  if (operator === 'and' || operator === 'or') return `(${(value as readonly Node[]).map((each) => sqlOf(each, columns)).join(` ${operator.toUpperCase()} `)})`;
  if (operator === 'not') return `NOT (${(value as readonly Node[]).map((each) => sqlOf(each, columns)).join(' AND ')})`;
  if (operator === 'in' && field === 'kind') return columns.kindIn(value as readonly NounKind[]);
  if (operator === 'in' && field === 'units') return `units && CAST(${columns.given(value)} AS text[])`;
  if (operator === 'nin' && field === 'units') return `NOT units && CAST(${columns.given(value)} AS text[])`;
  if (operator === 'elemMatch' && field === 'deployments') return columns.deploymentWith(sqlOf(value as Node, columns));
  throw new Error(`the rule on records says '${operator}' of '${field ?? ''}', which is not said in SQL yet`);
}
