import { z } from 'zod';

export const optionTemplateId = z.enum(['status-quo', 'closed-api', 'closed-api-in-region', 'open-weights-cloud-vm', 'open-weights-on-premises', 'edge', 'hybrid']);
export type OptionTemplateId = z.infer<typeof optionTemplateId>;

export interface OptionTemplate {
  readonly id: OptionTemplateId;
  readonly title: string;
  /** What a regulator asks the organisation to show for such an option. */
  readonly evidence: readonly string[];
}

const closed = [
  'why it is needed, shown by the admissible alternatives that failed',
  'processor terms with a no-training clause',
  'transfer assessment and residual access',
  'list of sub-processors',
  'exit plan, documented and tested, with alternatives named (DORA 28(8))',
  'concentration on the provider (DORA 29)',
  'retirement notice and price clauses',
  'budgeted cost of leaving',
];

const open = [
  'licence of each component and its use restrictions',
  'hashes and source of the weights',
  'summary of the training data',
  'who patches, and how often',
  'capacity test',
  'own evaluation',
  'staff cover',
  'logging and incident duties, which now fall on the deployer',
  'plan to refresh the hardware',
];

/** Ways to serve a purpose that every decision considers or leaves out with a reason. */
export const optionTemplates: readonly OptionTemplate[] = [
  { id: 'status-quo', title: 'Status quo: change nothing', evidence: ['what the present way costs and which rules it breaks'] },
  { id: 'closed-api', title: 'Closed model through its provider', evidence: closed },
  { id: 'closed-api-in-region', title: 'Closed model served within the region', evidence: closed },
  { id: 'open-weights-cloud-vm', title: 'Open weights on a rented machine', evidence: [...open, 'processor terms of the machine provider'] },
  { id: 'open-weights-on-premises', title: 'Open weights on own machines', evidence: open },
  { id: 'edge', title: 'Open weights on the device', evidence: [...open, 'how devices are updated and lost ones wiped'] },
  { id: 'hybrid', title: 'Sensitive work on open weights, the rest through a provider', evidence: [...closed, ...open, 'how a request is routed, and what happens when the router errs'] },
];
