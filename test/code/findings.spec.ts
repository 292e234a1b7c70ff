import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type AuditResult } from '../../src/core/audit/audit-result.js';
import { checkJson, folderWith, runDomicile } from '../cli/run-domicile.js';

const manifest = `domicile: 1
organisation: { id: acme, name: ACME SE, seat: DE }
providers:
  - { id: own, kind: own, country: DE }
  - { id: claude, name: Anthropic, reference: anthropic-api }
  - { id: house-gateway, kind: own, endpoints: [llm.acme.example] }
models: [{ id: llama, catalogue: llama-3.1-8b }]
deployments:
  - id: helpdesk
    environment: production
    status: live
    model: llama
    provider: own
    route: self-hosted
    code: [helpdesk]
    flows: [{ id: spare, stage: failover, to: claude }]
  - { id: desk, environment: production, status: live, provider: claude, route: closed-api, code: [desk] }
`;
const python = { openai: 'from openai import OpenAI\nclient = OpenAI()\n', own: 'from openai import OpenAI\nclient = OpenAI(base_url="http://vllm:8000/v1")\n', claude: 'import anthropic\nclient = anthropic.Anthropic()\n', elsewhere: 'import os\nfrom openai import OpenAI\nclient = OpenAI(base_url=os.environ["URL_OF_MODEL"])\n', gateway: 'from openai import OpenAI\nclient = OpenAI(base_url="https://llm.acme.example/v1")\n' };

interface Judged {
  readonly code: number | null;
  readonly findings: readonly string[];
  readonly places: readonly string[];
  readonly problems: AuditResult['problems'];
}

function judge(files: Readonly<Record<string, string>>, given: string = manifest, folder = folderWith({ 'domicile.yaml': given, 'helpdesk/ok.py': python.own, 'desk/ok.py': python.claude, ...files })): Judged {
  const { code, result } = checkJson(['domicile.yaml', '--code', '.', '--pack', 'code-calls'], { cwd: folder });
  return {
    code,
    findings: result.findings.map(({ ruleId, verdict, subject, element }) => `${verdict} ${ruleId} ${subject} ${element ?? ''}`.trim()),
    places: result.findings.map(({ location }) => `${location?.file}:${location?.line}:${location?.column}`),
    problems: result.problems,
  };
}

