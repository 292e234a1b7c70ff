import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { inputCaps } from '../input-caps.js';
import { itemsOf } from '../items-of.js';
import { jsonDocuments } from '../json-documents.js';
import { membersOf } from '../members-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';

/** Reads OpenLineage run events, one in a JSON file, a list of them, or one on each line: the data sets a job reads and writes, as flows from the place of the data to the job. */
export const openLineageImporter: Importer = {
  id: 'open-lineage',
  title: 'OpenLineage event',
  recognises: (file) => {
    if (!/\.(json|jsonl|ndjson)$/i.test(file.path)) return false;
    const head = headOf(file, 1_048_576);
    return /"job"\s*:/.test(head) && /"(run|dataset)"\s*:/.test(head) && (/"schemaURL"\s*:\s*"https:\/\/openlineage\.io\//.test(head) || (/"producer"\s*:/.test(head) && /"eventTime"\s*:/.test(head)));
  },
  import: (file) => {
    const { documents, problems: found } = jsonDocuments(file);
    const events = documents.flatMap(eventsIn).map((document) => readEvent(file.path, document));
    const records = events.flatMap((event) => event.records);
    const remarks = events.flatMap(({ problems }) => problems);
    const [first, ...more] = remarks;
    const others: Problem[] = first === undefined || more.length < 20 ? remarks : [...remarks.slice(0, 20), { ...first, ...remarks[20], code: 'too-many', message: `${remarks.length - 20} more such remarks are left out; see to those above first`, level: 'warning' }];
    const times = [...new Set(events.flatMap(({ time }) => (time === undefined ? [] : [time])))];
    return importResult(file, 'open-lineage', records, [...found, ...others], times.length === 1 ? times[0] : undefined);
  },
};

/** The events of a list, each by itself. */
function eventsIn(document: ParsedDocument): ParsedDocument[] {
  const { value } = document;
  if (!Array.isArray(value)) return [document];
  return value.slice(0, inputCaps.jsonLines).map((event: unknown, index) => ({ value: event, placeOf: (at) => document.placeOf([index, ...at]), placeOfKey: (at) => document.placeOfKey([index, ...at]) }));
}

interface ReadEvent {
  readonly records: readonly InventoryRecord[];
  readonly problems: readonly Problem[];
  readonly time?: string;
}

function readEvent(file: string, document: ParsedDocument): ReadEvent {
  const event = membersOf(document.value);
  const job = membersOf(event['job']);
  const name = shortText(job['name']);
  if (name === undefined) return { records: [], problems: [{ file, ...document.placeOf(['job']), code: 'missing-key', message: "'job.name' is missing; write the name of the job" }] };
  const via = shortText([shortText(job['namespace']), name].filter((part) => part !== undefined).join('/')) ?? name;
  const records = (['inputs', 'outputs'] as const).flatMap((side) =>
    itemsOf(event[side]).slice(0, 1_000).flatMap((dataset, index) => {
      const { namespace, name: called } = membersOf(dataset);
      const at = [side, index];
      const full = shortText([withoutSecrets(shortText(namespace, 500)), shortText(called, 500)].filter((part) => part !== undefined).join('/'));
      const id = recordIdOf(`${via}/${side === 'inputs' ? 'reads' : 'writes'}/${shortText(called) ?? index}`);
      return full === undefined || id === undefined ? [] : [recordBuilder(document, 'dataFlow', id, at).state('/from', side === 'inputs' ? full : via, at).state('/via', via, ['job', 'name']).build()];
    }),
  );
  const time = shortText(event['eventTime']);
  return {
    records,
    problems: records.length > 0 ? [] : [{ file, ...document.placeOf(['job']), code: 'no-facts', message: `the event of '${name}' names neither inputs nor outputs; give the event that does`, level: 'warning' }],
    ...(time !== undefined && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(time) ? { time } : {}),
  };
}

/** Connection addresses can hold a password; what stands before the host is left out. */
const withoutSecrets = (address: string | undefined): string | undefined => address?.replace(/\/\/[^/@]*@/, '//');
