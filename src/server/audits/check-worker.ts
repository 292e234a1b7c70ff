import { parentPort } from 'node:worker_threads';
import { type DecisionRecord } from '../../core/decision/record/decision-record.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { askOptions } from './ask-options.js';
import { type CheckAnswer, type CheckTask } from './check-task.js';
import { judgeClearable } from './judge-clearable.js';
import { loadAuditAssets } from './load-audit-assets.js';
import { openRange, type RangeJudge } from './range-judge.js';
import { renderReport } from './render-report.js';
import { mapFlows } from './map-flows.js';
import { runShockOn } from './run-shock-on.js';
import { runCheck } from './run-check.js';
import { findRulebookInForce } from './find-rulebook-in-force.js';
import { comparePack } from './compare-pack.js';
import { tryFiles } from './try-files.js';
import { tryPacks } from './try-packs.js';
import { verifyStored } from './verify-stored.js';
import { type WorkerAnswer } from '../platform/threads/worker-answer.js';

const assets = loadAuditAssets();
/** The run that this thread judges ranges of. */
let opened: RangeJudge | undefined;

parentPort?.on('message', (task: CheckTask) => {
  void answerTo(task).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo(task: CheckTask): Promise<WorkerAnswer<CheckAnswer>> {
  try {
    const loaded = await assets;
    if (task.kind === 'range') {
      if (opened?.run !== task.run) {
        if (task.given === undefined) return { ok: true, value: { kind: 'unopened' } };
        opened = openRange(task.given, loaded);
      }
      return { ok: true, value: { kind: 'range', texts: opened.judge(task.range) } };
    }
    if (task.kind === 'remaining') return { ok: true, value: { kind: 'remaining', part: openRange(task.given, loaded).remaining(task.affected, task.deployments, task.loose) } };
    if (task.kind === 'join') return { ok: true, value: { kind: 'join', joined: openRange(task.given, loaded).join(task.tails, task.finds, task.flows) } };
    if (task.kind === 'check') return { ok: true, value: { kind: 'check', outcome: runCheck(task.input, loaded) } };
    if (task.kind === 'clear') return { ok: true, value: { kind: 'clear', clearable: judgeClearable(task, task.deployment, loaded) } };
    if (task.kind === 'shock') return { ok: true, value: { kind: 'shock', json: runShockOn(task.input, task.shock, loaded) } };
    if (task.kind === 'flows') return { ok: true, value: { kind: 'flows', map: mapFlows(task.input, loaded) } };
    if (task.kind === 'options') return { ok: true, value: { kind: 'options', asked: askOptions(task.input, task.cases, loaded) } };
    if (task.kind === 'rulebook') return { ok: true, value: { kind: 'rulebook', rulebook: findRulebookInForce(task.input, loaded) } };
    if (task.kind === 'try') return { ok: true, value: { kind: 'try', verdicts: tryPacks(task.input, [task.pack], task.deployment, loaded) } };
    if (task.kind === 'try-files') return { ok: true, value: { kind: 'try', verdicts: tryFiles(task.input, task.files, task.deployment, loaded) } };
    if (task.kind === 'compare') return { ok: true, value: { kind: 'compare', comparison: comparePack(task.input, task.pack, loaded) } };
    if (task.kind === 'verify') return { ok: true, value: { kind: 'verify', verification: await verifyStored(task, loaded) } };
    return { ok: true, value: { kind: 'report', pdf: await renderReport(task, task, loaded, task.deployment === undefined ? {} : { deployment: task.deployment }, task.decision === undefined ? [] : [JSON.parse(task.decision) as DecisionRecord]) } };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, message: error.message, errors: error.errors };
    return { ok: false, code: undefined, message: error instanceof Error ? (error.stack ?? error.message) : String(error), errors: [] };
  }
}
