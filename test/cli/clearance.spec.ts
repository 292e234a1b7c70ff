import { checkJson, folderWith } from './run-domicile.js';

const cleared = 'a'.repeat(64);
const other = 'b'.repeat(64);

interface State {
  readonly sha256?: string;
  readonly image?: string;
  readonly clearance?: string;
  readonly more?: string;
}

const manifest = ({ sha256 = cleared, image = cleared, clearance = `{ at: 2026-11-01, expires: 2027-01-01, audit: a1, weights: [${cleared}], imageDigest: "sha256:${cleared}" }`, more = '' }: State): string => `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models: [{ id: bloom, name: BLOOM, weightsAvailability: open }]
weights: [{ id: w, model: bloom, file: bloom.safetensors, sha256: ${sha256} }]
deployments:
  - id: translate
    name: Translation
    model: bloom
    provider: own
    route: self-hosted
    environment: production
    engine: { id: vllm, imageDigest: "sha256:${image}" }
    ${clearance === '' ? '' : `cleared: ${clearance}`}
    ${more}
`;

function findingsOf(state: State, asOf: string): readonly (readonly [string, string])[] {
  const { findings } = checkJson([folderWith({ 'domicile.yaml': manifest(state) }), '--pack', 'clearance', '--as-of', asOf]).result;
  return findings.map(({ ruleId, verdict }) => [ruleId, verdict] as const);
}

describe('what was cleared to run', () => {
  it.each<readonly [string, State, string, readonly (readonly [string, string])[]]>([
    ['runs', {}, '2026-11-23', []],
    ['was replaced by other weights', { sha256: other }, '2026-11-23', [['CLR-01', 'fail']]],
    ['was replaced by another image', { image: other }, '2026-11-23', [['CLR-02', 'fail']]],
    ['was cleared until today', {}, '2027-01-01', [['CLR-03', 'fail']]],
    ['was never cleared', { clearance: '' }, '2026-11-23', [['CLR-04', 'fail']]],
    ['was cleared without digests', { clearance: '{ at: 2026-11-01, expires: 2027-01-01 }' }, '2026-11-23', [['CLR-01', 'unknown'], ['CLR-02', 'fail']]],
  ])('%s', (_name, state, asOf, expected) => {
    expect(findingsOf(state, asOf)).toEqual(expected);
  });

  it('is asked about only where the pack is named, and never of options', () => {
    const folder = folderWith({ 'domicile.yaml': manifest({ sha256: other, more: 'alternatives: [{ id: away, kind: closed-api, deployment: { route: closed-api }, flows: [] }]' }) });
    expect(checkJson([folder]).result.rules.filter(({ pack }) => pack === 'clearance')).toEqual([]);
    const { options } = checkJson([folder, '--pack', 'clearance', '--as-of', '2026-11-23']).result;
    expect(options.map(({ option, breaks }) => [option, breaks.map(({ ruleId }) => ruleId)])).toEqual([['as-is', ['CLR-01']], ['away', []]]);
  });
});
