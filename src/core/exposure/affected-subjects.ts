import { type NounKind } from '../inventory/noun-kind.js';
import { recordKey } from '../inventory/record-key.js';
import { type BorrowedNames } from './borrowed-names.js';
import { type ChangedRecord } from './changed-record.js';
import { type RecordFinder } from './record-finder.js';

/** What has to be judged again: everything, for a reason, or subjects by key with the record that is the reason for each. */
export type Affected = { readonly everything: string } | { readonly subjects: ReadonlyMap<string, string> };

export interface AffectedInput {
  readonly changes: readonly ChangedRecord[];
  readonly find: RecordFinder;
  readonly names: BorrowedNames;
  /** Keys of the organisation records, which are judged as one subject. */
  readonly organisations: readonly string[];
  /** Whether sources contradict each other on whose a flow is, anywhere. */
  readonly flowsDisputed: () => Promise<boolean>;
}

type Value = Readonly<Record<string, unknown>>;
/** How far a change reaches into what hangs on the record. */
type Reach = 'party' | 'model' | 'deployment';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * The subjects whose verdicts can differ after changes to records, at the same instant, under the same packs and facts. It follows what `deriveSubjects` can look at, in the direction
 * from a record to whoever looks at it, and takes more rather than less: what it leaves out has the same verdicts. Every way that a view takes from record to record needs its counterpart here;
 * a test over random inventories holds the two together.
 *
 * Looking at the state after the changes is enough: the first changed record on a way of before is reached through records that have not changed.
 */
export async function affectedSubjects({ changes, find, names, organisations, flowsDisputed }: AffectedInput): Promise<Affected> {
  for (const change of changes) {
    const reason = reasonForEverything(change, names);
    if (reason !== undefined) return { everything: `${recordKey(change.kind, change.id)}: ${reason}` };
  }
  if (changes.some(({ kind, stated }) => kind === 'dataFlow' && stated.some(({ undeclared }) => undeclared === true)) && (await flowsDisputed())) return { everything: 'sources contradict each other on whose a flow is' };
  const subjects = new Map<string, string>();
  const fronts = new Map<Reach, Map<string, string>>([['party', new Map()], ['model', new Map()], ['deployment', new Map()]]);
  const reached = new Set<string>();
  const judge = (key: string, because: string): void => void (subjects.has(key) || subjects.set(key, because));
  const reach = (what: Reach, id: unknown, because: string): void => {
    if (typeof id !== 'string' || reached.has(`${what} ${id}`)) return;
    reached.add(`${what} ${id}`);
    fronts.get(what)?.set(id, because);
  };
  for (const change of changes) begin(change, organisations, judge, reach);
  for (;;) {
    const [what, front] = [...fronts].find(([, ids]) => ids.size > 0) ?? [];
    if (what === undefined || front === undefined) return { subjects };
    fronts.set(what, new Map());
    await follow[what](front, find, judge, reach);
  }
}

type Judge = (key: string, because: string) => void;
type Reached = (what: Reach, id: unknown, because: string) => void;

/** What a changed record is looked at as. */
function begin(change: ChangedRecord, organisations: readonly string[], judge: Judge, reach: Reached): void {
  const { kind, id, before, after, stated } = change;
  const because = recordKey(kind, id);
  const both = [before, after].filter((value) => value !== undefined);
  if (kind === 'provider' || kind === 'legalEntity' || kind === 'deployment') for (const key of organisations) judge(key, because);
  if (kind === 'provider' || kind === 'legalEntity') reach('party', id, because);
  if (kind === 'model') reach('model', id, because);
  if (kind === 'weightArtefact') for (const { model } of both) reach('model', model, because);
  if (kind === 'lineageEdge') {
    for (const { child, parent } of both) {
      reach('model', child, because);
      if (typeof parent === 'string') judge(recordKey('model', parent), because);
    }
  }
  if (kind === 'deployment') {
    reach('deployment', id, because);
    if (useOf(before) !== useOf(after)) for (const { model } of both) reach('model', model, because);
  }
  if (kind === 'dataFlow') {
    judge(because, because);
    for (const { deployment } of [...both, ...stated]) reach('deployment', deployment, because);
  }
}

