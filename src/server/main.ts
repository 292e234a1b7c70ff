#!/usr/bin/env node
import { Command } from 'commander';
import { backupCommand } from './backup-command.js';
import { migrateCommand } from './migrate-command.js';
import { ConfigurationError } from './platform/config/configuration-error.js';
import { readServerConfig } from './platform/config/read-server-config.js';
import { serverEnvironment, type ServerConfig } from './platform/config/server-config.js';
import { restoreCommand } from './restore-command.js';
import { serve } from './serve.js';

await program().parseAsync();

function program(): Command {
  const command = new Command('domicile-server')
    .description('The REST API on PostgreSQL. Without a command one process serves the API and works on jobs, until it is told to stop.')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .helpCommand(false)
    .addHelpText('after', `\nSettings, from the environment:\n${settings()}\n\nExit codes: 0 done, 1 refused or failed, 2 wrong arguments or settings.`)
    .action(() => configured((config) => serve(config, 'whole')));
  command
    .command('start')
    .description('Serve the API and leave jobs to workers, until it is told to stop.')
    .action(() => configured((config) => serve(config, 'api')));
  command
    .command('worker')
    .description('Work on the jobs of all servers on the same database, until it is told to stop. Of HTTP it answers /health and /metrics only.')
    .action(() => configured((config) => serve(config, 'worker')));
  command
    .command('migrate')
    .description('Bring the tables up to this version, as every start does, and end.')
    .action(() => configured(migrateCommand));
  command
    .command('backup')
    .description('Write every row of every organisation into a file, as of one instant, while the server may go on. Sessions and sign-in links are left out. The file holds personal data and password hashes: keep it as safe as the database.')
    .argument('<file>', 'a new file; - is the standard output')
    .option('--organisation <id>', 'only this one')
    .action((file: string, { organisation }: { readonly organisation?: string }) => configured((config) => backupCommand(config, file, organisation)));
  command
    .command('restore')
    .description('Take a backup back into an empty database, all of it or nothing: refused are a database with rows, a backup of a later version and one that was changed. Stop the server first; whoever was erased or revoked after the backup must be so again.')
    .argument('<file>', 'what backup wrote; - is the standard input')
    .option('--digest <sha256>', 'the digest that backup printed, kept elsewhere; without it only damage and changes of the log show')
    .action((file: string, { digest }: { readonly digest?: string }) => configured((config) => restoreCommand(config, file, digest)));
  return command;
}

function settings(): string {
  const entries = Object.entries(serverEnvironment.shape);
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries.map(([name, { description = '' }]) => `  ${name.padEnd(width)}  ${description}`).join('\n');
}

async function configured(work: (config: ServerConfig) => Promise<void>): Promise<void> {
  try {
    await work(readServerConfig(process.env));
  } catch (error) {
    const complaints = error instanceof ConfigurationError ? error.complaints : [`domicile-server: ${error instanceof Error ? error.message : String(error)}`];
    for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
    process.exitCode = error instanceof ConfigurationError ? 2 : 1;
  }
}
