import { dirname, resolve } from 'node:path';
import { certificatesIn } from './certificates-in.js';
import { ConfigurationError } from './configuration-error.js';
import { pullConnections, type ConfiguredPull, type PullConnection, type PullCredential } from './pull-connection.js';
import { readSettingsFile } from './read-settings-file.js';
import { secretOf, type Environment } from './secret-source.js';

const setting = 'DOMICILE_PULLS';

/** Reads the connections file and makes sure that every secret and certificate it names is there. @throws ConfigurationError with every complaint; none holds a secret */
export async function readPullConnections(path: string, environment: Environment): Promise<readonly ConfiguredPull[]> {
  const { connections } = await readSettingsFile({ setting, path, schema: pullConnections, least: 'connections: []' });
  const twice = connections.filter(({ name }, index) => connections.findIndex((other) => other.name === name) !== index);
  const complaints = twice.map(({ name }) => `${setting}: ${path}: two connections are called '${name}'; give each a name of its own`);
  const ready: ConfiguredPull[] = [];
  for (const connection of connections) {
    try {
      ready.push(await configured(connection, path, environment));
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      complaints.push(...error.complaints.map((complaint) => `${setting}: ${path}: '${connection.name}' ${complaint}`));
    }
  }
  if (complaints.length > 0) throw new ConfigurationError(complaints);
  return ready;
}

async function configured(connection: PullConnection, path: string, environment: Environment): Promise<ConfiguredPull> {
  const credential = credentialOf(connection, dirname(path), environment);
  const secret = credential === undefined ? undefined : 'token' in credential ? credential.token : credential.password;
  await secret?.reveal();
  const ca = connection.ca === undefined ? undefined : await certificatesIn(resolve(dirname(path), connection.ca), connection.ca);
  return { connection, credential, ca };
}

function credentialOf({ credential }: PullConnection, folder: string, environment: Environment): PullCredential | undefined {
  if (credential === undefined) return undefined;
  return 'token' in credential ? { token: secretOf(credential.token, folder, environment) } : { user: credential.user, password: secretOf(credential.password, folder, environment) };
}
