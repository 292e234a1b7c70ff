import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { sha256Of } from '../../core/inventory/sha256-of.js';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { invalidField } from '../platform/problem/invalid-field.js';
import { RecordRightsService } from '../register/record-rights.service.js';
import { EvidenceEntity } from './evidence.entity.js';
import { type EvidencePage, type EvidenceQuery, type EvidenceSummary, type EvidenceView, type NewEvidence } from './evidence-shapes.js';

export interface EvidenceFile {
  readonly item: EvidenceSummary;
  readonly bytes: Uint8Array;
}

type Row = EvidenceEntity & { readonly revisedBy: string | null };

const columns = `e.organisation_id AS "organisationId", e.id, e.revises, e.record, e.type, e.title, e.file_name AS "fileName", e.media_type AS "mediaType", e.size, e.sha256,
  e.effective::text AS effective, e.expires::text AS expires, e.note, e.added_at AS "addedAt", e.added_by AS "addedBy", later.id AS "revisedBy"`;
const joined = 'evidence e LEFT JOIN evidence later ON later.organisation_id = e.organisation_id AND later.revises = e.id';

/** Documents that show what records state. They are never changed and never removed; reading one is written down. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly rights: RecordRightsService,
  ) {}

  /** @throws DomainError `invalid-request` where the bytes are not what is said of them, `unknown-record` where nothing is there to revise, `conflict` where that has been revised already */
  async add(asker: Principal, { content, sha256: claimed, ...wanted }: NewEvidence): Promise<EvidenceView> {
    const { organisationId } = asker;
    const bytes = Buffer.from(content, 'base64');
    const sha256 = sha256Of(bytes);
    if (claimed !== undefined && claimed !== sha256) throw invalidField('/sha256', `is not the digest of the bytes, which is ${sha256}; send the file again`);
    if (!looksLike(wanted.mediaType, bytes)) throw invalidField('/mediaType', `is ${wanted.mediaType}, which the bytes do not begin as; write the type the file has`);
    const addedAt = this.clock.now();
    const id = uuidV7(addedAt.getTime());
    return this.scope.run(organisationId, async (manager) => {
      const revised = wanted.revises === undefined ? undefined : await this.requireLast(manager, asker, wanted.revises);
      await this.requireOwn(manager, asker, [wanted.record, ...(revised === undefined ? [] : [revised.record ?? undefined])]);
      await manager.query('INSERT INTO evidence_contents (organisation_id, sha256, content) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [organisationId, sha256, bytes]);
      await manager.insert(EvidenceEntity, { organisationId, id, revises: wanted.revises ?? null, record: wanted.record ?? null, type: wanted.type, title: wanted.title, fileName: wanted.fileName, mediaType: wanted.mediaType, size: bytes.length, sha256, effective: wanted.effective, expires: wanted.expires ?? null, note: wanted.note ?? null, addedAt, addedBy: asker.id });
      await this.log.append(manager, asker, 'evidence.add', `evidence/${id}`, { sha256, size: bytes.length, ...(wanted.record === undefined ? {} : { record: wanted.record }), ...(wanted.revises === undefined ? {} : { revises: wanted.revises }) });
      return this.view(manager, asker, id);
    });
  }

  async list(asker: Principal, { record, type, expiresBefore, superseded, after, limit }: EvidenceQuery): Promise<EvidencePage> {
    const { organisationId } = asker;
    const fitting: unknown[] = [organisationId, record ?? null, type ?? null, expiresBefore ?? null, superseded === 'include'];
    const readable = this.rights.readable(asker, 'e.record', (value) => `$${fitting.push(value)}`);
    const where = `e.organisation_id = $1 AND ($2::text IS NULL OR e.record = $2) AND ($3::text IS NULL OR e.type = $3) AND ($4::date IS NULL OR e.expires < $4) AND ($5 OR later.id IS NULL)${readable === undefined ? '' : ` AND ${readable}`}`;
    return this.scope.run(organisationId, async (manager) => {
      const rows: Row[] = await manager.query(`SELECT ${columns} FROM ${joined} WHERE ${where} AND ($${fitting.length + 1}::uuid IS NULL OR e.id < $${fitting.length + 1}) ORDER BY e.id DESC LIMIT ${limit + 1}`, [...fitting, after ?? null]);
      const [counted]: [{ total: string }] = await manager.query(`SELECT count(*) AS total FROM ${joined} WHERE ${where}`, fitting);
      const items = rows.slice(0, limit).map(summaryOf);
      return { items, total: Number(counted.total), next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** @throws DomainError `unknown-record` */
  async read(asker: Principal, id: string): Promise<EvidenceView> {
    return this.scope.run(asker.organisationId, (manager) => this.view(manager, asker, id));
  }

  /** The bytes, and a line on who has read them. @throws DomainError `unknown-record` */
  async content(asker: Principal, id: string): Promise<EvidenceFile> {
    return this.scope.run(asker.organisationId, async (manager) => {
      const item = summaryOf(await this.find(manager, asker, id));
      return this.taken(manager, asker, item, 'download');
    });
  }

  /** What had been added by an instant and was the last state then, with its bytes. @throws DomainError `conflict` where that is more than `most` bytes */
  async filesAt(asker: Principal, instant: Date, why: string, most: number): Promise<readonly EvidenceFile[]> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      const rows: Row[] = await manager.query(`SELECT ${columns} FROM ${joined} WHERE e.organisation_id = $1 AND e.added_at <= $2 AND (later.id IS NULL OR later.added_at > $2) ORDER BY e.id`, [organisationId, instant]);
      if (rows.reduce((sum, { size }) => sum + size, 0) > most) throw new DomainError('conflict', `the evidence has more than ${most} bytes altogether; download it piece by piece`);
      const files: EvidenceFile[] = [];
      for (const row of rows) files.push(await this.taken(manager, asker, summaryOf(row), why));
      return files;
    });
  }

  private async taken(manager: EntityManager, asker: Principal, item: EvidenceSummary, why: string): Promise<EvidenceFile> {
    const at = this.clock.now();
    const [kept]: { content: Uint8Array }[] = await manager.query('SELECT content FROM evidence_contents WHERE organisation_id = $1 AND sha256 = $2', [asker.organisationId, item.sha256]);
    if (kept === undefined || sha256Of(kept.content) !== item.sha256) throw new Error(`the bytes of evidence ${item.id} are not those that were added`);
    await manager.query('INSERT INTO evidence_reads (organisation_id, id, evidence_id, at, actor_kind, actor, why) VALUES ($1, $2, $3, $4, $5, $6, $7)', [asker.organisationId, uuidV7(at.getTime()), item.id, at, asker.kind, asker.id, why]);
    return { item, bytes: kept.content };
  }

  private async view(manager: EntityManager, asker: Principal, id: string): Promise<EvidenceView> {
    const { organisationId } = asker;
    const item = summaryOf(await this.find(manager, asker, id));
    const reads: { at: Date; actor_kind: string; actor: string; why: string }[] = await manager.query('SELECT at, actor_kind, actor, why FROM evidence_reads WHERE organisation_id = $1 AND evidence_id = $2 ORDER BY id DESC LIMIT 1000', [organisationId, id]);
    return { ...item, reads: reads.map(({ at, actor_kind: kind, actor, why }) => ({ at: at.toISOString(), by: { kind, id: actor }, why })) };
  }

  /** @throws DomainError `unknown-record` where it is not there, or speaks of a record that the asker may not read */
  private async find(manager: EntityManager, asker: Principal, id: string): Promise<Row> {
    const [row]: Row[] = await manager.query(`SELECT ${columns} FROM ${joined} WHERE e.organisation_id = $1 AND e.id = $2`, [asker.organisationId, id]);
    const hidden = row !== undefined && (await this.rights.unreadable(manager, asker, [row.record ?? 'none'])).length > 0;
    if (row === undefined || hidden) throw new DomainError('unknown-record', `there is no evidence ${id}; list the evidence to find its id`);
    return row;
  }

  private async requireLast(manager: EntityManager, asker: Principal, id: string): Promise<Row> {
    const last = await this.find(manager, asker, id);
    if (last.revisedBy !== null) throw new DomainError('conflict', `this evidence has been revised already; revise ${last.revisedBy} instead`);
    return last;
  }

  private async requireOwn(manager: EntityManager, asker: Principal, records: readonly (string | undefined)[]): Promise<void> {
    const named = records.filter((record) => record !== undefined);
    if (asker.confined !== undefined && named.length < records.length) throw new DomainError('not-allowed', 'evidence that speaks of no record, or revises such, is of no unit, so it is not yours to add; name a record of your units in `record`, or ask someone who works for all of them');
    await this.rights.requireOwn(manager, asker, named, 'add evidence on');
  }
}

function summaryOf({ organisationId: _own, addedAt, ...row }: Row): EvidenceSummary {
  return { ...row, addedAt: addedAt.toISOString() };
}

/** Whether the bytes begin as files of this type do, where such a beginning is known. */
function looksLike(mediaType: string, bytes: Buffer): boolean {
  const begins = (text: string): boolean => bytes.subarray(0, text.length).equals(Buffer.from(text, 'latin1'));
  if (mediaType === 'application/pdf') return begins('%PDF-');
  if (mediaType === 'image/png') return begins('\x89PNG\r\n');
  if (mediaType === 'image/jpeg') return begins('\xff\xd8\xff');
  return mediaType.includes('openxmlformats') ? begins('PK\x03\x04') : true;
}
