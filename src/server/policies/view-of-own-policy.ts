import { type OwnPolicySummary } from './own-policy-shapes.js';
import { type OwnPolicyEntity } from './own-policy.entity.js';

export function viewOfOwnPolicy({ id, name, state, version, approved, createdAt, changedAt }: OwnPolicyEntity): OwnPolicySummary {
  return { id, name, state, version: Number(version), approved, createdAt: createdAt.toISOString(), changedAt: changedAt.toISOString() };
}