describe('check --code', () => {
  it('passes where code calls what is declared, and asks who answers at a host that nobody knows', () => {
    expect(judge({ 'helpdesk/spare.py': python.claude })).toMatchObject({ code: 0, findings: [], problems: [] });
    expect(judge({ 'shared/gateway.py': python.gateway })).toMatchObject({ code: 3, findings: ['unknown CODE-01 organisation/acme call/llm.acme.example'] });
  });

  it('takes a host that a flow declares for declared', () => {
    const declared = manifest.replace('flows: [{ id: spare', 'flows: [{ id: prompts, stage: prompt, to: house-gateway }, { id: spare');
    expect(judge({ 'shared/gateway.py': python.gateway }, declared)).toMatchObject({ code: 0, findings: [], problems: [] });
  });

  it('finds a call that no deployment declares, at file, line and column', () => {
    const { code, findings, places } = judge({ 'shared/a.py': python.openai });
    expect([code, findings, places]).toEqual([1, ['fail CODE-01 organisation/acme call/openai-api'], ['shared/a.py:1:6']]);
  });

  it('finds a model API in the code of a self-hosted deployment, and lets a declared failover be', () => {
    expect(judge({ 'helpdesk/a.py': python.openai, 'helpdesk/b.py': python.claude }).findings).toEqual(['fail CODE-02 deployment/helpdesk call/openai-api', 'fail CODE-03 deployment/helpdesk call/openai-api']);
  });

  it('finds a provider that another deployment declares and this one does not', () => {
    const { findings } = judge({ 'helpdesk/a.py': python.claude }, manifest.replace('    flows: [{ id: spare, stage: failover, to: claude }]\n', ''));
    expect(findings).toEqual(['fail CODE-02 deployment/helpdesk call/anthropic-api', 'fail CODE-03 deployment/helpdesk call/anthropic-api']);
  });

  it('judges every one of hundreds of hosts', () => {
    const many = Array.from({ length: 300 }, (_, index) => `client_${index} = OpenAI(base_url="https://llm-${index}.elsewhere.example/v1")\n`).join('');
    const { code, findings } = judge({ 'desk/many.py': `from openai import OpenAI\n${many}` });
    expect([code, findings.filter((finding) => finding.startsWith('unknown CODE-02 deployment/desk call/llm-')).length]).toEqual([3, 300]);
  });

  it('looks through settings that merely hold a word of its own, and not through its own documents', () => {
    const settings = 'name: desk\noverlay: true\nwaivers: 3\nbase_url: https://api.openai.com/v1\n';
    expect(judge({ 'desk/settings.yaml': settings }).findings).toEqual(['fail CODE-02 deployment/desk call/openai-api']);
    expect(judge({ 'desk/facts.yaml': `# our facts\noverlay: acme\n${settings}` }).findings).toEqual([]);
  });

  it('says in an audit without the code that what deployments call is not judged', () => {
    const folder = folderWith({ 'domicile.yaml': manifest });
    const { result } = checkJson(['domicile.yaml'], { cwd: folder });
    expect(result.problems.filter(({ code }) => code === 'code-not-seen')).toEqual([
      expect.objectContaining({ file: 'helpdesk', level: 'warning', message: expect.stringMatching(/'helpdesk' and was not looked through, so what it calls is not judged; look through it with/) }),
      expect.objectContaining({ file: 'desk', level: 'warning' }),
    ]);
  });

  it('is part of a report, of a shock, and of checking a report', () => {
    const folder = folderWith({ 'domicile.yaml': manifest, 'helpdesk/a.py': python.openai, 'desk/ok.py': python.claude });
    const args = ['--as-of', '2026-11-23', '--code', '.', '--pack', 'code-calls'];
    const { stdout, stderr } = runDomicile(['report', 'domicile.yaml', '-o', 'audit.pdf', '--template', 'board-brief', ...args], { cwd: folder });
    expect([stdout, stderr]).toEqual([expect.stringMatching(/non-conforming, 2 findings/), '']);
    expect(runDomicile(['verify', 'audit.pdf', '--inputs', 'domicile.yaml', '--code', '.', '--pack', 'code-calls'], { cwd: folder })).toMatchObject({ code: 0 });
    expect(runDomicile(['verify', 'audit.pdf', '--inputs', 'domicile.yaml', '--pack', 'code-calls'], { cwd: folder }).code).not.toBe(0);
  });

  it('says where it cannot be told who is called, file by file, and passes nothing of it', () => {
    expect(judge({ 'desk/a.py': python.elsewhere, 'desk/b.py': python.elsewhere })).toMatchObject({ code: 3, findings: ['unknown CODE-02 deployment/desk call/unknown in desk/a.py', 'unknown CODE-02 deployment/desk call/unknown in desk/b.py'] });
  });

  it('makes no high finding of a key or a model name alone', () => {
    expect(judge({ 'shared/settings.py': 'MODEL = "gpt-4o"\n', 'deploy.env': 'DEEPSEEK_API_KEY=x\n' })).toMatchObject({ code: 0, findings: ['fail CODE-04 organisation/acme hint/deepseek-api', 'fail CODE-04 organisation/acme hint/openai-api+azure-openai+github-models+openrouter'] });
  });

  it('makes no finding of tests, comments, documentation, generated and foreign code', () => {
    const files = { 'tests/test_a.py': python.openai, 'shared/comment.py': '# import openai\n"""\nimport openai: https://api.openai.com\n"""\n', 'docs/a.py': python.openai, 'README.md': 'https://api.openai.com', 'shared/x_pb2.py': python.openai, 'vendor/x/a.py': python.openai, 'shared/.env.example': 'OPENAI_API_KEY=\n' };
    expect(judge(files)).toMatchObject({ code: 0, findings: [], problems: [] });
  });

  it('takes folders that .gitignore names for no code of its own, and does not look into installed packages', () => {
    const folder = folderWith({ 'domicile.yaml': manifest, 'helpdesk/ok.py': python.own, 'desk/ok.py': python.claude, '.gitignore': 'node_modules/\n/dist\n', 'dist/a.py': python.openai, 'node_modules/openai/index.js': "require('openai')\n" });
    expect(judge({}, manifest, folder)).toMatchObject({ code: 0, findings: [], problems: [] });
    const { stdout } = runDomicile(['scan', 'domicile.yaml', '--code', '.'], { cwd: folder });
    expect(stdout).toContain('apart, in generated code: makes no finding\n    dist/a.py:1:6  import openai → openai-api');
    expect(stdout).toContain('not looked into: node_modules');
  });

  it('says which code of a deployment was not looked through, and that nobody answers without an organisation', () => {
    const { code, problems } = judge({}, manifest.replace('code: [desk]', 'code: [dsk]').replace('organisation: { id: acme, name: ACME SE, seat: DE }\n', ''));
    expect(code).toBe(2);
    expect(problems.map((problem) => problem.code)).toEqual(expect.arrayContaining(['code-not-seen', 'no-organisation']));
  });

  it('does not follow a link out, and says what it did not look through', () => {
    const outside = folderWith({ 'secret.py': python.openai });
    const folder = folderWith({ 'domicile.yaml': manifest, 'helpdesk/ok.py': python.own, 'desk/ok.py': python.claude });
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(join(outside, 'secret.py'), join(folder, 'desk/link.py'));
    mkdirSync(dirname(join(folder, 'big/a.js')), { recursive: true });
    writeFileSync(join(folder, 'big/a.js'), Buffer.alloc(3 * 1024 * 1024, 0x20));
    writeFileSync(join(folder, 'big/b.py'), Buffer.from('import openai\0'));
    writeFileSync(join(folder, '.mcp.json'), '{ "mcpServers": ');
    const { code, findings, problems } = judge({}, manifest, folder);
    expect([code, findings]).toEqual([0, []]);
    expect(problems.map((problem) => `${problem.level} ${problem.code} ${problem.file}`).sort()).toEqual(['warning binary big/b.py', 'warning json-syntax .mcp.json', 'warning leads-out desk/link.py', 'warning leads-out linked', 'warning too-large big/a.js']);
  });

  it('shows no value of a variable', () => {
    const folder = folderWith({ 'domicile.yaml': manifest, 'helpdesk/ok.py': python.own, 'desk/ok.py': python.claude, '.env': 'OPENAI_API_KEY=sk-secret-value\n' });
    for (const format of ['text', 'json']) expect(runDomicile(['scan', 'domicile.yaml', '--code', '.', '--format', format], { cwd: folder }).stdout).not.toContain('sk-secret');
  });

  it('reads the manifest that lies in the code where no other path is given, and refuses nothing at all', () => {
    const folder = folderWith({ 'domicile.yaml': manifest, 'helpdesk/ok.py': python.own, 'desk/ok.py': python.claude });
    expect(runDomicile(['check', '--code', '.', '--pack', 'code-calls'], { cwd: folder })).toMatchObject({ code: 0, stdout: expect.stringContaining('3 pass, 0 fail, 0 unknown') });
    expect(runDomicile(['check', '--code', 'none'], { cwd: folder }).code).toBe(2);
    expect(runDomicile(['scan'], { cwd: folder })).toMatchObject({ code: 2, stderr: expect.stringContaining("missing required argument 'path'") });
  });

  it('is written as text or json only, and never dropped from another format unsaid', () => {
    const folder = folderWith({ 'domicile.yaml': manifest, 'helpdesk/ok.py': python.own, 'desk/ok.py': python.claude });
    expect(runDomicile(['scan', '.', '--code', '.', '--format', 'cyclonedx'], { cwd: folder })).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('leave out --code') });
    const { code } = JSON.parse(runDomicile(['scan', '.', '--code', '.', '--format', 'json'], { cwd: folder }).stdout) as { code: { files: number; hits: object[]; calls: object[]; passedOver: string[] } };
    expect(code).toMatchObject({ files: 2, passedOver: [], calls: [{ id: 'desk call anthropic-api', deployment: 'desk', basis: 'call', providers: ['anthropic-api'] }, { id: 'helpdesk call own', own: true }] });
  });

  it('adds its pack to those that are recommended', () => {
    const folder = folderWith({ 'domicile.yaml': manifest, 'helpdesk/ok.py': python.own, 'desk/ok.py': python.claude });
    const packs = (args: readonly string[]): string[] => Object.keys(checkJson(['domicile.yaml', ...args], { cwd: folder }).result.digests.packs).map((pack) => pack.replace(/@.*/, ''));
    expect(packs(['--code', '.']).filter((id) => !packs([]).includes(id))).toEqual(['code-calls']);
  });
});
