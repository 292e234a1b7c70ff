import { Command, CommanderError } from 'commander';
import { config as configureSchemas } from 'zod';
import { engineName } from '../core/audit/engine-name.js';
import { addAuditCommands } from './add-audit-commands.js';
import { addDecisionCommands } from './add-decision-commands.js';
import { addLogCommands } from './add-log-commands.js';
import { addReportCommands } from './add-report-commands.js';
import { addRulebookCommands } from './add-rulebook-commands.js';
import { addWeightsCommands } from './add-weights-commands.js';
import { type CommandContext } from './command-context.js';
import { commandHelp } from './command-help.js';
import { failureLine } from './failure-line.js';

// Compiling each schema pays only for far more records than one process reads.
configureSchemas({ jitless: true });

const context: CommandContext = {
  now: new Date().toISOString(),
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  ...(process.stderr.isTTY && process.env['CI'] === undefined ? { onProgress: (line: string) => void process.stderr.write(`\r\u001b[K${line}`) } : {}),
  finish: ({ stdout, stderr, exitCode }) => {
    process.exitCode = exitCode;
    process.stderr.write(stderr);
    process.stdout.write(stdout);
  },
};

async function commandLine(args: readonly string[]): Promise<Command> {
  const domicile = new Command('domicile').description('Data-sovereignty audit of AI model deployments').version(engineName);
  addAuditCommands(domicile, context);
  addReportCommands(domicile, context);
  addRulebookCommands(domicile, context);
  addDecisionCommands(domicile, context);
  addWeightsCommands(domicile, context);
  addLogCommands(domicile, context);
  const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)];
  for (const command of everyCommand(domicile)) command.exitOverride().showHelpAfterError('(add --help for the options and an example)');
  if (args.includes('--help') || args.includes('-h') || args[0] === 'help') for (const command of domicile.commands) command.addHelpText('afterAll', (await commandHelp[command.name()]?.()) ?? '');
  return domicile;
}

async function main(): Promise<void> {
  try {
    await (await commandLine(process.argv.slice(2))).parseAsync(process.argv);
  } catch (error) {
    process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommanderError) return;
    process.stderr.write(`${failureLine(error)}\n`);
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
void main();
