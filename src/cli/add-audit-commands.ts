import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { severities, type Severity } from '../core/policy/severity.js';
import { type AuditOptions } from './audit-inputs.js';
import { type CommandContext } from './command-context.js';
import { instantArgument } from './instant-argument.js';

interface AuditFlags {
  readonly pack: readonly string[];
  readonly waivers: readonly string[];
  readonly asOf: string;
  readonly baseline?: string;
  readonly base?: string;
  readonly failOn: Severity;
  readonly onUnknown: 'fail' | 'warn';
  readonly newOnly: boolean;
}

interface ReportFlags {
  readonly output: string;
  readonly template: string;
  readonly lang: string;
  readonly deployment?: string;
  readonly about?: string;
  readonly decision: readonly string[];
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `check`, `report`, `shock`, `seal`, `scan` and `init`. */
export function addAuditCommands(domicile: Command, context: CommandContext): void {
  auditFlags(domicile.command('check <path...>').description('audit, print, and exit 0, 1, 2 or 3: the gate for CI'), context)
    .option('--format <format>', 'text, json, sarif, oscal, junit, markdown, github or pdf; repeatable, paired with --output', collect, [])
    .option('--output <file>', 'where to write the format at the same place; repeatable', collect, [])
    .action(async (paths: string[], flags: AuditFlags & { format: readonly string[]; output: readonly string[] }) => {
      const { check } = await import('./check-command.js');
      context.finish(await check({ ...auditOptions(paths, flags), formats: flags.format, outputs: flags.output, colour: context.colour }));
    });
  auditFlags(domicile.command('report <path...>').description('write the audit report as a PDF'), context)
    .requiredOption('-o, --output <file>', 'the PDF to write')
    .option('--template <name>', 'report template', 'full-audit')
    .option('--lang <language>', 'language of the report', 'en')
    .option('--deployment <id>', 'report on this deployment only')
    .option('--about <file.yaml>', 'title, version, classification, changes, diverging opinions, and brand: name, accent, logo')
    .option('--decision <case.yaml>', 'approved decision case to justify; repeatable', collect, [])
    .action(async (paths: string[], flags: AuditFlags & ReportFlags) => {
      const { report } = await import('./report-command.js');
      const { output, template, lang: language, decision: decisionCases, deployment, about: aboutFile } = flags;
      context.finish(await report({ ...auditOptions(paths, flags), output, template, language, decisionCases, ...(aboutFile === undefined ? {} : { aboutFile }), ...(deployment === undefined ? {} : { deployment }) }));
    });
  auditFlags(domicile.command('shock <scenario> <path...>').description('what breaks if a fact changes, and what has a fallback'), context)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'markdown']).default('text'))
    .action(async (scenario: string, paths: string[], flags: AuditFlags & { format: 'text' | 'json' | 'markdown' }) => {
      const { shockCommand } = await import('./shock-command.js');
      context.finish(await shockCommand({ ...auditOptions(paths, flags), scenario, format: flags.format }, readFile));
    });
  domicile
    .command('seal <path...>')
    .description('levels of the EU Cloud Sovereignty Framework, as ranges')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'markdown']).default('text'))
    .option('--as-of <instant>', 'instant the levels are judged at', instantArgument, context.now)
    .option('--minimum <level>', 'level every objective must reach, such as 2, or one of them, such as SOV-2=3; repeatable', collect, [])
    .option('--deployment <id>', 'this deployment only')
    .action(async (paths: string[], flags: { format: 'text' | 'json' | 'markdown'; asOf: string; minimum: readonly string[]; deployment?: string }) => {
      const { sealCommand } = await import('./seal-command.js');
      context.finish(await sealCommand({ paths, ...flags }, readFile));
    });
  domicile
    .command('scan <path...>')
    .description('import files and folders and print the inventory')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--as-of <instant>', 'instant of the inventory', instantArgument, context.now)
    .action(async (paths: string[], flags: { format: 'text' | 'json'; asOf: string }) => {
      const { scan } = await import('./scan-command.js');
      context.finish(await scan({ paths, ...flags }));
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

function auditFlags(command: Command, { now }: CommandContext): Command {
  return command
    .option('--pack <id or path>', 'policy pack to audit against; repeatable; absent: those of domicile.yaml, else the recommended set', collect, [])
    .option('--waivers <path>', 'file of waivers; repeatable', collect, [])
    .option('--as-of <instant>', 'instant the audit judges at', instantArgument, now)
    .option('--baseline <result.json>', 'earlier result to compare with')
    .option('--base <git ref>', 'git revision to compare with: new findings, egress and licence changes')
    .addOption(new Option('--fail-on <severity>', 'lightest severity that blocks').choices(severities).default('high'))
    .addOption(new Option('--on-unknown <what>', 'whether an undecided rule of that severity blocks').choices(['fail', 'warn']).default('fail'))
    .option('--new-only', 'only findings that the baseline does not have block', false);
}

function auditOptions(paths: readonly string[], { pack, waivers, asOf, baseline, base, failOn, onUnknown, newOnly }: AuditFlags): AuditOptions {
  return { paths, packs: pack, waivers, asOf, gate: { failOn, onUnknown, newOnly }, ...(baseline === undefined ? {} : { baseline }), ...(base === undefined ? {} : { base }) };
}
