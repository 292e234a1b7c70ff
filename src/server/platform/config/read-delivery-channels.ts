import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { certificatesIn } from './certificates-in.js';
import { ConfigurationError } from './configuration-error.js';
import { deliverySettings, type DeliveryChannels } from './delivery-settings.js';
import { readSettingsFile } from './read-settings-file.js';
import { Secret } from './secret.js';
import { secretOf, type Environment, type SecretSource } from './secret-source.js';

const setting = 'DOMICILE_DELIVERY';

/** Reads the deliveries file and makes sure that every secret, certificate and folder it names is there. @throws ConfigurationError with every complaint; none holds a secret */
export async function readDeliveryChannels(path: string, environment: Environment): Promise<DeliveryChannels> {
  const { email, webhooks, folders, ...timing } = await readSettingsFile({ setting, path, schema: deliverySettings, least: 'folders: []' });
  const base = dirname(path);
  const complaints: string[] = [];
  const sound = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      complaints.push(...error.complaints.map((complaint) => `${setting}: ${path}: ${what} ${complaint}`));
      return undefined;
    }
  };
  const secret = async (source: SecretSource): Promise<Secret> => {
    const found = secretOf(source, base, environment);
    await found.reveal();
    return found;
  };
  const ca = (file: string | undefined): Promise<string | undefined> => (file === undefined ? Promise.resolve(undefined) : certificatesIn(resolve(base, file), file));
  const readyEmail = email && (await sound('email', async () => ({ ...email, ca: await ca(email.ca), credential: email.credential && { user: email.credential.user, password: await secret(email.credential.password) } })));
  const readyWebhooks = await Promise.all(
    webhooks.map((each) =>
      sound(`webhook '${each.name}'`, async () => {
        const { url: stated } = each;
        const url = typeof stated === 'string' ? new Secret('the deliveries file', () => Promise.resolve(stated)) : await secret(stated);
        if (!URL.canParse(await url.reveal())) throw new ConfigurationError(['has an address that is none; write https://hooks.example.org/…']);
        return { ...each, ca: await ca(each.ca), url, secret: each.secret && (await secret(each.secret)) };
      }),
    ),
  );
  const readyFolders = folders.map((each) => ({ ...each, path: resolve(base, each.path) }));
  for (const { name, path: place } of readyFolders)
    await access(place, constants.W_OK).catch(() => complaints.push(`${setting}: ${path}: folder '${name}' is ${place}, which is not there or cannot be written; make it, or name another`));
  if (complaints.length > 0) throw new ConfigurationError(complaints);
  return { ...timing, email: readyEmail, webhooks: readyWebhooks.filter((each) => each !== undefined), folders: readyFolders };
}
