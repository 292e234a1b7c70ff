import { auditResultSchema } from '../../src/core/audit/audit-result-schema.js';
import { checkJson, folderWith, runDomicile } from './run-domicile.js';

/** The organisation says that its contract lets OpenAI keep nothing, and that Atlantis is adequate. */
const overlay = `overlay: acme
providers:
  - id: openai-api
    name: OpenAI under the Acme contract
    kind: model-api
    selfHosted: false
    country: US
    parents: [{ name: OpenAI group, country: US, state: settled, from: 2015-12-11 }]
    cloudActReach: yes
    retention: { days: 0, detail: zero retention approved in writing }
    noSource: contract 4711, kept by the legal department
    asOf: 2026-10-01
    reviewBy: 2026-12-31
    confidence: verified-in-source
`;
const manifest = `domicile: 1
effective: 2026-11-20
facts: [facts.yaml]
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: openai, name: OpenAI, kind: model-api, reference: openai-api }]
models: [{ id: gpt-5, catalogue: gpt-5, weightsAvailability: api-only }]
deployments:
  - id: assistant
    model: gpt-5
    provider: openai
    route: closed-api
    environment: production
    flows:
      - { id: prompts, stage: prompt, to: openai, personalData: true, subjectCountries: [DE], processingCountries: [US], storageCountries: [US], scope: region, retentionDays: 10, retentionNeededDays: 20 }
`;
const files = { 'domicile.yaml': manifest, 'facts.yaml': overlay };
const without = { 'domicile.yaml': manifest.replace('facts: [facts.yaml]\n', '') };
const args = ['.', '--pack', 'processors', '--pack', 'transfers', '--as-of', '2026-11-23'];

describe("an organisation's own facts in an audit", () => {
  it('decide, and are shown as such: in all, at the rules whose passes lean on them, and at findings', () => {
    const shipped = checkJson(args, { cwd: folderWith(without) }).result;
    expect(shipped).not.toHaveProperty('ownFacts');
    expect(shipped.findings.find(({ ruleId }) => ruleId === 'DPA-03')).toMatchObject({ verdict: 'fail', facts: [{ id: 'provider/openai-api', state: 'current' }] });
    const { result } = checkJson(args, { cwd: folderWith(files) });
    expect(auditResultSchema.safeParse(result).error).toBeUndefined();
    expect(result.ownFacts).toEqual([{ overlay: 'acme', facts: ['provider/openai-api'] }]);
    expect(result.findings.filter(({ ruleId }) => ruleId === 'DPA-03')).toEqual([]);
    expect(result.rules.find(({ ruleId }) => ruleId === 'DPA-03')).toMatchObject({ counts: { pass: 1 }, ownFacts: ['provider/openai-api'] });
    expect(result.findings.find(({ ruleId }) => ruleId === 'TRF-06')?.facts).toContainEqual({ id: 'provider/openai-api', confidence: 'verified-in-source', state: 'current', overlay: 'acme' });
    expect(result.digests.facts).not.toBe(shipped.digests.facts);
  });

  it('stand in what people read', () => {
    const { stdout } = runDomicile(['check', ...args], { cwd: folderWith(files) });
    expect(stdout).toContain("Judged with the organisation's own facts of 'acme': provider/openai-api\nPasses of DPA-03 lean on them\n");
    expect(stdout).toContain('  leans on provider/openai-api, which the organisation set itself (acme)\n');
    expect(runDomicile(['check', ...args, '--format', 'markdown'], { cwd: folderWith(files) }).stdout).toContain("Judged with the organisation's own facts of `acme`: `provider/openai-api`.");
  });

  it('past their review date carry no pass', () => {
    const { result } = checkJson([...args.slice(0, -1), '2027-01-01'], { cwd: folderWith(files) });
    expect(result.findings.find(({ ruleId }) => ruleId === 'DPA-03')).toMatchObject({ verdict: 'unknown', facts: [{ id: 'provider/openai-api', state: 'stale', overlay: 'acme' }] });
  });

  it('name settings they replace', () => {
    const { result } = checkJson(args, { cwd: folderWith({ ...files, 'facts.yaml': 'overlay: lax\nreview: { defaultDays: 3000, reason: too much work }\n' }) });
    expect(result.ownFacts).toEqual([{ overlay: 'lax', facts: ['review'] }]);
  });

  it('that cannot be read stop the run with their place and what to write', () => {
    const { code, stdout, stderr } = runDomicile(['check', ...args], { cwd: folderWith({ ...files, 'facts.yaml': 'overlay: lax\nprovidres: []\n' }) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^facts\.yaml:2:1: .*providres/);
    expect(stderr).not.toContain('defect');
  });
});
