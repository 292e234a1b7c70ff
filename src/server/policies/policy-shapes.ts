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
  tests: z.int().describe('tests of its own, apart from coverage and mutation'),
});

const policyPack = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  owner: z.string(),
  description: z.string().nullable(),
  recommended: z.boolean().describe('runs where no packs are chosen'),
  source: z.enum(['shipped', 'overlaid', 'own']).describe('comes with Domicile; comes with Domicile and is changed by an overlay of the organisation; is the organisation\'s own'),
  digest: z.string(),
  waivers: z.object({ maxDays: z.int(), noticeDays: z.int(), approverRoles: z.array(z.string()) }).nullable().describe('what it asks of waivers of its rules; absent where it accepts none'),
  rules: z.array(rule),
});

export type PolicyPackView = z.output<typeof policyPack>;

export const policyProblem = z.object({ file: z.string(), line: z.int(), column: z.int(), code: z.string(), message: z.string() });

export type PolicyProblem = z.output<typeof policyProblem>;

const brokenPack = z.object({ id: z.string(), problems: z.array(policyProblem) });

export const policyList = z.object({ items: z.array(policyPack), total: z.int(), broken: z.array(brokenPack).describe('packs in force that this version of Domicile cannot read; an audit that asks them is refused') }).meta({
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
        source: 'shipped',
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
            tests: 9,
          },
        ],
      },
    ],
    total: 1,
    broken: [],
  },
});

export type PolicyList = z.output<typeof policyList>;
