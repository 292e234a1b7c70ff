import { z } from 'zod';
import { instant } from '../inventory/instant.js';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';

const subject = z.strictObject({
  subject: text(300).describe('key of the subject, such as deployment/claims-assistant'),
  element: text(600).optional().describe('key of the element, such as flow/claims-assistant/prompts; absent: the subject as a whole'),
});

const approvedState = subject.extend({ rule: text(60), digest: text(80) });

const approval = z.strictObject({ by: text(), role: text(100), at: instant });

/** An accepted risk: exact rules, exact subjects, a reason, approvals and an end. It annotates a verdict and never changes it. */
export const waiver = z
  .strictObject({
    apiVersion: z.literal('domicile/v1'),
    kind: z.literal('Waiver'),
    id: recordId,
    rules: z.array(text(60)).min(1).max(50).describe('exact rule ids, no wildcards'),
    pack: text(100),
    packVersion: text(100).describe('range of pack versions, such as >=1.0.0 <2.0.0: a new major version ends the waiver'),
    subjects: z.array(subject).min(1).max(500),
    while: text(4_096).optional().describe('CEL over the facts of the subject; once it is not true the waiver ends'),
    reason: z.enum(['risk-accepted', 'compensating-control', 'false-positive', 'migration']),
    justification: text(4_000),
    compensatingMeasure: text(2_000).optional(),
    ticket: text(200).optional(),
    approvedState: z.array(approvedState).max(500).optional().describe('what each verdict was decided on when the waiver was approved; it covers these verdicts only, and none that is decided on anything else by now'),
    requestedBy: text(),
    approvals: z.array(approval).max(10),
    validFrom: instant.describe('inclusive'),
    expiresAt: instant.describe('exclusive'),
  })
  .meta({ id: 'Waiver' });
export type Waiver = z.infer<typeof waiver>;
