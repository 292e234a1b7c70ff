import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readYaml } from '../../../importers/read-yaml.js';
import { schemaProblems } from '../../../importers/schema-problems.js';
import { type Problem } from '../../../core/inventory/problem.js';
import { ConfigurationError } from './configuration-error.js';
import { pullConnections, type ConfiguredPull, type PullConnection, type PullCredential } from './pull-connection.js';
import { Secret } from './secret.js';

type Environment = Readonly<Record<string, string | undefined>>;
type SecretSource = { readonly env: string } | { readonly file: string };

const setting = 'DOMICILE_PULLS';

/** Reads the connections file and makes sure that every secret and certificate it names is there. @throws ConfigurationError with every complaint; none holds a secret */
export async function readPullConnections(path: string, environment: Environment): Promise<readonly ConfiguredPull[]> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw new ConfigurationError([`${setting}: '${path}' cannot be read; write the path of a file with connections`]);
  const { documents, problems } = readYaml(path, bytes);
  const document = documents[0];
  if (problems.length > 0 || document === undefined) throw new ConfigurationError(problems.length > 0 ? problems.map(complaintOf) : [`${setting}: '${path}' is empty; write 'connections: []' at least`]);
  const checked = pullConnections.safeParse(document.value);
  if (!checked.success) throw new ConfigurationError(schemaProblems(path, document, [], pullConnections, checked.error).map(complaintOf));
  const { connections } = checked.data;
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

function secretOf(source: SecretSource, folder: string, environment: Environment): Secret {
  const from = 'env' in source ? `the variable ${source.env}` : `the file ${source.file}`;
  return new Secret(from, async () => {
    const text = 'env' in source ? environment[source.env] : await readFile(resolve(folder, source.file), 'utf8').catch(() => undefined);
    const value = text?.trim() ?? '';
    if (value === '') throw new ConfigurationError([`takes its secret from ${from}, which is ${text === undefined ? 'not there' : 'empty'}; ${'env' in source ? 'set it' : 'write the secret into it'}`]);
    if (!/^[\x20-\x7e]{1,16384}$/.test(value)) throw new ConfigurationError([`takes its secret from ${from}, which is not one line of ASCII; write the secret alone`]);
    return value;
  });
}

async function certificatesIn(path: string, named: string): Promise<string> {
  const pem = await readFile(path, 'utf8').catch(() => undefined);
  if (pem === undefined) throw new ConfigurationError([`names the certificates '${named}', which cannot be read; write the path of a file in PEM`]);
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0 || !blocks.every(isCertificate)) throw new ConfigurationError([`names the certificates '${named}', which are not in PEM; write certificates between BEGIN and END CERTIFICATE`]);
  return blocks.join('\n');
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}

const complaintOf = ({ file, line, message }: Problem): string => `${setting}: ${file}${line === undefined ? '' : `:${line}`}: ${message}`;
