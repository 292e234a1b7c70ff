import { parentPort } from 'node:worker_threads';
import { gatherSources } from '../../importers/gather-sources.js';
import { type WorkerAnswer } from '../platform/threads/worker-answer.js';
import { type ReadAnswer, type ReadTask } from './read-task.js';

parentPort?.on('message', ({ files }: ReadTask) => parentPort?.postMessage(answerTo(files)));

function answerTo(files: ReadTask['files']): WorkerAnswer<ReadAnswer> {
  try {
    const { imported, problems } = gatherSources(files);
    return { ok: true, value: { fragments: imported.fragments, settings: imported.settings, problems } };
  } catch (error) {
    return { ok: false, code: undefined, message: error instanceof Error ? (error.stack ?? error.message) : String(error), errors: [] };
  }
}
