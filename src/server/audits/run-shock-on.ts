import { runShock } from '../../core/shock/run-shock.js';
import { type Shock } from '../../core/shock/shock.js';
import { invalidField } from '../platform/problem/invalid-field.js';
import { type AuditAssets } from './audit-assets.js';
import { auditInputOf } from './audit-input-of.js';
import { type CheckInput } from './check-input.js';

/** The bytes of `domicile shock --format json`. @throws DomainError `invalid-request` where the shock cannot happen to this inventory */
export function runShockOn(input: CheckInput, shock: Shock, assets: AuditAssets): string {
  const result = runShock(auditInputOf(input, assets), shock);
  if ('problem' in result) throw invalidField('/shock', result.problem);
  return `${JSON.stringify(result, null, 2)}\n`;
}
