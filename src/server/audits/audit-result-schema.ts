import { z } from 'zod';
import { auditResultSchema as result } from '../../core/audit/audit-result-schema.js';
import { auditResultExample } from './audit-result-example.js';

/** The audit result as OpenAPI shows it: the contract of `domicile check --format json`. */
export const auditResultSchema = z.strictObject(result.shape).meta({ id: 'AuditResult', example: auditResultExample });
