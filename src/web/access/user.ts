export interface User {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly units: readonly string[];
  readonly readsOwnOnly: boolean;
  readonly state: 'active' | 'disabled' | 'erased';
}

export const roleNames = ['administrator', 'compliance-officer', 'model-owner', 'approver', 'data-protection-officer', 'legal', 'risk-officer', 'security-officer', 'auditor', 'ci'] as const;
