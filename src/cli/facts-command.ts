import { byCodeUnit } from '../core/inventory/by-code-unit.js';
import { nearestName } from '../core/inventory/nearest-name.js';
import { factState } from '../core/reference/fact-state.js';
import { type FactsOutput } from '../core/reference/facts-output.js';
import { type FactList, type ListedFact } from '../core/reference/fact-list.js';
import { factLists } from '../core/reference/fact-lists.js';
import { findFacts } from '../core/reference/find-facts.js';
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

/** `domicile facts list|show|stale`: exit code 0, or 2 where the kind or name asked for does not exist. `beside` are the lists of files read apart, such as prices. */
export function factsCommand(options: FactsOptions, reference: ReferenceFacts, beside: readonly FactList[] = []): CommandOutput {
  const known: Known = { ...options, reference, lists: [...factLists(reference.data), ...beside], beside };
  switch (options.action) {
    case 'list':
      return options.kind === undefined ? listKinds(known) : listKind(options.kind, known);
    case 'show':
      return show(options.name, known);
    case 'stale':
      return stale(known);
  }
}

interface Known {
  readonly format: 'text' | 'json';
  readonly asOf: string;
  readonly reference: ReferenceFacts;
  readonly lists: readonly FactList[];
  readonly beside: readonly FactList[];
}

function listKinds({ format, asOf, reference, lists }: Known): CommandOutput {
  const kinds = lists.map(({ kind, records }) => {
    const states = records.map((record) => factState(record, asOf, reference.data.review));
    const count = (state: string) => states.filter((found) => found === state).length;
    return { kind, records: records.length, unverified: count('unverified'), stale: count('stale'), overlaid: records.filter(({ overlay }) => overlay !== undefined).length };
  });
  if (format === 'json') return json({ schema: 'domicile/facts-kinds/1', asOf, digest: `sha256:${reference.digest}`, overlays: [...reference.overlays], kinds });
  const rows = kinds.map(({ kind, records, unverified, stale: due, overlaid }) => `${kind.padEnd(20)} ${String(records).padStart(5)}  ${unverified} unverified, ${due} stale${overlaid === 0 ? '' : `, ${overlaid} from overlays`}`);
  return text([...rows, '', `as of ${asOf} · sha256:${reference.digest}${reference.overlays.length === 0 ? '' : ` · overlays: ${reference.overlays.join(', ')}`}`]);
}

function listKind(kind: string, { format, asOf, reference, lists }: Known): CommandOutput {
  const wanted = lists.find((list) => [list.kind, `${list.kind}s`, list.kind.replace(/y$/, 'ies')].includes(kind));
  if (wanted === undefined) return refusal([{ file: 'domicile facts list', code: 'unknown-kind', message: `there is no kind of fact '${kind}'; write one of ${lists.map((list) => list.kind).join(', ')}` }]);
  const facts = [...wanted.records]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .map((record) => ({
      fact: `${wanted.kind}/${record.id}`,
      id: record.id,
      name: nameOf(record),
      asOf: record.asOf,
      confidence: record.confidence,
      reviewBy: reviewDay(record, reference.data.review),
      state: factState(record, asOf, reference.data.review),
      overlay: record.overlay,
    }));
  if (format === 'json') return json({ schema: 'domicile/facts-list/1', kind: wanted.kind, asOf, digest: `sha256:${reference.digest}`, facts });
  const width = Math.min(52, Math.max(...facts.map(({ id }) => id.length), 0));
  return text(facts.map(({ id, name, state, reviewBy, overlay }) => `${id.padEnd(width)}  ${state.padEnd(10)}  review by ${reviewBy}  ${name ?? ''}${overlay === undefined ? '' : ` [overlay ${overlay}]`}`.trimEnd()));
}

function show(name: string, { format, asOf, reference, lists, beside }: Known): CommandOutput {
  const found = findFacts(reference, name, beside);
  if (found.length === 0) {
    const near = nearestName(name, lists.flatMap(({ records }) => records.map(({ id }) => id)));
    const remedy = near === undefined ? "write an id from 'domicile facts list <kind>'" : `did you mean '${near}'?`;
    return refusal([{ file: 'domicile facts show', code: 'unknown-fact', message: `the facts hold no record named '${name}'; ${remedy}` }]);
  }
  const facts = found.map(({ fact, record }) => ({ fact, state: factState(record, asOf, reference.data.review), reviewBy: reviewDay(record, reference.data.review), record }));
  if (format === 'json') return json({ schema: 'domicile/facts/1', asOf, digest: `sha256:${reference.digest}`, facts: facts.map((shown) => ({ ...shown, record: { ...shown.record } })) });
  return text(facts.map((shown) => factText(shown)).flatMap((block, index) => (index === 0 ? [block] : ['', block])));
}

function stale({ format, asOf, reference, beside }: Known): CommandOutput {
  const due = staleFacts(reference, asOf, beside);
  if (format === 'json') {
    const facts = due.map(({ fact, reviewBy, daysOverdue, record }) => ({ fact, reviewBy, daysOverdue, asOf: record.asOf, confidence: record.confidence, overlay: record.overlay }));
    return json({ schema: 'domicile/facts-stale/1', asOf, digest: `sha256:${reference.digest}`, facts });
  }
  if (due.length === 0) return text([`no fact is due for review as of ${asOf}`]);
  return text([...due.map(({ fact, reviewBy, daysOverdue }) => `${fact}  review was due ${reviewBy}, ${daysOverdue} ${daysOverdue === 1 ? 'day' : 'days'} ago`), '', `${due.length} due for review as of ${asOf}`]);
}

function nameOf(record: ListedFact): string | undefined {
  const fields: Readonly<Record<string, unknown>> = { ...record };
  return ['name', 'requirement', 'status', 'promise', 'family', 'model', 'what'].map((field) => fields[field]).find((value) => typeof value === 'string');
}

function json(value: FactsOutput): CommandOutput {
  return { stdout: `${JSON.stringify(value, null, 2)}\n`, stderr: '', exitCode: 0 };
}

function text(lines: readonly string[]): CommandOutput {
  return { stdout: `${lines.join('\n')}\n`, stderr: '', exitCode: 0 };
}
