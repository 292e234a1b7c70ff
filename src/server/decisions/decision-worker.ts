import { parentPort } from 'node:worker_threads';
import { engineName } from '../../core/audit/engine-name.js';
import { decide } from '../../core/decision/record/decide.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type WorkerAnswer } from '../platform/threads/worker-answer.js';
import { readInputs, takeInputs } from './read-inputs.js';
import { type DecisionAnswer, type DecisionTask } from './decision-task.js';

parentPort?.on('message', (task: DecisionTask) => parentPort?.postMessage(answerTo(task)));

function answerTo(task: DecisionTask): WorkerAnswer<DecisionAnswer> {
  try {
    return { ok: true, value: answer(task) };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, message: error.message, errors: error.errors };
    return { ok: false, code: undefined, message: error instanceof Error ? (error.stack ?? error.message) : String(error), errors: [] };
  }
}

function answer(task: DecisionTask): DecisionAnswer {
  if (task.kind === 'read') return { kind: 'inputs', given: readInputs(task.text) };
  if (task.kind === 'take') return { kind: 'inputs', given: takeInputs(task.value) };
  const decision = decide(task.given, { engine: engineName, whatIf: task.whatIf });
  if (decision.kind === 'decided') return { kind: 'record', json: `${JSON.stringify(decision.record, null, 2)}\n` };
  if (decision.kind === 'awaiting-approval') throw new Error('inputs that nobody approved were to be decided');
  const [first] = decision.problems;
  throw new DomainError('conflict', `there is no decision: ${first?.message ?? ''}`, { errors: decision.problems.map(({ at, message }) => ({ pointer: `/inputs/${at.join('/')}`, detail: message })) });
}
