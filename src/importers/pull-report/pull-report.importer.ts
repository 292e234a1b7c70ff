import { z } from 'zod';
import { type Problem } from '../../core/inventory/problem.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { readJson } from '../read-json.js';
import { schemaProblems } from '../schema-problems.js';

const mostGaps = 1_000;
const text = z.string().max(2_000);
const report = z.looseObject({
  domicilePull: z.literal(1),
  connection: text,
  complete: z.boolean(),
  gaps: z.array(z.looseObject({ code: text, what: text, message: text, tolerated: z.boolean() })).max(mostGaps),
});

/**
 * Reads `pull.json`, the report of what the server pulled from another system. It states no fact; what the pull could not read is a problem, so that
 * files of a pull with gaps are never taken for all there is.
 */
export const pullReportImporter: Importer = {
  id: 'pull-report',
  title: 'report of a pull',
  recognises: (file) => /(^|\/)pull\.json$/.test(file.path) && /"domicilePull"\s*:/.test(headOf(file, 65_536)),
  import: (file) => {
    const { document, problems } = readJson(file.path, file.bytes);
    if (document === undefined) return importResult(file, 'pull-report', [], problems);
    const checked = report.safeParse(document.value);
    if (!checked.success) return importResult(file, 'pull-report', [], schemaProblems(file.path, document, [], report, checked.error));
    const { connection, complete, gaps } = checked.data;
    const told = gaps.map(({ code, what, message, tolerated }, index): Problem => ({ file: file.path, ...document.placeOf(['gaps', index, 'what']), code: 'pull-gap', message: `${what} could not be pulled from '${connection}', so it is unknown and not absent (${message}); pull again, or tolerate '${code}' in the connection`, ...(tolerated ? { level: 'warning' as const } : {}) }));
    if (!complete && gaps.length === 0) told.push({ file: file.path, ...document.placeOf(['complete']), code: 'pull-gap', message: `the pull from '${connection}' is not complete and says not why; pull again` });
    return importResult(file, 'pull-report', [], [...problems, ...told]);
  },
};
