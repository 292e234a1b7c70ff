import { type OptionConstraints } from '../core/decision/record/constraints-from-audit.js';
import { decide } from '../core/decision/record/decide.js';
import { decideCase, type DecideCase } from '../core/decision/record/decide-case.js';
import { type DecisionInputs } from '../core/decision/record/decision-inputs.js';
import { joinConstraints, newOutcomes } from '../core/decision/record/join-constraints.js';
import { openQuestions } from '../core/decision/record/open-questions.js';
import { writeMadr } from '../core/decision/record/write-madr.js';
import { type Problem } from '../core/inventory/problem.js';
import { type ParsedDocument } from '../importers/parsed-document.js';
import { refusal, type CommandOutput, type ReadBytes } from './command-output.js';
import { decisionText } from './decision-text.js';
import { printable } from './printable.js';
import { readDocument } from './read-document.js';

export interface DecideOptions {
  readonly path: string;
  readonly format: 'text' | 'json' | 'markdown';
  /** Name and version printed into the record. */
  readonly engine: string;
  /** Show the scores of inputs nobody approved, marked as no record. */
  readonly whatIf: boolean;
  /** Outcomes of policy packs run on the options, by option id; they join those written in the case and are hashed with it. */
  readonly constraints?: OptionConstraints;
  /** The same, worked out from the inventory that describes the options as alternatives of their deployment. */
  readonly constraintsOf?: (given: DecideCase) => Promise<OptionConstraints>;
}

export const decideHelp = `
Example:
  $ domicile decide --init case.yaml --template status-quo closed-api-in-region hybrid
  $ domicile decide case.yaml --inventory domicile.yaml
  $ domicile decide examples/decisions/open-wins.yaml
  --init writes a case that asks for everything it does not know, over all templates or those named. It runs as it is.
  Without an approval in the case no score is shown: the command prints the hash of the inputs, to be approved as
    approval: { approvedBy: [A. Person], approvedOn: 2026-11-23, inputHash: <hash> }
  --what-if shows the scores of unapproved inputs; the result is marked and is no record.
`;

/** Why an approval no longer holds: what the packs say and the approved case does not. */
function unapproved(given: DecideCase, found: OptionConstraints, { path }: DecideOptions, placeOf: ParsedDocument['placeOf']): readonly Problem[] {
  if (given.approval === undefined) return [];
  return given.options.flatMap((option, index) =>
    newOutcomes(option, found).map(({ rule, verdict, because }): Problem => ({ file: path, ...placeOf(['options', index]), code: 'not-approved', message: `the packs say of ${option.id} that ${rule} is ${verdict} (${because}), and the approved inputs do not; write it under constraints and have the inputs approved anew` })),
  );
}

function awaiting(given: DecideCase, hash: string, { path, format }: DecideOptions, placeOf: ParsedDocument['placeOf']): string {
  const toFillIn = openQuestions(given).map(({ at, where, asks }) => ({ line: placeOf(at).line, where, asks }));
  const unasked = given.options.flatMap(({ id, constraints }) => (constraints.length === 0 ? [id] : []));
  if (format === 'json') {
    const inputs: DecisionInputs = { schema: 'domicile/decision-inputs/1', status: 'awaiting-approval', id: given.id, title: given.title, inputHash: `sha256:${hash}`, toFillIn, noRuleAsked: unasked, inputs: given };
    return `${JSON.stringify(inputs, null, 2)}\n`;
  }
  const counts = `${given.options.length} options, ${given.criteria.length} criteria, weights by ${given.weighting.method}`;
  const blocks = [
    given.title,
    `The inputs await approval (${counts}); no score is shown before.`,
    ...(unasked.length === 0 ? [] : [`No rule was asked of ${unasked.join(', ')}: unknown, and so not admissible. Run the policy packs with --inventory <path>, or write the outcomes under constraints.`]),
    ...(toFillIn.length === 0 ? [] : [`Fill in first (${toFillIn.length}); a figure that nobody has stays null, with the reason as its source\n${toFillIn.map(({ line, where, asks }) => `  ${path}:${line}: ${where}: ${asks}`).join('\n')}`]),
    ...(toFillIn.length > 0 ? [] : [`Approve them by adding to the case:\n  approval: { approvedBy: [<name>], approvedOn: <date>, inputHash: ${hash} }`]),
  ];
  return printable(`${blocks.join('\n\n')}\n`);
}

/** `domicile decide`: the whole decision record of a case. Exit code 0 when it was composed or awaits approval, 2 when it could not be. */
export async function decideCommand(options: DecideOptions, read: ReadBytes): Promise<CommandOutput> {
  const document = await readDocument(options.path, read, decideCase);
  if ('problems' in document) return refusal(document.problems);
  const asked = (await options.constraintsOf?.(document.value)) ?? {};
  const found: OptionConstraints = { ...options.constraints, ...asked };
  const given = joinConstraints(document.value, found);
  const decision = decide(given, { engine: options.engine, whatIf: options.whatIf });
  switch (decision.kind) {
    case 'refused':
      return refusal([...decision.problems.map(({ at, message }) => ({ file: options.path, ...document.placeOf(at), code: 'decision-refused', message })), ...unapproved(document.value, found, options, document.placeOf)]);
    case 'awaiting-approval':
      return { stdout: awaiting(given, decision.inputHash, options, document.placeOf), stderr: '', exitCode: 0 };
    case 'decided':
      return { stdout: { text: () => decisionText(decision.record), json: () => `${JSON.stringify(decision.record, null, 2)}\n`, markdown: () => writeMadr(decision.record) }[options.format](), stderr: '', exitCode: 0 };
  }
}
