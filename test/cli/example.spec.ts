import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkJson, repository } from './run-domicile.js';

const { code, result } = checkJson(['examples/nordlicht', '--as-of', '2026-11-23']);
const linesOf = (file: string): string[] => readFileSync(join(repository, file), 'utf8').split('\n');
const manifest = linesOf('examples/nordlicht/domicile.yaml');

/** Lines, from 1, of the entry `- id: <id>` of a list, to the line before the next entry of that list. */
function entryLines(id: string): [number, number] {
  const first = manifest.findIndex((line) => line.startsWith(`  - id: ${id}`) && line.trim() === `- id: ${id}`);
  const length = manifest.slice(first + 1).findIndex((line) => /^( {2}- |\S)/.test(line));
  return [first + 1, length === -1 ? manifest.length : first + 1 + length];
}

describe('check of the example organisation', () => {
  it('is blocked, and shows every outcome but error', () => {
    expect(code).toBe(1);
    expect(result.conclusion).toBe('non-conforming');
    expect(result.counts).toMatchObject({ error: 0, waived: 1 });
    for (const outcome of ['pass', 'fail', 'unknown', 'not-applicable'] as const) expect(result.counts[outcome]).toBeGreaterThan(0);
    expect(result.waivers.map(({ id, state }) => [id, state])).toEqual([['WVR-2026-014', 'expiring'], ['WVR-2026-003', 'expired']]);
    expect(result.contradictions).toHaveLength(1);
    expect(result.problems).toEqual([]);
  });

  it('points every finding at a line that is there and says something', () => {
    expect(result.findings.length).toBeGreaterThan(40);
    for (const { ruleId, subject, location } of result.findings) {
      const line = linesOf(location?.file ?? '')[(location?.line ?? 0) - 1];
      expect([ruleId, subject, line]).toEqual([ruleId, subject, expect.stringMatching(/\S/)]);
      expect(line?.trim().startsWith('#')).toBe(false);
      expect(location?.column).toBeLessThanOrEqual(line?.length ?? 0);
    }
  });

  it('points at the entry of the subject, or of what the subject names', () => {
    const ids = manifest.flatMap((line) => /^ {2}- id: (\S+)$/.exec(line)?.[1] ?? []);
    const astray = result.findings.filter(({ subject, location }) => {
      if (location?.file !== 'examples/nordlicht/domicile.yaml') return false;
      const own = subject.slice(subject.indexOf('/') + 1);
      if (subject.startsWith('organisation/')) return false;
      const at = ids.find((id) => entryLines(id)[0] <= location.line && location.line <= entryLines(id)[1]);
      const [first, last] = entryLines(own);
      return at !== own && !manifest.slice(first - 1, last).join('\n').includes(at ?? '\0');
    });
    expect(astray).toEqual([]);
  });

  it('points into other files only where the manifest names them for the subject', () => {
    const elsewhere = result.findings.filter(({ location }) => location?.file !== 'examples/nordlicht/domicile.yaml');
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const { location } of elsewhere) expect(manifest.join('\n')).toContain((location?.file ?? '').slice('examples/nordlicht/'.length));
  });

  it('cites evidence that is listed, with the digest of its file', () => {
    const evidence = new Map(result.evidence.map((each) => [each.id, each]));
    const cited = result.findings.flatMap(({ explanation }) => explanation.flatMap(({ operands }) => operands.flatMap((operand) => operand.evidence ?? [])));
    expect(cited.length).toBeGreaterThan(0);
    for (const id of cited) expect(evidence.get(id)?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('uses the names that are a contract', () => {
    const names = (value: object): string[] => Object.keys(value);
    expect(names(result)).toEqual(expect.arrayContaining(['schema', 'engine', 'asOf', 'conclusion', 'gate', 'digests', 'counts', 'findings', 'diff', 'evidence', 'problems']));
    expect(names(result.gate).sort()).toEqual(['blocked', 'by']);
    expect(result.digests).toEqual({ snapshot: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), packs: expect.any(Object), facts: expect.stringMatching(/^sha256:/) });
    for (const [pack, digest] of Object.entries(result.digests.packs)) expect([pack, digest]).toEqual([expect.stringMatching(/^[a-z-]+@\d+\.\d+\.\d+$/), expect.stringMatching(/^sha256:[0-9a-f]{64}$/)]);
    expect(names(result.counts).sort()).toEqual(['error', 'fail', 'not-applicable', 'pass', 'unknown', 'waived']);
    for (const finding of result.findings) {
      expect(names(finding)).toEqual(expect.arrayContaining(['fingerprint', 'ruleId', 'pack', 'title', 'severity', 'verdict', 'subject', 'message', 'remediation', 'controls', 'explanation', 'missing', 'location', 'waiver', 'baselineState']));
      expect(names(finding.location ?? {})).toEqual(['file', 'line', 'column']);
      for (const step of finding.explanation) {
        expect(names(step)).toEqual(['expression', 'result', 'operands']);
        for (const operand of step.operands) expect(names(operand)).toEqual(expect.arrayContaining(['path', 'value']));
      }
      if (finding.waiver !== null) expect(names(finding.waiver).sort()).toEqual(['approvedBy', 'expiresAt', 'id', 'reason', 'state']);
    }
    for (const evidence of result.evidence) expect(names(evidence)).toEqual(expect.arrayContaining(['id', 'source', 'sha256', 'locator', 'confidence', 'effective']));
  });

  it('counts what it found', () => {
    for (const verdict of ['fail', 'unknown', 'error'] as const) expect(result.findings.filter((finding) => finding.verdict === verdict)).toHaveLength(result.counts[verdict]);
    expect(new Set(result.findings.map(({ fingerprint }) => fingerprint)).size).toBe(result.findings.length);
  });

  it('answers otherwise as of an earlier day', () => {
    const earlier = checkJson(['examples/nordlicht', '--as-of', '2026-08-01']).result;
    expect(earlier.waivers.map(({ id, state }) => [id, state])).toEqual([['WVR-2026-014', 'active'], ['WVR-2026-003', expect.stringMatching(/active|unused/)]]);
    expect(earlier.digests).toEqual(result.digests);
    expect(earlier.counts).not.toEqual(result.counts);
  });
});
