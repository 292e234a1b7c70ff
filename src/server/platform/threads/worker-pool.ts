import { Worker } from 'node:worker_threads';
import { DomainError } from '../problem/domain-error.js';
import { type WorkerAnswer } from './worker-answer.js';

export interface WorkerPoolOptions {
  readonly script: URL;
  readonly workers: number;
  /** Longest a task may take, in seconds. */
  readonly seconds: number;
  /** Tasks that may wait for a worker. */
  readonly waiting: number;
  /** Largest heap of one worker, in mebibytes. */
  readonly heap: number;
}

interface Job<Task, Answer> {
  readonly task: Task;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly signal: AbortSignal | undefined;
  /** Called when a thread has taken it. */
  readonly begun: () => void;
}

/** Threads that take one task at a time, so that no computation holds up the event loop. A thread that hangs, crashes or runs out of memory costs its task only. */
export class WorkerPool<Task, Answer> {
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private readonly queue: Job<Task, Answer>[] = [];
  private closed = false;

  constructor(private readonly options: WorkerPoolOptions) {}

  /** @throws DomainError `unavailable` where too many tasks wait, `not-checkable` where this one takes too long or too much memory; the reason of the signal where that is given */
  run(task: Task, signal?: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(reasonOf(signal));
      if (this.closed) return reject(new DomainError('unavailable', 'the server is stopping; try again in a moment', { retryAfter: 2 }));
      if (this.queue.length >= this.options.waiting) return reject(new DomainError('unavailable', 'too many checks are waiting; try again in a moment', { retryAfter: 5 }));
      const withdraw = (): void => this.withdraw(job);
      const job: Job<Task, Answer> = { task, resolve, reject, signal, begun: () => signal?.removeEventListener('abort', withdraw) };
      this.queue.push(job);
      signal?.addEventListener('abort', withdraw, { once: true });
      this.dispatch();
    });
  }

  get waiting(): number {
    return this.queue.length;
  }

  get running(): number {
    return this.all.size - this.idle.length;
  }

  /** Starts every thread, so that the first task does not wait for one. */
  warmUp(): void {
    while (this.all.size < this.options.workers) this.idle.push(this.start());
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const { reject } of this.queue.splice(0)) reject(new DomainError('unavailable', 'the server is stopping; try again in a moment', { retryAfter: 2 }));
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  /** Takes back a task that waits; one that runs looks at its signal itself. */
  private withdraw(job: Job<Task, Answer>): void {
    const at = this.queue.indexOf(job);
    if (at < 0) return;
    this.queue.splice(at, 1);
    job.reject(reasonOf(job.signal));
  }

  private dispatch(): void {
    while (this.queue.length > 0) {
      const worker = this.idle.pop() ?? (this.all.size < this.options.workers ? this.start() : undefined);
      if (worker === undefined) return;
      const job = this.queue.shift();
      if (job !== undefined) this.give(worker, job);
    }
  }

  private start(): Worker {
    const worker = new Worker(this.options.script, { resourceLimits: { maxOldGenerationSizeMb: this.options.heap }, env: {} });
    worker.unref();
    this.all.add(worker);
    worker.on('error', () => this.drop(worker));
    worker.on('exit', () => this.drop(worker));
    return worker;
  }

  private drop(worker: Worker): void {
    this.all.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
  }

  private give(worker: Worker, { task, resolve, reject, signal, begun }: Job<Task, Answer>): void {
    begun();
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (this.all.has(worker)) this.idle.push(worker);
      finish();
      if (!this.closed) this.dispatch();
    };
    const onMessage = (answer: WorkerAnswer<Answer>): void => settle(() => (answer.ok ? resolve(answer.value) : reject(answer.code === undefined ? new Error(answer.message) : new DomainError(answer.code, answer.message, { errors: answer.errors }))));
    const onError = (error: Error): void => settle(() => reject((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DomainError('not-checkable', `the input needs more than the ${this.options.heap} MiB that a check may use; split it`) : error));
    const onExit = (): void => settle(() => reject(new DomainError('unavailable', 'the server is stopping; try again in a moment', { retryAfter: 2 })));
    const end = (error: Error): void => {
      this.drop(worker);
      settle(() => reject(error));
      void worker.terminate();
    };
    const onAbort = (): void => end(reasonOf(signal));
    const timer = setTimeout(() => end(new DomainError('not-checkable', `the check took longer than ${this.options.seconds} s; split the input`)), this.options.seconds * 1000);
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(task);
  }
}

function reasonOf(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error('the task was called off', { cause: signal?.reason });
}
