import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { type TypeEnvironment } from '../../core/policy/value-type.js';
import { type ReferenceFacts } from '../../core/reference/reference-facts.js';

/** What every check of this installation shares. */
export interface AuditAssets {
  readonly packs: readonly CompiledPack[];
  readonly reference: ReferenceFacts;
  readonly environment: TypeEnvironment;
}
