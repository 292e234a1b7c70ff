import { z } from 'zod';
import { type JobContext, type JobDescription, type JobKind, type StoreResult } from '../../src/server/platform/jobs/job-kind.js';

/** A job that a test holds at its beginning and lets go of, or that fails as the test says. */
export class HeldJob implements JobKind<{ readonly name: string }> {
  static readonly description: JobDescription<{ readonly name: string }> = { id: 'held', permission: 'audit:create', readPermission: 'audit:read', input: z.strictObject({ name: z.string() }) };
  static readonly begun: string[] = [];
  static readonly stored: string[] = [];
  static readonly calledOff: string[] = [];
  static readonly clearedAway: string[] = [];
  private static gates = new Map<string, () => void>();
  private static failures = new Map<string, Error[]>();

  static release(name: string): void {
    HeldJob.gates.get(name)?.();
  }

  /** What the next runs of a job throw, one after another. */
  static failWith(name: string, ...errors: Error[]): void {
    HeldJob.failures.set(name, errors);
  }

  async run({ name }: { readonly name: string }, { progress, signal, afterwards }: JobContext): Promise<StoreResult> {
    HeldJob.begun.push(name);
    afterwards(async () => void HeldJob.clearedAway.push(name));
    progress(1, 3, `holding ${name}`);
    const failure = HeldJob.failures.get(name)?.shift();
    if (failure !== undefined) throw failure;
    await new Promise<void>((resolve, reject) => {
      HeldJob.gates.set(name, resolve);
      signal.addEventListener('abort', () => {
        HeldJob.calledOff.push(name);
        reject(new Error('called off'));
      });
    });
    return async () => {
      HeldJob.stored.push(name);
      return { reference: name, mediaType: 'text/plain', digest: `sha256:${'0'.repeat(64)}`, size: name.length };
    };
  }

  async read(_asker: unknown, reference: string): Promise<Uint8Array> {
    return Buffer.from(reference);
  }
}
