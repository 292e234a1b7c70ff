import { DomainError } from '../problem/domain-error.js';
import { WorkerPool, type WorkerPoolOptions } from './worker-pool.js';

const script = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', (task) => {
      if (task === 'hang') for (;;);
      if (task === 'crash') setTimeout(() => { throw new Error('crashed'); });
      else if (task === 'grow') { const kept = []; for (;;) kept.push(new Array(100000).fill(kept.length)); }
      else if (task === 'refuse') parentPort.postMessage({ ok: false, code: 'not-checkable', message: 'refused; send another', errors: [] });
      else if (task === 'break') parentPort.postMessage({ ok: false, code: undefined, message: 'broke', errors: [] });
      else parentPort.postMessage({ ok: true, value: { task, threadId } });
    });
  `)}`,
);

describe('WorkerPool', () => {
  let pool: WorkerPool<string, { readonly task: string; readonly threadId: number }>;
  const open = (options: Partial<WorkerPoolOptions> = {}): void => {
    pool = new WorkerPool({ script, workers: 1, seconds: 10, waiting: 50, heap: 64, ...options });
  };
  const codeOf = async (task: string): Promise<unknown> => pool.run(task).then(() => undefined, (error: unknown) => (error instanceof DomainError ? error.code : (error as Error).message));
  afterEach(() => pool.close());

  it('answers every task, however many wait, with no more threads than allowed', async () => {
    open({ workers: 2 });
    const tasks = Array.from({ length: 40 }, (_, index) => String(index));
    const answers = await Promise.all(tasks.map((task) => pool.run(task)));
    expect(answers.map(({ task }) => task)).toEqual(tasks);
    expect(new Set(answers.map(({ threadId }) => threadId)).size).toBeLessThanOrEqual(2);
  });

  it('passes on what a task says of itself', async () => {
    open();
    expect(await codeOf('refuse')).toBe('not-checkable');
    expect(await codeOf('break')).toBe('broke');
  });

  it.each([
    ['hangs', 'hang', { seconds: 1 }, 'not-checkable'],
    ['crashes', 'crash', {}, 'crashed'],
    ['runs out of memory', 'grow', { heap: 16 }, 'not-checkable'],
  ])('loses only the task that %s', async (_name, task, options, expected) => {
    open(options);
    const [lost, next] = await Promise.all([codeOf(task), pool.run('next')]);
    expect(lost).toBe(expected);
    expect(next.task).toBe('next');
  });

  it('refuses more than may wait', async () => {
    open({ waiting: 2, seconds: 1 });
    const outcomes = await Promise.all(['hang', 'a', 'b', 'c'].map(codeOf));
    expect(outcomes).toEqual(['not-checkable', undefined, undefined, 'unavailable']);
  });

  it('drops a task that is called off, whether it waits or hangs, and takes the next', async () => {
    open();
    const [hanging, waiting] = [new AbortController(), new AbortController()];
    const lost = [pool.run('hang', hanging.signal), pool.run('a', waiting.signal)].map((task) => task.then(() => 'answered', (error: Error) => error.message));
    waiting.abort(new Error('not needed'));
    hanging.abort(new Error('taken over'));
    expect(await Promise.all(lost)).toEqual(['taken over', 'not needed']);
    expect((await pool.run('next', new AbortController().signal)).task).toBe('next');
    await expect(pool.run('late', AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    expect([pool.waiting, pool.running]).toEqual([0, 0]);
  });

  it('refuses everything once it closes', async () => {
    open();
    const [waiting] = await Promise.all([codeOf('hang'), pool.close()]);
    expect(waiting).toBe('unavailable');
    expect(await codeOf('a')).toBe('unavailable');
  });
});
