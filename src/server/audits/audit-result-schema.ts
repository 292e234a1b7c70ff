const text = { type: 'string' } as const;
const list = { type: 'array', items: { type: 'object' } } as const;

/** The audit result as OpenAPI shows it; its shape is the contract of `domicile check --format json`. */
export const auditResultSchema = {
  type: 'object',
  required: ['schema', 'engine', 'asOf', 'conclusion', 'gate', 'digests', 'counts', 'findings', 'evidence', 'problems'],
  properties: {
    schema: { type: 'string', enum: ['domicile/audit-result/1'] },
    engine: text,
    asOf: { type: 'string' },
    conclusion: { type: 'string', enum: ['conforming', 'non-conforming', 'inconclusive'] },
    gate: { type: 'object', properties: { blocked: { type: 'boolean' }, by: { type: 'array', items: text } } },
    digests: { type: 'object' },
    counts: { type: 'object', additionalProperties: { type: 'integer' } },
    findings: list,
    evidence: list,
    problems: list,
  },
};
