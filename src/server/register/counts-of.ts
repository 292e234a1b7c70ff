import { type ChangePlan } from '../../core/register/plan-changes.js';

/** How many records a change adds, changes, moves, retires and leaves alone. */
export function countsOf({ changes, unchanged }: ChangePlan): { readonly added: number; readonly changed: number; readonly moved: number; readonly retired: number; readonly unchanged: number } {
  const of = (what: string): number => changes.filter((change) => change.what === what).length;
  return { added: of('added'), changed: of('changed'), moved: of('moved'), retired: of('retired'), unchanged };
}
