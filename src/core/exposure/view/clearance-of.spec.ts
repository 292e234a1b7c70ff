import { type Deployment } from '../../inventory/deployment.js';
import { type LineageEdge } from '../../inventory/lineage-edge.js';
import { type WeightArtefact } from '../../inventory/weight-artefact.js';
import { clearanceOf } from './clearance-of.js';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);

const against = (more: Partial<Deployment>, files: readonly WeightArtefact[], { lineage = [], disputed = [] }: { readonly lineage?: readonly LineageEdge[]; readonly disputed?: readonly string[] } = {}) =>
  clearanceOf(
    {
      disputes: new Map([['deployment/d', new Set(disputed)]]),
      weights: new Map([...new Set(files.map(({ model }) => String(model)))].map((model) => [model, files.filter((file) => file.model === model)])),
      parentEdges: new Map([...new Set(lineage.map(({ child }) => child))].map((child) => [child, lineage.filter((edge) => edge.child === child)])),
    },
    { id: 'd', model: 'm', route: 'self-hosted', cleared: { weights: [a] }, ...more },
  );
const file = (id: string, sha256?: string, model = 'm'): WeightArtefact => ({ id, model, file: `${id}.gguf`, ...(sha256 === undefined ? {} : { sha256 }) });
const adapter: LineageEdge = { id: 'm adapter base', child: 'm', parent: 'base', relation: 'adapter' };

it('says nothing where nothing was cleared', () => {
  expect(against({ cleared: undefined }, [file('w', a)])).toBeUndefined();
});

it.each<readonly [string, ReturnType<typeof against>, boolean | undefined]>([
  ['the same file', against({}, [file('w', a)]), false],
  ['another file', against({}, [file('w', b)]), true],
  ['one file more', against({}, [file('w', a), file('v', b)]), true],
  ['one file less', against({ cleared: { weights: [a, b] } }, [file('w', a)]), true],
  ['a file without digest', against({}, [file('w', a), file('v')]), undefined],
  ['another file beside one without digest', against({}, [file('w', b), file('v')]), true],
  ['no file listed', against({}, []), undefined],
  ['weights that somebody else serves by now', against({ route: 'closed-api' }, [file('w', a)]), true],
  ['no route', against({ route: undefined }, [file('w', a)]), undefined],
  ['no model', against({ model: undefined }, [file('w', a)]), undefined],
  ['no weights cleared that anybody knows of', against({ cleared: { audit: 'x' } }, [file('w', a)]), undefined],
  ['an adapter and its base', against({ cleared: { weights: [a, b] } }, [file('w', a), file('v', b, 'base')], { lineage: [adapter] }), false],
  ['an adapter on another base', against({ cleared: { weights: [a, b] } }, [file('w', a), file('v', 'c'.repeat(64), 'base')], { lineage: [adapter] }), true],
  ['an adapter whose base is not listed', against({}, [file('w', a)], { lineage: [adapter] }), undefined],
  ['adapters in a circle', against({ cleared: { weights: [a, b] } }, [file('w', a), file('v', b, 'base')], { lineage: [adapter, { ...adapter, child: 'base', parent: 'm' }] }), false],
  ['a parent that is no part of what runs', against({}, [file('w', a)], { lineage: [{ ...adapter, relation: 'finetune' }] }), false],
])('tells weights: %s', (_name, clearance, differs) => {
  expect(clearance?.weightsDiffer).toBe(differs);
});

it('names the first file that differs and how many more do, in no more than the schema holds', () => {
  expect(against({ cleared: { weights: ['c'.repeat(64)] } }, [file('w', a), file('v', b)])?.weightsDifference).toBe(`${a} (w.gguf) was not cleared; 2 more differ`);
  expect(against({}, [{ id: 'w', model: 'm', file: 'f'.repeat(1_000), sha256: b }])?.weightsDifference).toHaveLength(500);
});

it.each<readonly [string, string | undefined, string | undefined, boolean | undefined]>([
  ['the same', `sha256:${a}`, `sha256:${a}`, false],
  ['the same, written otherwise', `sha256:${a}`, a.toUpperCase(), false],
  ['another', `sha256:${a}`, `sha256:${b}`, true],
  ['one where none was cleared', undefined, `sha256:${a}`, true],
  ['none known', `sha256:${a}`, undefined, undefined],
])('tells images: %s', (_name, cleared, running, differs) => {
  const clearance = against({ engine: { id: 'vllm', ...(running === undefined ? {} : { imageDigest: running }) }, cleared: { weights: [a], ...(cleared === undefined ? {} : { imageDigest: cleared }) } }, [file('w', a)]);
  expect(clearance?.imageDiffers).toBe(differs);
});

it('leaves open which image was cleared where sources contradict each other', () => {
  expect(against({ engine: { imageDigest: a }, cleared: { weights: [a] } }, [file('w', a)], { disputed: ['/cleared/imageDigest'] })?.imageDiffers).toBeUndefined();
});
