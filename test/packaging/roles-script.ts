import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { repository } from '../cli/run-domicile.js';

/** The statements of deploy/postgres/10-roles.sh with its variables filled in, as psql does. */
export function rolesScript(values: Readonly<Record<string, string>>): string[] {
  const script = readFileSync(join(repository, 'deploy', 'postgres', '10-roles.sh'), 'utf8');
  const [, body = ''] = /<<'SQL'\n([^]*)\nSQL\n/.exec(script) ?? [];
  return body.split(/;\n?/).filter((text) => text.trim() !== '').map((statement) => statement.replace(/:'(\w+)'/g, (_, name: string) => pg.escapeLiteral(values[name] ?? '')));
}
