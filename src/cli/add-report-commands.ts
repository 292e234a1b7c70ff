import { type Command, Option } from 'commander';
import { addAuditFlags, addPartFlag, type AuditFlags, auditOptionsOf } from './audit-flags.js';
import { collectValues } from './collect-values.js';
import { type CommandContext } from './command-context.js';
import { instantArgument } from './instant-argument.js';

interface ReportFlags extends AuditFlags {
  readonly output: string;
  readonly template: string;
  readonly lang: string;
  readonly deployment?: string;
  readonly about?: string;
  readonly decision: readonly string[];
  readonly shock: readonly string[];
  readonly seal: boolean;
  readonly history: readonly string[];
  readonly sign?: string;
  readonly cert?: string;
  readonly timestamp?: string;
  readonly progress: boolean;
}

interface VerifyFlags extends Omit<AuditFlags, 'asOf'> {
  readonly inputs?: readonly string[];
  readonly about?: string;
  readonly ca: readonly string[];
  readonly tsaCa: readonly string[];
  readonly asOf: string;
  readonly format: 'text' | 'json';
}

/** `report` and `verify`. */
export function addReportCommands(domicile: Command, context: CommandContext): void {
  addPartFlag(addAuditFlags(domicile.command('report <path...>').description('write the audit report as a PDF'), context.now))
    .requiredOption('-o, --output <file>', 'the PDF to write')
    .option('--template <name>', 'report template', 'full-audit')
    .option('--lang <language>', 'language of the report', 'en')
    .option('--deployment <id>', 'report on this deployment only')
    .option('--about <file.yaml>', 'title, version, classification, changes, diverging opinions, and brand: name, accent, logo')
    .option('--decision <case.yaml>', 'approved decision case to justify; repeatable', collectValues, [])
    .option('--shock <scenario>', "what breaks if a fact changes, as 'domicile shock' takes it; repeatable", collectValues, [])
    .option('--seal', 'levels of the EU Cloud Sovereignty Framework', false)
    .option('--history <result.json>', 'result of an earlier audit, for the trend; repeatable', collectValues, [])
    .option('--sign <key>', 'sign with this private key: PEM, or PKCS#12 with its certificate; passphrase in DOMICILE_SIGN_PASSPHRASE')
    .option('--cert <file>', "the signer's certificate and those above it, in PEM")
    .option('--timestamp <url>', 'time-stamping authority (RFC 3161) to ask when signing')
    .option('--no-progress', 'no progress on standard error')
    .action(async (paths: string[], flags: ReportFlags) => {
      const { report } = await import('./report-command.js');
      const { output, template, lang: language, decision: decisionCases, shock: shockScenarios, seal, history: historyFiles, deployment, about: aboutFile, sign, cert, timestamp, progress } = flags;
      const optional = { aboutFile, deployment, sign, cert, timestamp, onProgress: progress ? context.onProgress : undefined };
      context.finish(await report({ ...auditOptionsOf(paths, flags), output, template, language, decisionCases, shockScenarios, seal, historyFiles, signedAt: new Date(context.now), ...given(optional) }));
    });
  addAuditFlags(domicile.command('verify <report.pdf>').description('check the signature, the attachments and, with its inputs, the whole of a report'))
    .option('--inputs <path...>', 'what the report was made from, named as it was then: audit it again as of the same instant, print it again and compare')
    .option('--about <file.yaml>', 'with --inputs: where what the report says of itself was taken from')
    .option('--ca <file>', "certificates that the signer's must lead to, in PEM; repeatable", collectValues, [])
    .option('--tsa-ca <file>', "certificates that the time-stamping authority's must lead to; absent: those of --ca; repeatable", collectValues, [])
    .option('--as-of <instant>', 'instant at which certificates without a trusted time-stamp must be valid', instantArgument, context.now)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async (file: string, { inputs, about, ca, tsaCa, asOf, format, ...audit }: VerifyFlags) => {
      const { verify } = await import('./verify-command.js');
      context.finish(await verify({ file, ca, stampCa: tsaCa, asOf, format, ...(about === undefined ? {} : { aboutFile: about }), ...(inputs === undefined ? {} : { inputs: auditOptionsOf(inputs, { ...audit, asOf }) }) }));
    });
}

type Given<Options> = { readonly [Key in keyof Options]?: Exclude<Options[Key], undefined> };

/** The options that were given. */
function given<Options extends object>(options: Options): Given<Options> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Given<Options>;
}
