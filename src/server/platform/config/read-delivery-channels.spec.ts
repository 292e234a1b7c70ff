import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { readDeliveryChannels } from './read-delivery-channels.js';

const folder = mkdtempSync(join(tmpdir(), 'delivery-settings-'));
const file = join(folder, 'delivery.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (text: string, environment: Record<string, string> = {}): ReturnType<typeof readDeliveryChannels> => {
  writeFileSync(file, text);
  return readDeliveryChannels(file, environment);
};

it('shows no secret wherever the channels are written', async () => {
  const channels = await read("email: { host: mail.example.org, credential: { user: x, password: { env: P } }, from: a@example.org }\nwebhooks: [{ name: slack, url: { env: U }, form: slack, secret: { env: S } }]\n", { P: 'first-secret', U: 'https://hooks.example.org/second-secret', S: 'third-secret' });
  for (const text of [JSON.stringify(channels), inspect(channels, { depth: 9 })]) expect(text).not.toMatch(/(first|second|third)-secret/);
  expect(await channels.webhooks[0]?.url.reveal()).toContain('second-secret');
});

it.each([
  ['a password in the file', 'email: { host: h, credential: { user: x, password: plain }, from: a@example.org }', 'password'],
  ['a variable that is not set', 'email: { host: h, credential: { user: x, password: { env: NOT_SET } }, from: a@example.org }', 'NOT_SET'],
  ['no encryption over a network', 'email: { host: mail.example.org, security: none, from: a@example.org }', 'security'],
  ['a plain web address', "webhooks: [{ name: a, url: 'http://hooks.example.org' }]", 'not encrypted'],
  ['two of a name', "webhooks: [{ name: a, url: 'https://a.example' }, { name: a, url: 'https://b.example' }]", 'twice'],
  ['a folder that is not there', 'folders: [{ name: a, path: nowhere }]', 'nowhere'],
  ['a sender with a line break', 'email: { host: h, from: "a@example.org\\nBcc: b@example.org" }', 'sender'],
  ['an unknown field', 'mail: {}', 'mail'],
  ['nothing', '', 'empty'],
])('refuses %s', async (_what, text, named) => {
  await expect(read(text)).rejects.toMatchObject({ complaints: [expect.stringContaining(named)] });
});
