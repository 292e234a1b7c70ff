import { type PullConnection } from '../platform/config/pull-connection.js';
import { type Pulled } from './pull-source.js';
import { type RemoteFetch } from './remote.js';
import { huggingFaceSource } from './systems/hugging-face.js';
import { kubernetesSource } from './systems/kubernetes.js';
import { litellmSource } from './systems/litellm.js';
import { mlflowSource } from './systems/mlflow.js';

/** What a connection's system gives; a new system is a file in `systems`, a line here and one in the schema of connections. */
export function sourceOf(connection: PullConnection, fetch: RemoteFetch): AsyncIterable<Pulled> {
  switch (connection.system) {
    case 'mlflow':
      return mlflowSource(connection, fetch);
    case 'kubernetes':
      return kubernetesSource(connection, fetch);
    case 'litellm':
      return litellmSource(connection, fetch);
    case 'hugging-face':
      return huggingFaceSource(connection, fetch);
  }
}
