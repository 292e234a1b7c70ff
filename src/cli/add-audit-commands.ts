import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { addAuditFlags, addPartFlag, type AuditFlags, auditOptionsOf } from './audit-flags.js';
import { collectValues } from './collect-values.js';
import { type CommandContext } from './command-context.js';
import { addWeightsFlags, givenWeights, type WeightsFlags } from './given-weights.js';
import { instantArgument } from './instant-argument.js';
import { serverArgument } from './server-argument.js';
import { manifestPaths } from './manifest-paths.js';

interface OutputFlags {
  readonly format: readonly string[];
  readonly output: readonly string[];
  readonly table?: string;
}

/** `check`, `shock`, `seal`, `scan` and `init`. */
export function addAuditCommands(domicile: Command, context: CommandContext): void {
  addPartFlag(addAuditFlags(domicile.command('check [path...]').description('audit, print, and exit 0, 1, 2 or 3: the gate for CI'), context.now))
    .option('--format <format>', 'text, json, sarif, oscal, junit, markdown, github, gitlab, in-toto, csv, xlsx or pdf; repeatable, paired with --output', collectValues, [])
    .option('--output <file>', 'where to write the format at the same place, for CSV a folder; repeatable', collectValues, [])
    .option('--table <name>', 'only this table of csv or xlsx')
    .option('--server <url>', 'let this server check, with its packs and facts, and keep the audit; asks with DOMICILE_API_KEY', serverArgument)
    .action(async (paths: string[], flags: AuditFlags & OutputFlags & { readonly server?: string }) => {
      const { check } = await import('./check-command.js');
      context.finish(await check({ ...auditOptionsOf(manifestPaths(paths, flags.code), flags), ...outputOptions(flags), colour: context.colour, ...(flags.server === undefined ? {} : { server: { url: flags.server, environment: process.env } }) }));
    });
  addAuditFlags(domicile.command('shock <scenario> <path...>').description('what breaks if a fact changes, and what has a fallback'), context.now)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'markdown']).default('text'))
    .action(async (scenario: string, paths: string[], flags: AuditFlags & { format: 'text' | 'json' | 'markdown' }) => {
      const { shockCommand } = await import('./shock-command.js');
      context.finish(await shockCommand({ ...auditOptionsOf(paths, flags), scenario, format: flags.format }, readFile));
    });
  domicile
    .command('seal <path...>')
    .description('levels of the EU Cloud Sovereignty Framework, as ranges')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'markdown']).default('text'))
    .option('--as-of <instant>', 'instant the levels are judged at', instantArgument, context.now)
    .option('--minimum <level>', 'level every objective must reach, such as 2, or one of them, such as SOV-2=3; repeatable', collectValues, [])
    .option('--deployment <id>', 'this deployment only')
    .action(async (paths: string[], flags: { format: 'text' | 'json' | 'markdown'; asOf: string; minimum: readonly string[]; deployment?: string }) => {
      const { sealCommand } = await import('./seal-command.js');
      context.finish(await sealCommand({ paths, ...flags }));
    });
  addWeightsFlags(domicile.command('scan [path...]').description('import files and folders and print the inventory'))
    .option('--code <path...>', 'look through source code and configuration, and list what they call')
    .option('--lineage', 'draw what models were made from, as text, dot or svg', false)
    .option('--format <format>', 'text, json, cyclonedx, cyclonedx-1.7, dora-csv, csv or xlsx; repeatable, paired with --output', collectValues, [])
    .option('--output <file>', 'where to write the format at the same place, for CSV a folder; repeatable', collectValues, [])
    .option('--table <name>', 'only this table of csv or xlsx')
    .option('--as-of <instant>', 'instant of the inventory', instantArgument, context.now)
    .action(async (paths: string[], flags: OutputFlags & WeightsFlags & { code?: readonly string[]; asOf: string; lineage: boolean }) => {
      const draw = flags.lineage ? (await import('./scan-lineage.js')).scanLineage : (await import('./scan-command.js')).scan;
      context.finish(await draw({ paths: manifestPaths(paths, flags.code), ...(flags.code === undefined ? {} : { code: flags.code }), ...givenWeights(flags), ...outputOptions(flags), asOf: flags.asOf }));
    });
  domicile
    .command('init [dir]')
    .description('write a draft domicile.yaml from what a folder holds')
    .option('--force', 'replace a domicile.yaml that is there', false)
    .action(async (folder: string | undefined, { force }: { force: boolean }) => {
      const { init } = await import('./init-command.js');
      context.finish(await init({ folder: folder ?? '.', force, today: context.now.slice(0, 10) }));
    });
}

function outputOptions({ format, output, table }: OutputFlags): { readonly formats: readonly string[]; readonly outputs: readonly string[]; readonly table?: string } {
  return { formats: format, outputs: output, ...(table === undefined ? {} : { table }) };
}
