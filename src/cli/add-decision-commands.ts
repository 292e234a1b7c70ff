import { type Command, Option } from 'commander';
import { engineName } from '../core/audit/engine-name.js';
import { optionTemplateId, type OptionTemplateId } from '../core/decision/record/option-template.js';
import { bundledFolder } from '../files/bundled-folder.js';
import { type CommandContext } from './command-context.js';
import { instantArgument } from './instant-argument.js';
import { readFileOrStdin } from './read-file-or-stdin.js';
import { UsageError } from './usage-error.js';

type Format = 'text' | 'json';
const format = (choices: readonly string[] = ['text', 'json']): Option => new Option('--format <format>', 'how to print').choices(choices).default('text');

/** `openness`, `size`, `cost` and `decide`: open or closed, with reasons. */
export function addDecisionCommands(domicile: Command, { finish, now }: CommandContext): void {
  domicile
    .command('openness <record.yaml...>')
    .description('Model Openness Framework class, OSAID, evidence per component')
    .addOption(format())
    .option('--as-of <instant>', 'instant the age of records is counted to', instantArgument, now)
    .action(async (paths: string[], flags: { format: Format; asOf: string }) => {
      const { opennessCommand } = await import('./openness-command.js');
      finish(await opennessCommand({ paths, ...flags, referenceFolder: bundledFolder('policies/reference') }, readFileOrStdin));
    });
  domicile
    .command('size <case.yaml>')
    .description('memory fit, throughput bounds, capacity')
    .addOption(format())
    .action(async (path: string, flags: { format: Format }) => {
      const { sizeCommand } = await import('./size-command.js');
      finish(await sizeCommand({ path, ...flags, referenceFolder: bundledFolder('policies/reference') }, readFileOrStdin));
    });
  domicile
    .command('cost <case.yaml>')
    .description('total cost, break-even, shocks')
    .addOption(format())
    .action(async (path: string, flags: { format: Format }) => {
      const { costCommand } = await import('./cost-command.js');
      finish(await costCommand({ path, ...flags, engine: engineName }, readFileOrStdin));
    });
  domicile
    .command('decide <case.yaml>')
    .description('the whole decision record')
    .addOption(format(['text', 'json', 'markdown']))
    .option('--what-if', 'show scores of inputs nobody approved; the result is no record', false)
    .option('--inventory <path...>', 'run the policy packs on the options that this inventory describes')
    .option('--init', 'write a draft of the case, which asks for what it does not know', false)
    .addOption(new Option('--template <id...>', 'options that --init drafts; all where none is named').choices(optionTemplateId.options))
    .action(async (path: string, { inventory, init, template, ...flags }: { format: Format | 'markdown'; whatIf: boolean; inventory?: string[]; init: boolean; template?: OptionTemplateId[] }) => {
      if (template !== undefined && !init) throw new UsageError('--template says what --init drafts; add --init');
      if (init) {
        const { decideInitCommand } = await import('./decide-init-command.js');
        return finish(await decideInitCommand({ path, templates: template ?? [], today: now.slice(0, 10) }));
      }
      const { decideCommand } = await import('./decide-command.js');
      const { inventoryConstraints } = await import('./inventory-constraints.js');
      finish(await decideCommand({ path, ...flags, engine: engineName, ...(inventory === undefined ? {} : { constraintsOf: (given) => inventoryConstraints(inventory, [], given) }) }, readFileOrStdin));
    });
}
