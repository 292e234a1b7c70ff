import { parentPort } from 'node:worker_threads';
import { gatherSources } from '../../importers/gather-sources.js';
import { readWorkbook } from '../../importers/tables/read-workbook.js';
import { type WorkerAnswer } from '../platform/threads/worker-answer.js';
import { type ReadAnswer, type ReadTask } from './read-task.js';

parentPort?.on('message', (task: ReadTask) => void answerTo(task).then((answer) => parentPort?.postMessage(answer)));

async function answerTo({ files, workbooks }: ReadTask): Promise<WorkerAnswer<ReadAnswer>> {
  try {
    const opened = await Promise.all(workbooks.map(readWorkbook));
    const tables = opened.flatMap((workbook) => workbook.files);
    const { imported, problems } = gatherSources([...files, ...tables]);
    return { ok: true, value: { fragments: imported.fragments, settings: imported.settings, problems: [...opened.flatMap((workbook) => workbook.problems), ...problems], tables } };
  } catch (error) {
    return { ok: false, code: undefined, message: error instanceof Error ? (error.stack ?? error.message) : String(error), errors: [] };
  }
}
