import { z } from 'zod';
import { severities } from '../../core/policy/severity.js';

const rule = z.object({
  id: z.string(),
  title: z.string(),
  severity: z.array(z.object({ from: z.string().optional().describe('first day it holds, in UTC; absent for the beginning of time'), is: z.enum(severities) })),
  subject: z.string().describe('kind of record it is asked of'),
  controls: z.array(z.string()),
  rationale: z.string(),
  remediation: z.string(),
  check: z.string().describe('CEL'),
  enabled: z.boolean(),
});

const policyPack = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  owner: z.string(),
  description: z.string().nullable(),
  recommended: z.boolean().describe('runs where no packs are chosen'),
  digest: z.string(),
  waivers: z.object({ maxDays: z.int(), noticeDays: z.int(), approverRoles: z.array(z.string()) }).nullable().describe('what it asks of waivers of its rules; absent where it accepts none'),
  rules: z.array(rule),
});

export const policyList = z.object({ items: z.array(policyPack), total: z.int() }).meta({
  id: 'PolicyList',
  example: {
    items: [
      {
        id: 'processors',
        title: 'Processors and data protection',
        version: '1.0.0',
        owner: 'Domicile',
        description: null,
        recommended: true,
        digest: 'sha256:46be0ccbc62be77b4d8e5ffd55d8c39a49eb199c98696abeb90e933c1306f2c5',
        waivers: { maxDays: 365, noticeDays: 30, approverRoles: ['compliance-officer', 'data-protection-officer'] },
        rules: [
          {
            id: 'DPA-04',
            title: 'A data protection impact assessment was made where one is due',
            severity: [{ is: 'high' }],
            subject: 'deployment',
            controls: ['GDPR-35'],
            rationale: 'Special categories, high-risk systems and uses that decide on people ask for an assessment before the processing begins. New technology on top of any of them leaves no doubt.',
            remediation: 'Make the assessment with your data protection officer before going on, and record dpia with status done, its date and reference.',
            check: "deployment.dpia.status == 'done' && deployment.dpia.date <= now",
            enabled: true,
          },
        ],
      },
    ],
    total: 1,
  },
});

export type PolicyList = z.output<typeof policyList>;
