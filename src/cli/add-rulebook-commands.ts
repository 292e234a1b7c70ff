import { type Command, Option } from 'commander';
import { bundledFolder } from '../files/bundled-folder.js';
import { type CommandContext } from './command-context.js';
import { type FactsOptions } from './facts-command.js';
import { instantArgument } from './instant-argument.js';

type Format = 'text' | 'json';
const format = (): Option => new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');

/** `pack` and `facts`: the rules and the dated facts they lean on. */
export function addRulebookCommands(domicile: Command, context: CommandContext): void {
  addPackCommands(domicile.command('pack').description('policy packs: list, lint, test, explain'), context);
  addFactsCommands(domicile.command('facts').description('the dated reference facts: list, show, stale'), context);
}

function addPackCommands(pack: Command, { finish }: CommandContext): void {
  pack.command('list').description('the shipped packs').addOption(format()).action(async (flags: { format: Format }) => finish(await (await import('./pack-command.js')).listPacks(flags.format)));
  pack.command('lint [pack...]').description('everything wrong with packs, at file, line and column').addOption(format()).action(async (packs: string[], flags: { format: Format }) => finish(await (await import('./pack-command.js')).lintPacks(packs, flags.format)));
  pack.command('test [pack...]').description('inline tests, coverage of conditions, mutation').addOption(format()).action(async (packs: string[], flags: { format: Format }) => finish(await (await import('./pack-command.js')).testPacks(packs, flags.format)));
  pack.command('explain <rule>').description('what a rule asks, reads and is there for').addOption(format()).action(async (rule: string, flags: { format: Format }) => finish(await (await import('./pack-explain.js')).explainRule(rule, flags.format)));
}

function addFactsCommands(facts: Command, { finish, now }: CommandContext): void {
  const run = async (options: FactsOptions, overlays: readonly string[]): Promise<void> => {
    const { runFacts } = await import('./run-facts.js');
    finish(await runFacts(bundledFolder('dist/policies/reference'), options, overlays));
  };
  const flagged = (command: Command): Command =>
    command
      .addOption(format())
      .option('--as-of <instant>', 'instant the facts are judged at', instantArgument, now)
      .option('--overlay <path>', "an organisation's own facts; repeatable", (value: string, before: readonly string[]) => [...before, value], []);
  interface Flags {
    readonly format: Format;
    readonly asOf: string;
    readonly overlay: readonly string[];
  }
  flagged(facts.command('list [kind]').description('kinds of facts, or the facts of a kind')).action((kind: string | undefined, { overlay, ...flags }: Flags) => run({ action: 'list', kind, ...flags }, overlay));
  flagged(facts.command('show <name>').description('facts by id, tag, repository or host')).action((name: string, { overlay, ...flags }: Flags) => run({ action: 'show', name, ...flags }, overlay));
  flagged(facts.command('stale').description('facts past their review date')).action(({ overlay, ...flags }: Flags) => run({ action: 'stale', ...flags }, overlay));
}
