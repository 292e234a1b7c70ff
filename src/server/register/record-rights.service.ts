import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { kindOfKey } from '../../core/inventory/kind-of-key.js';
import { type NounKind, nounKinds } from '../../core/inventory/noun-kind.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { type RecordChange } from '../../core/register/record-change.js';
import { abilityOf, mayDo } from '../platform/authorization/ability-of.js';
import { type OwnedRecord } from '../platform/authorization/owned-record.js';
import { type Principal } from '../platform/authorization/principal.js';
import { readableCondition } from '../platform/authorization/readable-condition.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { recordUses } from './record-uses.js';

type Asker = Pick<Principal, 'organisationId' | 'confined'>;

interface StandingRecord extends OwnedRecord {
  readonly retired: boolean;
}

/** A record that a change is not allowed to touch, and why. */
interface Refused {
  readonly key: string;
  readonly why: string;
}

const named = 20;
const current = (organisation: string): string => `SELECT kind, key, value, change FROM register_records WHERE organisation_id = ${organisation} AND ended_by IS NULL`;
const keyOf = `CASE kind ${nounKinds.map((kind) => `WHEN '${kind}' THEN '${recordKey(kind, '')}'`).join(' ')} END || key`;

/** Which records someone may read and change, where they are confined to units. Everyone else is asked nothing. */
@Injectable()
export class RecordRightsService {
  /** SQL for: the record with this key is one that the asker may read; nothing where that is every record. @param key SQL of the key, such as `f.subject` */
  readable(asker: Asker, key: string, given: (value: unknown) => string): string | undefined {
    return readableCondition(asker, {
      given,
      kindIn: (kinds) => `(${kinds.map((kind) => `starts_with(${key}, '${recordKey(kind, '')}')`).join(' OR ')})`,
      deploymentWith: (condition) => `${key} IN (WITH standing AS NOT MATERIALIZED (${current(given(asker.organisationId))}) SELECT ${keyOf} FROM (${recordUses('standing')}) uses WHERE ${condition})`,
    });
  }

  /** As `readable`, of rows of the register. */
  readableRow(asker: Asker, given: (value: unknown) => string): string | undefined {
    return readableCondition(asker, {
      given,
      kindIn: (kinds) => `kind = ANY (${given(kinds)})`,
      deploymentWith: (condition) => `(kind, key) IN (WITH standing AS NOT MATERIALIZED (${current(given(asker.organisationId))}) SELECT kind, key FROM (${recordUses('standing')}) uses WHERE ${condition})`,
    });
  }

  /** Those of the keys whose records the asker may not read. */
  async unreadable(manager: EntityManager, asker: Asker, keys: readonly string[]): Promise<readonly string[]> {
    if (asker.confined?.reading !== true) return [];
    const ability = abilityOf({ permissions: [], ...asker });
    const standing = await this.standing(manager, asker.organisationId, keys);
    return keys.filter((key) => !mayDo(ability, 'read', standing.get(key) ?? nobodys(key)));
  }

  /** @throws DomainError `not-allowed` where one of the records is not of the asker's units alone; `what` is the verb of what is done */
  async requireOwn(manager: EntityManager, asker: Asker, keys: readonly string[], what: string): Promise<void> {
    if (asker.confined === undefined) return;
    const ability = abilityOf({ permissions: [], ...asker });
    const standing = await this.standing(manager, asker.organisationId, keys);
    refuse(asker, what, keys.flatMap((key) => refusal(ability, key, standing.get(key) ?? nobodys(key), asker)));
  }

  /** @throws DomainError `not-allowed` where a change touches a record that is not of the asker's units alone, before it or after it, or would show the asker one that was not theirs to read */
  async requireOwnChanges(manager: EntityManager, asker: Asker, changes: readonly RecordChange[]): Promise<void> {
    if (asker.confined === undefined || changes.length === 0) return;
    const ability = abilityOf({ permissions: [], ...asker });
    const keys = changes.map(({ key }) => key);
    const before = await this.standing(manager, asker.organisationId, keys);
    const after = await this.standing(manager, asker.organisationId, keys, changes);
    const refused = changes.flatMap(({ key, what }) => {
      const was = before.get(key);
      const free = was === undefined || (was.retired && was.deployments.length === 0);
      const first = free ? [] : refusal(ability, key, was, asker);
      return first.length > 0 || what === 'retired' ? first : refusal(ability, key, after.get(key) ?? nobodys(key), asker);
    });
    refuse(asker, 'change', refused);
    if (asker.confined.reading) await this.refuseNewSight(manager, asker, changes);
  }

