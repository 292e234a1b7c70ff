import { z } from 'zod';
import { text } from '../inventory/text.js';
import { severities } from './severity.js';

/** Longest CEL expression, in UTF-16 code units. */
const longestExpression = 4_096;

const identifier = z.string().max(60).regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a variable name holds letters, digits and _');
const expression = z.string().min(1).max(longestExpression, 'an expression has at most 4,096 characters; split the rule');
const path = z.string().max(300).regex(/^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/, 'a path is field names joined by dots, such as flow.transferBasis.mechanism');

const expectation = z.enum(['pass', 'fail', 'unknown', 'not-applicable']);

export const ruleTest = z.strictObject({
  name: text(),
  fixture: text(60),
  patch: z.record(z.string(), z.unknown()).optional().describe('JSON Merge Patch (RFC 7396) over the fixture: variables such as deployment or flow at the top'),
  params: z.record(z.string(), z.unknown()).optional().describe('parameter values for this test'),
  asOf: z.iso.datetime({ offset: true }).or(z.iso.date()).optional().describe('the instant of the audit; needed where the rule uses now'),
  expect: z.union([expectation, z.record(z.string(), expectation)], 'expect is pass, fail, unknown or not-applicable, or a mapping from element key to one of them'),
});
export type RuleTest = z.infer<typeof ruleTest>;

const severity = z.enum(severities);
const datedSeverity = z.array(z.strictObject({ from: z.iso.date().optional(), is: severity })).min(1).max(20);

/** One testable statement about one kind of subject. */
export const policyRule = z.strictObject({
  id: z.string().max(60).regex(/^[A-Za-z][A-Za-z0-9._-]*$/, 'a rule id begins with a letter and holds letters, digits and . _ -'),
  title: text(200),
  severity: z.union([severity, datedSeverity], 'severity is critical, high, medium, low or info, or a dated list such as [{is: medium}, {from: 2027-12-02, is: critical}]'),
  subject: z.enum(['organisation', 'deployment', 'model', 'flow']),
  controls: z.array(text(100)).min(1).max(40).describe('ids in the control catalogue, such as GDPR-44'),
  rationale: text(4_000),
  forEach: z
    .strictObject({ in: path, as: identifier, key: path })
    .optional()
    .describe('one verdict per element of a list; key names the element across runs'),
  appliesTo: expression.optional(),
  check: expression,
  onMissing: z.enum(['unknown', 'fail']).default('unknown'),
  message: text(1_000).describe('said where the rule does not pass; ${path} is replaced by the value'),
  remediation: text(2_000),
  evidence: z.array(path).max(40).optional().describe('paths whose evidence is shown beside the verdict'),
  enabled: z.boolean().default(true),
  tests: z.array(ruleTest).max(200).optional(),
  survivors: z
    .array(z.strictObject({ mutant: text(5_000), reason: text(1_000) }))
    .max(100)
    .optional()
    .describe('mutants that no test kills, and why that is right'),
});
export type PolicyRule = z.infer<typeof policyRule>;
