import { z } from 'zod';
import { instant } from '../../core/inventory/instant.js';
import { recordId as deploymentId } from '../../core/inventory/record-id.js';
import { plainText } from '../platform/http/plain-text.js';

/** Body of `POST /clearances`. */
export const clearanceRequest = z
  .strictObject({
    deployment: deploymentId.describe('id of the deployment, such as claims-assistant'),
    audit: z.uuid('is not a UUID; write the id of a stored audit of the register').describe('the audit that it passed'),
    expiresAt: instant.describe('exclusive; not later than the pack clearance allows'),
    reason: plainText(2000),
  })
  .meta({ id: 'ClearanceRequest', example: { deployment: 'claims-assistant', audit: '01990000-0000-7000-8000-000000000001', expiresAt: '2027-05-31', reason: 'the assessment of November is signed' } });

export const grantedClearance = z.object({ id: z.uuid(), name: z.string().describe('as people call it') }).meta({ id: 'GrantedClearance', example: { id: '01990000-0000-7000-8000-000000000009', name: 'C-3' } });

export type GrantedClearance = z.output<typeof grantedClearance>;

export type ClearanceRequest = z.output<typeof clearanceRequest>;
