import { type Command, Option } from 'commander';
import { severities, type Severity } from '../core/policy/severity.js';
import { type AuditOptions } from './audit-inputs.js';
import { collectValues } from './collect-values.js';
import { addWeightsFlags, givenWeights, type WeightsFlags } from './given-weights.js';
import { instantArgument } from './instant-argument.js';

export interface AuditFlags extends WeightsFlags {
  readonly pack: readonly string[];
  readonly waivers: readonly string[];
  readonly asOf: string;
  readonly code?: readonly string[];
  readonly baseline?: string;
  readonly base?: string;
  readonly failOn: Severity;
  readonly onUnknown: 'fail' | 'warn';
  readonly newOnly: boolean;
  readonly only?: readonly string[];
}

/** The options of everything that audits. `now` is the instant judged at where none is given; absent: there is no such option. */
export function addAuditFlags(command: Command, now?: string): Command {
  if (now !== undefined) command.option('--as-of <instant>', 'instant the audit judges at', instantArgument, now);
  return addWeightsFlags(command)
    .option('--pack <id or path>', 'policy pack to audit against; repeatable; absent: those of domicile.yaml, else the recommended set', collectValues, [])
    .option('--waivers <path>', 'file of waivers; repeatable', collectValues, [])
    .option('--code <path...>', 'look through source code and configuration, and compare what they call with what is declared')
    .option('--baseline <result.json>', 'earlier result to compare with')
    .option('--base <git ref>', 'git revision to compare with: new findings, egress and licence changes')
    .addOption(new Option('--fail-on <severity>', 'lightest severity that blocks').choices(severities).default('high'))
    .addOption(new Option('--on-unknown <what>', 'whether an undecided rule of that severity blocks').choices(['fail', 'warn']).default('fail'))
    .option('--new-only', 'only findings that the baseline does not have block', false);
}

/** The option of what can be done for a part. */
export function addPartFlag(command: Command): Command {
  return command.option('--only <part>', 'audit only this subject, such as deployment/claims-triage, or the deployments that state this, such as environment=production; repeatable', collectValues);
}

export function auditOptionsOf(paths: readonly string[], { pack, waivers, asOf, code, baseline, base, failOn, onUnknown, newOnly, only, ...weights }: AuditFlags): AuditOptions {
  return { paths, packs: pack, waivers, asOf, gate: { failOn, onUnknown, newOnly }, ...givenWeights(weights), ...(code === undefined ? {} : { code }), ...(only === undefined ? {} : { only }), ...(baseline === undefined ? {} : { baseline }), ...(base === undefined ? {} : { base }) };
}
