import { byCodeUnit } from '../core/inventory/by-code-unit.js';
import { nearestName } from '../core/inventory/nearest-name.js';
import { factState } from '../core/reference/fact-state.js';
import { factsOfKind, type FactKind } from '../core/reference/facts-of-kind.js';
import { findFacts, type FoundFact } from '../core/reference/find-facts.js';
import { type ReferenceFacts } from '../core/reference/reference-facts.js';
import { reviewDay } from '../core/reference/review-day.js';
import { staleFacts } from '../core/reference/stale-facts.js';
import { refusal, type CommandOutput } from './command-output.js';
import { factText } from './fact-text.js';

export type FactsOptions = (
  | { readonly action: 'list'; readonly kind?: string | undefined }
  | { readonly action: 'show'; readonly name: string }
  | { readonly action: 'stale' }
) & {
  readonly format: 'text' | 'json';
  /** ISO 8601 instant, or a day in UTC, at which the facts are judged. */
  readonly asOf: string;
};

export const factsHelp = `
Examples:
  $ domicile facts list                  kinds and how many of each
  $ domicile facts list licence          every licence with its state
  $ domicile facts show llama2           a hub tag, hub repository, endpoint, citation or id
  $ domicile facts stale --as-of 2027-06-01
`;

/** `domicile facts list|show|stale`: exit code 0, or 2 where the kind or name asked for does not exist. */
export function factsCommand(options: FactsOptions, reference: ReferenceFacts): CommandOutput {
  switch (options.action) {
    case 'list':
      return options.kind === undefined ? listKinds(options, reference) : listKind(options.kind, options, reference);
    case 'show':
      return show(options.name, options, reference);
    case 'stale':
      return stale(options, reference);
  }
}

function listKinds(options: FactsOptions, reference: ReferenceFacts): CommandOutput {
  const kinds = kindsOf().map((kind) => {
    const records = factsOfKind[kind](reference.data);
    const states = records.map((record) => factState(record, options.asOf, reference.data.review));
    const count = (state: string) => states.filter((found) => found === state).length;
    return { kind, records: records.length, unverified: count('unverified'), stale: count('stale'), overlaid: records.filter(({ overlay }) => overlay !== undefined).length };
  });
  if (options.format === 'json') return json({ schema: 'domicile/facts-kinds/1', asOf: options.asOf, digest: `sha256:${reference.digest}`, overlays: reference.overlays, kinds });
  const rows = kinds.map(({ kind, records, unverified, stale: due, overlaid }) => `${kind.padEnd(14)} ${String(records).padStart(5)}  ${unverified} unverified, ${due} stale${overlaid === 0 ? '' : `, ${overlaid} from overlays`}`);
  return text([...rows, '', `as of ${options.asOf} · sha256:${reference.digest}${reference.overlays.length === 0 ? '' : ` · overlays: ${reference.overlays.join(', ')}`}`]);
}

function listKind(kind: string, options: FactsOptions, reference: ReferenceFacts): CommandOutput {
  const wanted = kindsOf().find((known) => known === kind || `${known}s` === kind || (known === 'notice-policy' && kind === 'notice-policies'));
  if (wanted === undefined) return refusal([{ file: 'domicile facts list', code: 'unknown-kind', message: `there is no kind of fact '${kind}'; write one of ${kindsOf().join(', ')}` }]);
  const facts = [...factsOfKind[wanted](reference.data)]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .map((record) => ({
      fact: `${wanted}/${record.id}`,
      id: record.id,
      name: nameOf(record),
      asOf: record.asOf,
      confidence: record.confidence,
      reviewBy: reviewDay(record, reference.data.review),
      state: factState(record, options.asOf, reference.data.review),
      overlay: record.overlay,
    }));
  if (options.format === 'json') return json({ schema: 'domicile/facts-list/1', kind: wanted, asOf: options.asOf, digest: `sha256:${reference.digest}`, facts });
  const width = Math.min(52, Math.max(...facts.map(({ id }) => id.length), 0));
  return text(facts.map(({ id, name, state, reviewBy, overlay }) => `${id.padEnd(width)}  ${state.padEnd(10)}  review by ${reviewBy}  ${name ?? ''}${overlay === undefined ? '' : ` [overlay ${overlay}]`}`.trimEnd()));
}

function show(name: string, options: FactsOptions, reference: ReferenceFacts): CommandOutput {
  const found = findFacts(reference, name);
  if (found.length === 0) {
    const near = nearestName(name, kindsOf().flatMap((kind) => factsOfKind[kind](reference.data).map(({ id }) => id)));
    const remedy = near === undefined ? "write an id from 'domicile facts list <kind>'" : `did you mean '${near}'?`;
    return refusal([{ file: 'domicile facts show', code: 'unknown-fact', message: `the facts hold no record named '${name}'; ${remedy}` }]);
  }
  const facts = found.map(({ fact, record }) => ({ fact, state: factState(record, options.asOf, reference.data.review), reviewBy: reviewDay(record, reference.data.review), record }));
  if (options.format === 'json') return json({ schema: 'domicile/facts/1', asOf: options.asOf, digest: `sha256:${reference.digest}`, facts });
  return text(facts.map((shown) => factText(shown)).flatMap((block, index) => (index === 0 ? [block] : ['', block])));
}

function stale(options: FactsOptions, reference: ReferenceFacts): CommandOutput {
  const due = staleFacts(reference, options.asOf);
  if (options.format === 'json') {
    const facts = due.map(({ fact, reviewBy, daysOverdue, record }) => ({ fact, reviewBy, daysOverdue, asOf: record.asOf, confidence: record.confidence, overlay: record.overlay }));
    return json({ schema: 'domicile/facts-stale/1', asOf: options.asOf, digest: `sha256:${reference.digest}`, facts });
  }
  if (due.length === 0) return text([`no fact is due for review as of ${options.asOf}`]);
  return text([...due.map(({ fact, reviewBy, daysOverdue }) => `${fact}  review was due ${reviewBy}, ${daysOverdue} ${daysOverdue === 1 ? 'day' : 'days'} ago`), '', `${due.length} due for review as of ${options.asOf}`]);
}

function kindsOf(): readonly FactKind[] {
  return Object.keys(factsOfKind) as FactKind[];
}

function nameOf(record: FoundFact['record']): string | undefined {
  const named = ['name', 'requirement', 'status', 'promise', 'developer'].map((field) => (record as unknown as Readonly<Record<string, unknown>>)[field]).find((value) => typeof value === 'string');
  return named;
}

function json(value: object): CommandOutput {
  return { stdout: `${JSON.stringify(value, null, 2)}\n`, stderr: '', exitCode: 0 };
}

function text(lines: readonly string[]): CommandOutput {
  return { stdout: `${lines.join('\n')}\n`, stderr: '', exitCode: 0 };
}
