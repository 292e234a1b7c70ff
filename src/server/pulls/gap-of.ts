import { RemoteFault } from './remote-fault.js';
import { type PullGap } from './pull-source.js';

/** What a fault leaves unknown; any other error goes on. */
export function gapOf(error: unknown, what: string): PullGap {
  if (!(error instanceof RemoteFault)) throw error;
  return { kind: 'gap', code: error.code, what, message: error.message };
}
