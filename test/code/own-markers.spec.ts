import { checkJson, folderWith, runDomicile } from '../cli/run-domicile.js';

const provenance = 'noSource: own platform, asOf: 2026-10-01, confidence: verified-in-source';
/** A gateway that hands on to Azure OpenAI, a library for models of the own, and one that is called in place of a shipped one. */
const facts = `overlay: acme
codeMarkers:
  - id: acme-gateway
    name: Gateway of Acme
    providers: [azure-openai]
    packages: { javascript: ["@acme/llm"], python: [acme_llm], java: [com.acme.llm], csharp: [Acme.Llm], go: [git.acme.example/llm] }
    hosts: [llm.acme.internal]
    variables: [ACME_LLM_KEY]
    ${provenance.replaceAll(', ', '\n    ')}
  - { id: acme-models, name: Models of Acme, providers: [self-hosted], packages: { python: [acme_models] }, models: ["acme-7b*"], ${provenance} }
`;
const manifest = `domicile: 1
facts: [facts.yaml]
organisation: { id: acme, name: ACME SE, seat: DE }
providers: [{ id: own, kind: own, country: DE }]
deployments:
  - { id: helpdesk, environment: production, status: live, provider: own, route: self-hosted, code: [helpdesk] }
`;
const own = 'from acme_models import Client\nclient = Client()\nMODEL = "acme-7b-chat"\n';

function judge(files: Readonly<Record<string, string>>, given = facts) {
  const cwd = folderWith({ 'domicile.yaml': manifest, 'facts.yaml': given, ...files });
  const { code, result } = checkJson(['domicile.yaml', '--code', '.', '--pack', 'code-calls'], { cwd });
  return { cwd, code, result, findings: result.findings.map(({ ruleId, verdict, element, location }) => `${verdict} ${ruleId} ${element} ${location?.file}:${location?.line}`) };
}

describe("an organisation's own marks of calls in code", () => {
  it.each([
    ['helpdesk/a.ts', 'import { chat } from "@acme/llm/client";\n'],
    ['helpdesk/a.py', 'import acme_llm\n'],
    ['helpdesk/A.java', 'import com.acme.llm.Client;\n'],
    ['helpdesk/A.cs', 'using Acme.Llm;\n'],
    ['helpdesk/a.go', 'package a\nimport "git.acme.example/llm/v2"\n'],
    ['helpdesk/b.py', 'import requests\nrequests.post("https://llm.acme.internal/v1/chat")\n'],
  ])('tell in %s who answers behind an own library or gateway', (path, text) => {
    const { code, findings } = judge({ [path]: text });
    const line = text.includes('\nimport "') || text.includes('post(') ? 2 : 1;
    expect({ code, findings }).toEqual({ code: 1, findings: [`fail CODE-02 call/azure-openai ${path}:${line}`, `fail CODE-03 call/azure-openai ${path}:${line}`] });
    const { findings: without } = judge({ [path]: text }, 'overlay: acme\n');
    expect(without).toEqual([]);
  });

  it('keep what stays in the own network from being a finding, and say in the audit who said so', () => {
    const { cwd, code, findings, result } = judge({ 'helpdesk/own.py': own });
    expect({ code, findings }).toEqual({ code: 0, findings: [] });
    expect(result.ownFacts).toEqual([{ overlay: 'acme', facts: ['code-marker/acme-gateway', 'code-marker/acme-models'] }]);
    expect(runDomicile(['scan', 'domicile.yaml', '--code', '.'], { cwd }).stdout).toMatch(/own\.py:1:6 +import acme_models → own network.*as the organisation says \(acme\)/);
  });

  it('take the place of a shipped mark of the same id, and count before one that claims the same name', () => {
    const openai = { 'helpdesk/a.py': 'import openai\nclient = openai.OpenAI()\n' };
    expect(judge(openai).findings).toEqual(expect.arrayContaining([expect.stringContaining('CODE-02 call/openai-api')]));
    for (const id of ['openai', 'house-copy']) expect(judge(openai, `overlay: acme\ncodeMarkers:\n  - { id: ${id}, name: Copy of the house, providers: [self-hosted], packages: { python: [openai] }, ${provenance} }\n`).findings).toEqual([]);
  });

  it('are shown among the facts', () => {
    const cwd = folderWith({ 'facts.yaml': facts });
    expect(runDomicile(['facts', 'show', 'acme-gateway', '--overlay', 'facts.yaml'], { cwd }).stdout).toMatch(/code-marker\/acme-gateway[\s\S]*acme/);
  });
});
