/** Fills a register with the deployments of an invented group, most of them in order: what one manifest says, read once by the importer, again and again under other names. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeInventory } from '../audit/write-inventory.mjs';
import { actor, organisation } from '../register/open-register.mjs';

const dist = join(import.meta.dirname, '..', '..', 'dist', 'src');
/** Deployments in the manifest that is read: what they say differs by remainders of 7, 10 and 11. */
const pattern = 770;
const models = 200;

export async function fleet() {
  const { gatherSources } = await import(join(dist, 'importers/gather-sources.js'));
  const folder = mkdtempSync(join(tmpdir(), 'domicile-fleet-'));
  try {
    writeInventory(folder, { deployments: pattern, models, files: 2 });
    const read = (prefix) => gatherSources(readdirSync(folder).filter((name) => name.startsWith(prefix)).map((path) => ({ path, content: readFileSync(join(folder, path), 'utf8') }))).imported;
    return { group: read('group'), unit: read('unit') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Adds deployments until there are `wanted`. */
export async function growTo({ scope, store }, { group, unit }, wanted, have) {
  const { planChanges } = await import(join(dist, 'core/register/plan-changes.js'));
  const { takeApart } = await import(join(dist, 'core/register/take-apart.js'));
  if (have === 0) await add(scope, store, planChanges, takeApart, 'group', group.fragments, group.settings);
  const text = JSON.stringify(unit.fragments);
  for (let first = have; first < wanted; first += pattern) {
    const name = `unit-${String(first).padStart(6, '0')}`;
    const fragments = JSON.parse(text.replace(/service-(\d+)/g, (_all, number) => `service-${String(first + Number(number)).padStart(6, '0')}`)).map((fragment) => ({
      source: { ...fragment.source, path: `${name}.domicile.yaml`, sha256: createHash('sha256').update(name).digest('hex') },
      records: fragment.records.filter(({ id }) => Number(/service-(\d+)/.exec(id)?.[1]) < wanted),
    }));
    await add(scope, store, planChanges, takeApart, name, fragments, unit.settings);
  }
}

async function add(scope, store, planChanges, takeApart, name, fragments, settings) {
  const { records, sources } = takeApart(fragments);
  const plan = planChanges(new Map(), () => true, records);
  await scope.run(organisation, async (manager) => {
    const revision = await store.nextRevision(manager, organisation);
    await store.write(manager, actor, revision, plan, 'bench', { collection: name });
    await store.writeCollection(manager, organisation, revision, { name, files: [], sources, settings, problems: [] }, []);
  });
}