  /** Records that would become the asker's to read because one that is changed uses them. */
  private async refuseNewSight(manager: EntityManager, { organisationId, confined }: Asker, changes: readonly RecordChange[]): Promise<void> {
    const seen: unknown[] = await manager.query(
      `WITH changed AS (${changedRows('$2')}), standing AS NOT MATERIALIZED (${current('$1')}), later AS NOT MATERIALIZED (${later('standing')})
       SELECT kind, key FROM (${recordUses('later')}) then_ WHERE units && $3::text[] AND EXISTS (SELECT FROM standing s WHERE s.kind = then_.kind AND s.key = then_.key)
       EXCEPT SELECT kind, key FROM (${recordUses('standing')}) now_ WHERE units && $3::text[] LIMIT 1`,
      [organisationId, rowsOf(changes), confined?.units],
    );
    if (seen.length > 0) throw new DomainError('not-allowed', 'the change would make records of others yours to read, since a deployment of yours would use them; ask someone who reads the whole register to make it');
  }

  /** Records by key, as they stand or as they would after the changes. */
  private async standing(manager: EntityManager, organisationId: string, keys: readonly string[], changes: readonly RecordChange[] = []): Promise<ReadonlyMap<string, StandingRecord>> {
    const names = [...new Set(keys)].flatMap((key) => kindOfKey(key) ?? []);
    const rows: { kind: NounKind; key: string; change: string; deployments: { units: string[] }[] }[] = await manager.query(
      `WITH changed AS (${changedRows('$2')}), standing AS NOT MATERIALIZED (${current('$1')}), later AS NOT MATERIALIZED (${later('standing')}),
       named AS MATERIALIZED (SELECT kind, key FROM unnest($3::text[], $4::text[]) AS n (kind, key)),
       uses AS (SELECT kind, key, jsonb_agg(jsonb_build_object('units', units)) AS deployments FROM (${recordUses('later')}) each WHERE (kind, key) IN (SELECT kind, key FROM named) GROUP BY kind, key)
       SELECT kind, key, coalesce(l.change, 'absent') AS change, coalesce(u.deployments, '[]') AS deployments FROM named LEFT JOIN later l USING (kind, key) LEFT JOIN uses u USING (kind, key)
       WHERE l.key IS NOT NULL OR u.key IS NOT NULL`,
      [organisationId, rowsOf(changes), names.map(({ kind }) => kind), names.map(({ id }) => id)],
    );
    return new Map(rows.filter(({ change }) => change !== 'absent').map(({ kind, key, change, deployments }) => [recordKey(kind, key), { kind, deployments, retired: change === 'retired' }]));
  }
}

const changedRows = (at: string): string => `SELECT kind, key, value, change FROM jsonb_to_recordset(${at}::jsonb) AS c (kind text, key text, value jsonb, change text)`;
const later = (standing: string): string => `SELECT s.kind, s.key, s.value, s.change FROM ${standing} s WHERE NOT EXISTS (SELECT FROM changed c WHERE c.kind = s.kind AND c.key = s.key) UNION ALL SELECT kind, key, value, change FROM changed`;

function rowsOf(changes: readonly RecordChange[]): string {
  return JSON.stringify(changes.map(({ record: { kind, id }, value, what }) => ({ kind, key: id, value, change: what })));
}

function nobodys(key: string): OwnedRecord {
  return { kind: kindOfKey(key)?.kind ?? 'codeCall', deployments: [] };
}

function refusal(ability: ReturnType<typeof abilityOf>, key: string, record: OwnedRecord, { confined }: Asker): readonly Refused[] {
  if (mayDo(ability, 'change', record)) return [];
  const others = [...new Set(record.deployments.filter(({ units }) => !units.some((unit) => confined?.units.includes(unit))).flatMap(({ units }) => units))];
  if (record.deployments.length === 0) return [{ key, why: 'is of no unit, since no deployment uses it' }];
  if (record.deployments.some(({ units }) => units.length === 0)) return [{ key, why: 'is of no unit, since a deployment of it names neither owner nor legalEntity' }];
  return [{ key, why: confined?.reading === true ? 'is of another unit' : `is of another unit: ${others.join(', ')}` }];
}

function refuse({ confined }: Asker, what: string, refused: readonly Refused[]): void {
  const [first] = refused;
  if (first === undefined) return;
  const more = refused.length > 1 ? ` (and ${refused.length - 1} more)` : '';
  const units = confined?.units.length === 0 ? 'you belong to no unit' : `your units are ${confined?.units.join(', ')}`;
  throw new DomainError('not-allowed', `${first.key}${more} ${first.why}, so it is not yours to ${what}; ${units}: ask an administrator to enter your units, or someone who works for all of them`, { errors: refused.slice(0, named).map(({ key, why }) => ({ pointer: key, detail: why })) });
}
