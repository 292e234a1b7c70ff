import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { type Principal } from '../platform/authorization/principal.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';

type Counts = Readonly<Record<string, number>>;

/** An audit of the whole register on other reference facts than the one before, that came to something else. */
export interface FactsShock {
  readonly audit: string;
  readonly before: string;
  readonly was: string;
  readonly is: string;
  /** Outcomes whose number is another, with both. */
  readonly outcomes: readonly { readonly outcome: string; readonly was: number; readonly is: number }[];
  /** What else was another, so that it may be the cause as well. */
  readonly beside: readonly ('register' | 'packs' | 'engine')[];
}

interface Row {
  readonly audit: string;
  readonly before: string;
  readonly was: string;
  readonly is: string;
  readonly counted: Counts;
  readonly counts: Counts;
  readonly revisions: boolean;
  readonly packs: boolean;
  readonly engine: boolean;
}

/** What changes of the reference facts did to the register, as audits show it. */
@Injectable()
export class FactsShocksService {
  constructor(private readonly scope: OrganisationScope) {}

  /** Audits as of their own day are compared, each with the one before it: one that looks at the past tells nothing of the facts of now. */
  async since({ organisationId }: Principal, since: Date | undefined): Promise<readonly FactsShock[]> {
    const present = (alias: string): string => `${alias}.register_revision IS NOT NULL AND ${alias}.part IS NULL AND ${alias}.as_of > ${alias}.created_at - interval '1 day'`;
    const rows: Row[] = await this.scope.run(organisationId, (manager) =>
      manager.query(
        `SELECT a.id AS audit, b.id AS before, b.conclusion AS was, a.conclusion AS is, b.counts AS counted, a.counts, a.register_revision <> b.register_revision AS revisions, a.pack_digests <> b.pack_digests AS packs, a.engine <> b.engine AS engine
         FROM audits a CROSS JOIN LATERAL (SELECT * FROM audits b WHERE b.organisation_id = a.organisation_id AND b.id < a.id AND ${present('b')} ORDER BY b.id DESC LIMIT 1) b
         WHERE a.organisation_id = $1 AND ${present('a')} AND ($2::timestamptz IS NULL OR a.created_at > $2) AND a.facts_digest <> b.facts_digest AND (a.conclusion <> b.conclusion OR a.counts <> b.counts) ORDER BY a.id`,
        [organisationId, since ?? null],
      ),
    );
    return rows.map(({ audit, before, was, is, counted, counts, revisions, packs, engine }) => ({
      audit,
      before,
      was,
      is,
      outcomes: Object.keys({ ...counted, ...counts }).map((outcome) => ({ outcome, was: counted[outcome] ?? 0, is: counts[outcome] ?? 0 })).filter((each) => canonicalJson(each.was) !== canonicalJson(each.is)),
      beside: [...(revisions ? (['register'] as const) : []), ...(packs ? (['packs'] as const) : []), ...(engine ? (['engine'] as const) : [])],
    }));
  }
}
