import { type Command, Option } from 'commander';
import { type LogHead } from '../core/log/verify-log.js';
import { type CommandContext } from './command-context.js';
import { logHeadArgument } from './log-head-argument.js';

/** `log verify`. */
export function addLogCommands(domicile: Command, { finish }: CommandContext): void {
  domicile
    .command('log')
    .description('the audit log of a server: verify')
    .command('verify <export.ndjson>')
    .description('find any edit, deletion, insertion or exchange in an exported audit log')
    .option('--head <sequence:hash>', 'end that the log had once, kept elsewhere: finds entries cut off at the end', logHeadArgument)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async (file: string, flags: { readonly head?: LogHead; readonly format: 'text' | 'json' }) => {
      const { logVerify } = await import('./log-command.js');
      finish(logVerify({ file, ...flags }));
    });
}
