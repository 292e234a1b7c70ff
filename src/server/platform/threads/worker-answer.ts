import { type ErrorAt } from '../problem/domain-error.js';
import { type ProblemCode } from '../problem/problem-types.js';

/** What a worker sends back; an error without a code is a defect and stays in the log. */
export type WorkerAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: ProblemCode | undefined; readonly message: string; readonly errors: readonly ErrorAt[] };
