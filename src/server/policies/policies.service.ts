import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { bundledFolder } from '../../files/bundled-folder.js';
import { type BrokenPack, type OwnPolicyText } from '../../files/compile-own-packs.js';
import { readPolicyPacks } from '../../files/read-policy-packs.js';
import { type Principal } from '../platform/authorization/principal.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { WorkerPool } from '../platform/threads/worker-pool.js';
import { OwnPolicyEventEntity } from './own-policy-event.entity.js';
import { OwnPolicyEntity } from './own-policy.entity.js';
import { type PolicyAnswer, type PolicyTask } from './policy-task.js';
import { type PolicyList } from './policy-shapes.js';
import { viewOfPack } from './view-of-pack.js';
import { viewOfProblem } from './view-of-problem.js';

type Asker = Pick<Principal, 'organisationId'>;

/** A text that was in force, by the event that holds it. */
export interface OwnPolicyReference {
  readonly name: string;
  readonly text: string;
}

/** What an organisation's own policies make of the rulebook. */
export interface OwnRulebook {
  /** Its packs, and shipped ones as its overlays change them. */
  readonly packs: readonly CompiledPack[];
  /** What this engine can no longer read: an audit that asks it fails. */
  readonly broken: readonly BrokenPack[];
}

interface CompiledOwn extends OwnRulebook {
  readonly tests: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Sets of own policies whose compilation is kept. */
const mostKept = 20;

/** The policy packs of this installation and those of an organisation. */
@Injectable()
export class PoliciesService implements OnModuleDestroy {
  private read: Promise<readonly CompiledPack[]> | undefined;
  private counted: Promise<CompiledOwn['tests']> | undefined;
  private readonly kept = new Map<string, Promise<CompiledOwn>>();

  constructor(
    private readonly scope: OrganisationScope,
    private readonly pool: WorkerPool<PolicyTask, PolicyAnswer>,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }

  /** The packs that audits of the organisation know, by id; a shipped one whose overlay this engine cannot read is as it was shipped. */
  async packs(asker: Asker): Promise<readonly CompiledPack[]> {
    return withOwn(await this.shipped(), await this.rulebookOf(asker, await this.inForce(asker)));
  }

  /** What is in force of the organisation, in the order of names. */
  async inForce({ organisationId }: Asker): Promise<readonly OwnPolicyReference[]> {
    return this.scope.run(organisationId, (manager) => referencesIn(manager, organisationId));
  }

  /** Names what is in force, in the caller's transaction; empty where nothing is. */
  async rulebookIn(manager: EntityManager, organisationId: string): Promise<string> {
    return this.nameOf(await referencesIn(manager, organisationId));
  }

  /** Names what an audit was given, likewise. */
  nameOf(references: readonly OwnPolicyReference[]): string {
    return references.length === 0 ? '' : digestOf(canonicalJson(references));
  }

  /** Compiled from the texts that are referred to, now or in an audit of the past. */
  rulebookOf(asker: Asker, references: readonly OwnPolicyReference[]): Promise<CompiledOwn> {
    if (references.length === 0) return Promise.resolve({ packs: [], broken: [], tests: {} });
    const key = canonicalJson([asker.organisationId, references]);
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const compiled = this.compile(asker, references);
    this.kept.set(key, compiled);
    compiled.catch(() => this.kept.delete(key));
    for (const oldest of [...this.kept.keys()].slice(0, Math.max(0, this.kept.size - mostKept))) this.kept.delete(oldest);
    return compiled;
  }

  /** What the references lead to. */
  async texts({ organisationId }: Asker, references: readonly OwnPolicyReference[]): Promise<readonly OwnPolicyText[]> {
    const events = await this.scope.run(organisationId, (manager) => manager.find(OwnPolicyEventEntity, { select: { id: true, text: true }, where: { organisationId, id: In(references.map(({ text }) => text)) } }));
    const texts = new Map(events.map(({ id, text }) => [id, text]));
    return references.map(({ name, text }) => ({ name, text: texts.get(text) ?? '' }));
  }

  async list(asker: Asker): Promise<PolicyList> {
    const own = await this.rulebookOf(asker, await this.inForce(asker));
    const shipped = await this.shipped();
    const tests = { ...(await this.shippedTests()), ...own.tests };
    const items = withOwn(shipped, own).map((pack) => viewOfPack(pack, tests[pack.id] ?? {}, sourceOf(pack, shipped, own)));
    return { items, total: items.length, broken: own.broken.map(({ id, problems }) => ({ id, problems: problems.map(viewOfProblem) })) };
  }

  private shipped(): Promise<readonly CompiledPack[]> {
    return (this.read ??= readShippedPacks());
  }

  private async shippedTests(): Promise<CompiledOwn['tests']> {
    this.counted ??= this.pool.run({ kind: 'count' }).then((answer) => (answer.kind === 'count' ? answer.tests : {}));
    this.counted.catch(() => (this.counted = undefined));
    return this.counted;
  }

  private async compile(asker: Asker, references: readonly OwnPolicyReference[]): Promise<CompiledOwn> {
    const answer = await this.pool.run({ kind: 'compile', policies: await this.texts(asker, references) });
    if (answer.kind !== 'compile') throw new Error('the worker answered another question');
    return { packs: answer.packs.map(({ pack }) => pack), broken: answer.broken, tests: Object.fromEntries(answer.packs.map(({ pack, tests }) => [pack.id, tests])) };
  }
}

async function referencesIn(manager: EntityManager, organisationId: string): Promise<readonly OwnPolicyReference[]> {
  const found = await manager.find(OwnPolicyEntity, { select: { name: true, textId: true }, where: { organisationId, state: 'in-force' }, order: { name: 'ASC' } });
  return found.map(({ name, textId }) => ({ name, text: textId }));
}

function withOwn(shipped: readonly CompiledPack[], { packs }: OwnRulebook): readonly CompiledPack[] {
  return [...shipped.filter(({ id }) => packs.every((own) => own.id !== id)), ...packs].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function sourceOf({ id }: CompiledPack, shipped: readonly CompiledPack[], { packs }: OwnRulebook): 'shipped' | 'overlaid' | 'own' {
  if (shipped.every((pack) => pack.id !== id)) return 'own';
  return packs.some((pack) => pack.id === id) ? 'overlaid' : 'shipped';
}

async function readShippedPacks(): Promise<readonly CompiledPack[]> {
  const compiled = bundledFolder('dist/policies');
  const ids = (await readdir(join(compiled, 'packs'))).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const { packs } = await readPolicyPacks(ids, { compiled, sources: bundledFolder('policies') }, new Set());
  return packs;
}
