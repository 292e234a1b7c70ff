import { type Schemas } from '../api/shapes.js';

export type User = Schemas['User'];

export const roleNames = ['administrator', 'compliance-officer', 'model-owner', 'approver', 'data-protection-officer', 'legal', 'risk-officer', 'security-officer', 'auditor', 'ci'] as const satisfies readonly User['roles'][number][];
