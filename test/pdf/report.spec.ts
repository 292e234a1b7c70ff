import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { parse } from 'yaml';
import { decideCase } from '../../src/core/decision/record/decide-case.js';
import { type DecisionRecord } from '../../src/core/decision/record/decision-record.js';
import { decide } from '../../src/core/decision/record/decide.js';
import { renderReport } from '../../src/exporters/pdf/render-report.js';
import { readReportText } from '../../src/files/read-report-text.js';
import { lintPdf } from './lint/lint-pdf.js';
import { pageTexts } from './page-texts.js';
import { reportExtras } from './report-extras.js';
import { sampleAssets, sampleReport } from './sample-report.js';
import { sampleReportInput, sampleResult, sampleSnapshot } from './sample-report-input.js';

jest.setTimeout(120_000);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const signOffs = (['lead', 'reviewer', 'risk-owner'] as const).map((role) => ({ role, name: 'Ada Lovelace', date: '2026-11-24' }));
const templates = ['full-audit', 'dossier', 'board-brief'];

describe('a report', () => {
  it('has the same bytes in processes of other time zones and languages', async () => {
    const folder = join(process.cwd(), 'node_modules', '.cache', `report-${process.pid}`);
    const outfile = join(folder, 'print-sample-digest.mjs');
    await build({ entryPoints: [join(__dirname, 'print-sample-digest.ts')], bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile, logLevel: 'error' });
    const inProcess = (env: Record<string, string>): string => execFileSync(process.execPath, [outfile], { env: { ...process.env, ...env }, encoding: 'utf8' });
    const digests = [inProcess({ TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }), inProcess({ TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' })];
    rmSync(folder, { recursive: true });
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).toBe(sha256((await sampleReport()).pdf));
  });

  it('attaches the result under the digest on its cover', async () => {
    const { pdf, model } = await sampleReport();
    const { resultBytes } = sampleReportInput();
    expect(model.digest).toBe(`sha256:${sha256(resultBytes)}`);
    expect(model.attachments.map(({ name }) => name)).toEqual(['audit-result.json', 'evidence-manifest.json', 'assessment-results.oscal.json', 'report-request.json']);
    expect((await pageTexts(pdf))[0]).toContain(model.digest);
  });

  it('says DRAFT on every page until all three have signed', async () => {
    for (const page of await pageTexts((await sampleReport()).pdf)) expect(page).toContain('DRAFT');
    for (const page of await pageTexts((await sampleReport({ meta: { ...sampleReportInput().meta, signOffs: signOffs.slice(0, 2) } })).pdf)) expect(page).toContain('DRAFT');
    const signed = await sampleReport({ meta: { ...sampleReportInput().meta, signOffs } });
    for (const page of await pageTexts(signed.pdf)) expect(page).not.toContain('DRAFT');
    expect(await lintPdf(signed.pdf)).toEqual([]);
  });

  it('numbers its pages as its contents say', async () => {
    const { pdf, model } = await sampleReport();
    const pages = await pageTexts(pdf);
    pages.slice(1).forEach((page, index) => expect(page).toContain(`${index + 2} / ${pages.length}`));
    const contents = pages[1] ?? '';
    for (const { number, title } of model.sections.filter((section) => section.number !== undefined)) {
      const at = Number(new RegExp(`\\n${number}\\n${title}\\n(\\d+)`).exec(contents)?.[1]);
      expect(pages[at - 1]).toContain(title);
    }
  });

  it('tells of every page once, in order, and of how many there will be', async () => {
    const told: (readonly [number, number])[] = [];
    const text = await readReportText('reports', 'full-audit', 'en');
    const { pdf } = await renderReport({ ...sampleReportInput(), ...text }, await sampleAssets(), (page, pages) => told.push([page, pages]));
    const { length } = await pageTexts(pdf);
    expect(told).toEqual(Array.from({ length }, (_, index) => [index + 1, length]));
  });

  it('offers decision support, gives no legal advice and certifies nothing', async () => {
    for (const template of templates) {
      const text = (await pageTexts((await sampleReport({}, template)).pdf)).join('\n');
      expect(text).toMatch(/Decision support, no legal advice/);
      expect(text).not.toMatch(/certified/i);
    }
  });

  it.each(templates.flatMap((template) => (['en', 'de', 'fr'] as const).map((language) => [template, language] as const)))('keeps the standards: %s in %s', async (template, language) => {
    expect(await lintPdf((await sampleReport({}, template, language)).pdf)).toEqual([]);
  });

  it('says of one deployment only what concerns it', async () => {
    const { model } = await sampleReport({ meta: { ...sampleReportInput().meta, deployment: 'search' } }, 'dossier');
    expect(model.title).toContain('Contract search');
    const findings = model.sections.find(({ id }) => id === 'findings');
    expect(findings?.blocks.filter(({ kind }) => kind === 'card')).toEqual([]);
  });
});

describe('words of a report', () => {
  it('are the same keys with the same placeholders in every language', async () => {
    const english = (await readReportText('reports', 'full-audit', 'en')).wording;
    const holes = (text: string | undefined): string[] => (text?.match(/\{\w+\}/g) ?? []).sort();
    for (const language of ['de', 'fr']) {
      const other = (await readReportText('reports', 'full-audit', language)).wording;
      expect(Object.keys(other).sort()).toEqual(Object.keys(english).sort());
      for (const key of Object.keys(english)) expect([key, holes(other[key])]).toEqual([key, holes(english[key])]);
    }
  });

  it('can all be printed with the fonts', async () => {
    const { printableText } = await import('../../src/core/report/printable-text.js');
    const { openTypeCase } = await import('../../src/exporters/pdf/kit/type-case.js');
    const typeCase = openTypeCase((await sampleAssets()).fonts);
    for (const language of ['en', 'de', 'fr']) {
      const { wording } = await readReportText('reports', 'full-audit', language);
      for (const [key, text] of Object.entries(wording)) expect([key, printableText(text, (character) => typeCase.covers(character), text.length).missing]).toEqual([key, []]);
    }
  });

  it('stop the report where a key is missing', async () => {
    const { wording } = await readReportText('reports', 'full-audit', 'en');
    const { 'summary.title': _, ...rest } = wording;
    await expect(sampleReport({ wording: rest })).rejects.toThrow("no key 'summary.title'");
  });

  it('stop the report where the fonts lack one of their characters', async () => {
    const { wording } = await readReportText('reports', 'full-audit', 'en');
    await expect(sampleReport({ wording: { ...wording, 'summary.title': '深い' } })).rejects.toThrow("The wording of 'summary.title' holds U+6DF1");
  });
});

/** The example of a decision with this text wherever its case names or explains something. */
function hostileDecision(text: string): DecisionRecord {
  const decided = decide(decideCase.parse(parse(readFileSync('examples/decisions/open-wins.yaml', 'utf8'))), { engine: 'domicile/0.1.0', whatIf: true });
  if (decided.kind !== 'decided') throw new Error('the example is not decided');
  return JSON.parse(JSON.stringify(decided.record), (key, value: unknown) => (typeof value === 'string' && ['title', 'name', 'label', 'question', 'reason', 'note', 'message', 'description'].includes(key) ? text : value)) as DecisionRecord;
}

describe('hostile text', () => {
  const hostile = {
    'a script the fonts lack': '深度求索',
    'right-to-left text': 'שלום עולם',
    'a hidden reversal': 'safe\u202Egnp.exe',
    emoji: 'ship it 🚀🚀',
    'control characters': 'bell\u0007 and null\u0000',
    'a lone surrogate': 'half \uD83D of a pair',
    markup: 'R&D <b>"quoted"</b> ]]> --> &amp;',
    'a word of ten thousand letters': 'Donaudampfschiff'.repeat(625),
    'ten thousand words': 'all of the words '.repeat(2_500),
    'many lines': 'line\n'.repeat(500),
    'an own code-point mark': '⟦U+41⟧ and ⟦',
    nothing: ' ',
  };

  it.each(templates.flatMap((template) => Object.entries(hostile).map(([what, text]) => [what, template, text] as const)))('does not break the page or the standard: %s in %s', async (_, template, text) => {
    const result = sampleResult();
    const snapshot = sampleSnapshot();
    const findings = result.findings.map((finding) => ({ ...finding, title: text, message: text, remediation: text, ruleId: text.slice(0, 300), explanation: [{ expression: text, result: false, operands: [{ path: text, value: text }] }] }));
    const named = <Named>(all: readonly Named[]): Named[] => all.map((one) => ({ ...one, name: text }));
    const report = await sampleReport(
      {
        result: {
          ...result,
          organisation: { id: 'x', name: text },
          findings,
          rules: result.rules.map((rule) => ({ ...rule, title: text, rationale: text, remediation: text })),
          options: result.options.map((option) => ({ ...option, title: text, breaks: option.breaks.map((broken) => ({ ...broken, message: text })) })),
          waivers: result.waivers.map((waiver) => ({ ...waiver, justification: text, compensatingMeasure: text })),
        },
        snapshot: { ...snapshot, deployments: named(snapshot.deployments).map((deployment) => ({ ...deployment, purpose: text })), providers: named(snapshot.providers), models: named(snapshot.models) },
        meta: { id: text, version: text, title: text, classification: text, divergingOpinions: [text] },
        decisions: template === 'dossier' ? [hostileDecision(text)] : [],
      },
      template,
    );
    const faults = await lintPdf(report.pdf);
    expect(faults.filter((fault) => !fault.startsWith('house: less than a quarter'))).toEqual([]);
  });

  it('prints a character without glyph as its code point, and reports it', async () => {
    const { pdf, model } = await sampleReport({ result: { ...sampleResult(), organisation: { id: 'x', name: '深 AG' } } });
    expect(model.cover.title).toBe('⟦U+6DF1⟧ AG');
    expect((await pageTexts(pdf))[0]).toContain('[U+6DF1]');
    expect(model.problems).toEqual([expect.objectContaining({ code: 'character-not-in-fonts', message: expect.stringContaining('U+6DF1') })]);
    expect(await lintPdf(pdf)).toEqual([]);
  });

  it('says where a text was cut', async () => {
    const [finding] = sampleResult().findings;
    const { model } = await sampleReport({ result: { ...sampleResult(), findings: [{ ...finding!, message: 'x'.repeat(5_000) }] } });
    expect(model.problems).toEqual([expect.objectContaining({ code: 'text-cut' })]);
    expect(JSON.stringify(model.sections)).toContain('4,100 more characters stand in the attached result');
  });

  it('never breaks the standard, whatever names are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }), async (name, message) => {
        const result = sampleResult();
        const { pdf } = await sampleReport({ result: { ...result, organisation: { id: 'x', name }, findings: result.findings.map((finding) => ({ ...finding, message })) } }, 'dossier');
        const faults = await lintPdf(pdf);
        expect(faults.filter((fault) => !fault.startsWith('house:'))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

describe('a decision in a report', () => {
  it('is justified with figures whose numbers stand in their words', async () => {
    const decided = decide(decideCase.parse(parse(readFileSync('examples/decisions/open-wins.yaml', 'utf8'))), { engine: 'domicile/0.1.0', whatIf: true });
    if (decided.kind !== 'decided') throw new Error('the example is not decided');
    const { pdf, model } = await sampleReport({ decisions: [decided.record] }, 'dossier');
    const blocks = model.sections.find(({ id }) => id === 'decision')?.blocks ?? [];
    expect(blocks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['callout', 'contributions', 'spans', 'curves', 'table']));
    for (const block of blocks) if (block.kind === 'contributions') for (const { label } of block.rows) expect(block.alt).toContain(label);
    expect(await lintPdf(pdf)).toEqual([]);
  });
});

describe('a report on one deployment', () => {
  const one = { ...sampleReportInput().meta, deployment: sampleSnapshot().deployments[0]?.id ?? '' };

  it('counts and concludes only what concerns it', async () => {
    const { model } = await sampleReport({ meta: one }, 'dossier');
    const fails = model.cover.counts.reduce((sum, { fails }) => sum + Number(fails), 0);
    expect(model.cover.note).toContain(`For this deployment ${fails} findings fail`);
    expect(model.cover.note).not.toMatch(/verdicts pass/);
  });

  it('never says that it conforms while the audit does not', async () => {
    const clear = { ...sampleResult(), findings: [] };
    const { model } = await sampleReport({ result: clear, meta: one }, 'dossier');
    expect(model.cover.conclusion).toBe('No finding stands open for this deployment. The audit of the whole organisation is not conforming.');
    expect(model.cover.tone).toBe('open');
    expect((await sampleReport({ result: { ...clear, conclusion: 'conforming' }, meta: one }, 'dossier')).model.cover.conclusion).toMatch(/conform to the criteria/);
  });

  it('says one finding in the singular', async () => {
    const [finding] = sampleResult().findings;
    const { model } = await sampleReport({ result: { ...sampleResult(), findings: [{ ...finding!, severity: 'medium', verdict: 'fail', waiver: null }] } });
    expect(model.cover.conclusion).toMatch(/^Not conforming: 1 medium finding stands open/);
  });
});

describe('what an audit came to before, after a shock, and by objective', () => {
  it.each(['en', 'de', 'fr'] as const)('is shown where it was asked for, within the standards: %s', async (language) => {
    const { shocks, sovereignty, history } = await reportExtras();
    const { pdf, model } = await sampleReport({ shocks, sovereignty, history }, 'full-audit', language);
    expect(model.sections.map(({ id }) => id)).toEqual(expect.arrayContaining(['shocks', 'sovereignty']));
    const trend = model.sections.find(({ id }) => id === 'summary')?.blocks.filter(({ kind }) => kind === 'stackedBars').at(-1);
    expect(trend?.kind === 'stackedBars' && trend.rows.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0))).toEqual([7, 3]);
    expect(await lintPdf(pdf)).toEqual([]);
  });

  it('has no section where nobody asked', async () => {
    const { model } = await sampleReport();
    expect(model.sections.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['shocks']));
    expect(model.sections.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['sovereignty']));
  });
});

describe('a final report', () => {
  it('gives every finding its five elements, evidence and population', async () => {
    const { model } = await sampleReport();
    const cards = model.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'card');
    expect(cards).toHaveLength(4);
    for (const { parts, references } of cards) {
      expect(parts.map(({ label }) => label)).toEqual(expect.arrayContaining(['Criteria', 'Condition', 'Cause', 'Effect', 'Recommend']));
      for (const { text } of parts) expect(text.trim()).not.toBe('');
      expect(references.items.length).toBeGreaterThan(0);
      expect(references.note).toMatch(/census, n = N = \d+/);
    }
  });

  it('is refused where a finding lacks an element, evidence or population, which a draft may', async () => {
    const [finding] = sampleResult().findings;
    const broken = { ...sampleResult(), findings: [{ ...finding!, ruleId: 'TRF-99', remediation: ' ', subject: 'deployment/nowhere', element: 'flow/none', explanation: [] }] };
    await expect(sampleReport({ result: broken, meta: { ...sampleReportInput().meta, signOffs } })).rejects.toThrow(/A signed report must be complete: .*has no recommendation.*cites no evidence.*belongs to no rule result/);
    expect((await sampleReport({ result: broken })).model.draft).toBe('DRAFT');
  });

  it('resolves every evidence id to a row of the register', async () => {
    const { model } = await sampleReport();
    const blocks = model.sections.flatMap((section) => section.blocks);
    const rows = new Set(blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap(({ id }) => (id === undefined ? [] : [id])) : [])));
    for (const block of blocks) if (block.kind === 'card') for (const { target } of block.references.items) expect(rows).toContain(target);
    const manifest = JSON.parse(new TextDecoder().decode(model.attachments[1]?.bytes)) as { evidence: { id: string; sha256: string }[] };
    expect(new Set(manifest.evidence.map(({ id }) => `evidence/${id}`))).toEqual(new Set([...rows].filter((id) => id.startsWith('evidence/'))));
  });

  it('shows a waived finding in its severity, and an expired waiver as open', async () => {
    const { model } = await sampleReport();
    const cards = model.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'card');
    expect(cards.map(({ severity, status }) => [severity, status])).toEqual([['critical', 'Fail'], ['high', 'Fail · waived'], ['medium', 'Unknown · waiver expired'], ['low', 'Error']]);
    expect(model.cover.counts.map(({ fails, undecided }) => [fails, undecided])).toEqual([['1', '0'], ['0', '0'], ['0', '1'], ['0', '1']]);
  });

  it('keeps the headings of limits and diverging opinions where there is nothing to say', async () => {
    const { model } = await sampleReport({ result: { ...sampleResult(), problems: [] } });
    const limits = model.sections.find(({ id }) => id === 'limits');
    expect(limits?.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(2);
    expect(limits?.blocks).toContainEqual({ kind: 'paragraph', text: 'None were given.' });
  });

  it('can be made of an audit without anything in it', async () => {
    const { domicile: empty } = { domicile: { ...sampleResult(), organisation: null, rules: [], findings: [], options: [], waivers: [], contradictions: [], evidence: [], problems: [], conclusion: 'inconclusive' as const } };
    const snapshot = { ...sampleSnapshot(), providers: [], models: [], weights: [], lineage: [], deployments: [], dataFlows: [], origins: new Map() };
    const { organisation: _, ...nobody } = snapshot;
    const { pdf } = await sampleReport({ result: empty, snapshot: nobody });
    expect(await lintPdf(pdf)).toEqual([]);
  });
});
