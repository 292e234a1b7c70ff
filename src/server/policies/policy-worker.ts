import { parentPort } from 'node:worker_threads';
import { type WorkerAnswer } from '../platform/threads/worker-answer.js';
import { loadPackOptions } from './load-pack-options.js';
import { type PolicyAnswer, type PolicyTask } from './policy-task.js';
import { readWritten } from './read-written.js';

const options = loadPackOptions();

parentPort?.on('message', (task: PolicyTask) => {
  void answerTo(task).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo(task: PolicyTask): Promise<WorkerAnswer<PolicyAnswer>> {
  try {
    return { ok: true, value: await readWritten(task, await options) };
  } catch (error) {
    return { ok: false, code: undefined, message: error instanceof Error ? (error.stack ?? error.message) : String(error), errors: [] };
  }
}
