import { Injectable } from '@nestjs/common';
import { type Zippable, zipSync } from 'fflate';
import { sha256Of } from '../../core/inventory/sha256-of.js';
import { AuditsService } from '../audits/audits.service.js';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { EvidenceService } from './evidence.service.js';

const mostEvidence = 200 * 1024 * 1024;
const logAtOnce = 1000;

/** Local time, as ZIP has it, so that the same files give the same bytes. */
const fileTime = new Date(1980, 0, 1);

/** Everything an auditor takes away of one audit, with the digest of each file. */
@Injectable()
export class EvidenceArchiveService {
  constructor(
    private readonly audits: AuditsService,
    private readonly evidence: EvidenceService,
    private readonly log: LogService,
  ) {}

  /** The audit, its report, the evidence as it was when the audit was made, and the log up to now. @throws DomainError `unknown-record`, `conflict` where the evidence is too large */
  async archive(asker: Principal, id: string): Promise<Uint8Array> {
    const { createdAt, result } = await this.audits.stored(asker, id);
    const pdf = await this.audits.report(asker, id, { template: 'full-audit', language: 'en' });
    const documents = await this.evidence.filesAt(asker, createdAt, `archive of audit ${id}`, mostEvidence);
    const files = new Map<string, Uint8Array>([
      ['audit.json', Buffer.from(result)],
      ['report.pdf', pdf],
      ['log.ndjson', await this.wholeLog(asker)],
      ['evidence.json', Buffer.from(`${JSON.stringify(documents.map(({ item }) => item), null, 2)}\n`)],
      ...documents.map(({ item, bytes }): [string, Uint8Array] => [`evidence/${item.id}-${item.fileName}`, bytes]),
    ]);
    const sums = [...files].map(([name, bytes]) => `${sha256Of(bytes)}  ${name}\n`).join('');
    const entries: Zippable = {};
    for (const [name, bytes] of [...files, ['SHA256SUMS', Buffer.from(sums)] as const]) entries[name] = [bytes, { mtime: fileTime }];
    return zipSync(entries, { level: 6 });
  }

  private async wholeLog(asker: Principal): Promise<Uint8Array> {
    const lines: string[] = [];
    for (let after = 0; ; ) {
      const { entries } = await this.log.read(asker, after, logAtOnce);
      const last = entries.at(-1);
      if (last === undefined) return Buffer.from(lines.join(''));
      lines.push(...entries.map((entry) => `${JSON.stringify(entry)}\n`));
      after = last.sequence;
    }
  }
}
