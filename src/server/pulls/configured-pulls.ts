import { type ConfiguredPull } from '../platform/config/pull-connection.js';
import { DomainError } from '../platform/problem/domain-error.js';

/** The connections of this server; none where none is configured. */
export class ConfiguredPulls {
  constructor(readonly all: readonly ConfiguredPull[]) {}

  /** @throws DomainError `unknown-record` */
  get(name: string): ConfiguredPull {
    const found = this.all.find(({ connection }) => connection.name === name);
    if (found === undefined) throw new DomainError('unknown-record', `there is no connection '${name}'; list the connections, or add it to the file that DOMICILE_PULLS names`);
    return found;
  }
}
