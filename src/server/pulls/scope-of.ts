import { type PullConnection } from '../platform/config/pull-connection.js';

/** What a connection limits a pull to: the settings of its system, without those of the way there. */
export function scopeOf(connection: PullConnection): Readonly<Record<string, unknown>> {
  switch (connection.system) {
    case 'mlflow':
      return { versions: connection.versions, ...(connection.models === undefined ? {} : { models: connection.models }) };
    case 'kubernetes':
      return connection.namespaces === undefined ? {} : { namespaces: connection.namespaces };
    case 'litellm':
      return {};
    case 'hugging-face':
      return { ...(connection.owners === undefined ? {} : { owners: connection.owners }), ...(connection.models === undefined ? {} : { models: connection.models }) };
  }
}
