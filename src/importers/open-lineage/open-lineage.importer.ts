import { type Problem } from '../../core/inventory/problem.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { readJson } from '../read-json.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';

/** Reads one OpenLineage run event: the data sets a job reads and writes, as flows from the place of the data to the job. */
export const openLineageImporter: Importer = {
  id: 'open-lineage',
  title: 'OpenLineage event',
  recognises: (file) => {
    if (!/\.json$/i.test(file.path)) return false;
    const head = headOf(file, 1_048_576);
    return /"job"\s*:/.test(head) && /"(run|dataset)"\s*:/.test(head) && (/"schemaURL"\s*:\s*"https:\/\/openlineage\.io\//.test(head) || (/"producer"\s*:/.test(head) && /"eventTime"\s*:/.test(head)));
  },
  import: (file) => {
    const { document, problems: found } = readJson(file.path, file.bytes);
    if (document === undefined) return importResult(file, 'open-lineage', [], found);
    const problems: Problem[] = [];
    const event = membersOf(document.value);
    const job = membersOf(event['job']);
    const name = shortText(job['name']);
    if (name === undefined) return importResult(file, 'open-lineage', [], [{ file: file.path, ...document.placeOf(['job']), code: 'missing-key', message: "'job.name' is missing; write the name of the job" }]);
    const via = shortText([shortText(job['namespace']), name].filter((part) => part !== undefined).join('/')) ?? name;
    const flow = (side: 'inputs' | 'outputs') =>
      itemsOf(event[side]).slice(0, 1_000).flatMap((dataset, index) => {
        const { namespace, name: called } = membersOf(dataset);
        const at = [side, index];
        const full = shortText([withoutSecrets(shortText(namespace, 500)), shortText(called, 500)].filter((part) => part !== undefined).join('/'));
        const id = recordIdOf(`${via}/${side === 'inputs' ? 'reads' : 'writes'}/${shortText(called) ?? index}`);
        return full === undefined || id === undefined ? [] : [recordBuilder(document, 'dataFlow', id, at).state('/from', side === 'inputs' ? full : via, at).state('/via', via, ['job', 'name']).build()];
      });
    const records = [...flow('inputs'), ...flow('outputs')];
    if (records.length === 0) problems.push({ file: file.path, ...document.placeOf(['job']), code: 'no-facts', message: `the event of '${name}' names neither inputs nor outputs; give the event that does`, level: 'warning' });
    const time = shortText(event['eventTime']);
    return importResult(file, 'open-lineage', records, problems, time !== undefined && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(time) ? time : undefined);
  },
};

/** Connection addresses can hold a password; what stands before the host is left out. */
const withoutSecrets = (address: string | undefined): string | undefined => address?.replace(/\/\/[^/@]*@/, '//');
