import { type EntityManager } from 'typeorm';

/** Keeps bytes once under their digest, and holds them until the transaction ends, so that nothing deletes them before whatever names them is stored. */
export async function keepContent(manager: EntityManager, table: 'register_contents' | 'pulled_contents', organisationId: string, sha256: string, content: Uint8Array): Promise<void> {
  for (let held: unknown[] = []; held.length === 0; ) {
    await manager.query(`INSERT INTO ${table} (organisation_id, sha256, content) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [organisationId, sha256, content]);
    held = await manager.query(`SELECT 1 FROM ${table} WHERE organisation_id = $1 AND sha256 = $2 FOR KEY SHARE`, [organisationId, sha256]);
  }
}
