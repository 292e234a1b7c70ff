import { type DataFlow } from '../../inventory/data-flow.js';

/** Stages in which a model reads or writes: prompts, completions, embeddings, and the failover of these. */
export function isInference(stage: DataFlow['stage']): boolean {
  return stage === 'prompt' || stage === 'completion' || stage === 'embedding' || stage === 'failover';
}