/** What a model sees of a deployment that runs it. */
function useOf(deployment: Value | undefined): string {
  return deployment === undefined ? '' : JSON.stringify([deployment['model'], deployment['status'] === 'retired', deployment['route']]);
}

/** From records of one front to the subjects that look at them, and to the records through which others do. */
const follow: Readonly<Record<Reach, (front: ReadonlyMap<string, string>, find: RecordFinder, judge: Judge, reach: Reached) => Promise<void>>> = {
  async party(front, find, judge, reach) {
    const ids = [...front.keys()];
    const why = (...named: readonly unknown[]): string => front.get(named.map(text).find((id) => id !== undefined && front.has(id)) ?? '') ?? '';
    for (const { id, value } of await find('legalEntity', ids.map((parent) => ({ parent })))) reach('party', id, why(value['parent']));
    const own = ids.flatMap((id) => [{ legalEntity: id }, { provider: id }, { place: { provider: id } }]);
    for (const { id, value } of await find('deployment', own)) reach('deployment', id, why(value['legalEntity'], value['provider'], (value['place'] as Value | undefined)?.['provider']));
    for (const { id, value } of await find('dataFlow', ids.flatMap((party) => [{ to: party }, { subProcessors: [{ provider: party }] }]))) {
      const because = why(value['to'], ...((value['subProcessors'] as readonly Value[] | undefined) ?? []).map(({ provider }) => provider));
      judge(recordKey('dataFlow', id), because);
      if (typeof value['deployment'] === 'string') judge(recordKey('deployment', value['deployment']), because);
    }
  },
  async model(front, find, judge, reach) {
    for (const [id, because] of front) judge(recordKey('model', id), because);
    const ids = [...front.keys()];
    for (const { value } of await find('lineageEdge', ids.map((parent) => ({ parent })))) reach('model', value['child'], front.get(String(value['parent'])) ?? '');
    for (const { id, value } of await find('deployment', ids.flatMap((model) => [{ model }, { fallback: { model } }]))) reach('deployment', id, front.get(String(value['model'])) ?? front.get(String((value['fallback'] as Value | undefined)?.['model'])) ?? '');
  },
  async deployment(front, find, judge, reach) {
    for (const [id, because] of front) judge(recordKey('deployment', id), because);
    const ids = [...front.keys()];
    for (const { id, value } of await find('deployment', ids.map((deployment) => ({ fallback: { deployment } })))) reach('deployment', id, front.get(String((value['fallback'] as Value | undefined)?.['deployment'])) ?? '');
    for (const { id, value } of await find('dataFlow', ids.map((deployment) => ({ deployment })))) judge(recordKey('dataFlow', id), front.get(String(value['deployment'])) ?? '');
  },
};

/** Changes that reach further than references tell. */
function reasonForEverything({ kind, id, before, after }: ChangedRecord, names: BorrowedNames): string | undefined {
  const everywhere: readonly NounKind[] = ['organisation', 'licence', 'codeCall'];
  if (everywhere.includes(kind)) return 'every subject looks at such records';
  if (kind === 'model' && names.models.has(id)) return 'the catalogue names a base or generator so, and models may rest on it unsaid';
  if (kind === 'provider' && names.providers.has(id)) return 'the catalogue names a maker of models so, and fallbacks may rest on it unsaid';
  if (kind === 'dataFlow' && [before, after].some((value) => value !== undefined && typeof value['deployment'] !== 'string')) return 'it is of no deployment, or sources contradict each other on which';
  const ours = kind === 'legalEntity' || [before, after].some((value) => value?.['kind'] === 'own');
  if ((kind === 'legalEntity' || kind === 'provider') && ours && makerOf(before) !== makerOf(after)) return 'models are the own work of whoever bears its name';
  return undefined;
}

const makerOf = (party: Value | undefined): string => (party === undefined ? '' : JSON.stringify([party['id'], party['name'], party['kind']]));
