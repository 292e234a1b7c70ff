import { type z } from 'zod';
import { type RemoteAnswer } from './remote.js';
import { RemoteFault, type RemoteFaultCode } from './remote-fault.js';

const byStatus: Readonly<Record<number, readonly [code: RemoteFaultCode, cause: string]>> = {
  401: ['not-signed-in', 'does not accept the credential; check the secret that the connection names'],
  403: ['not-allowed', 'does not let this credential read it; give it the right to, or leave this out of the connection'],
  404: ['not-found', 'is not there; check the address of the connection and the names in it'],
  410: ['expired', 'has let the list expire while it was read; pull again'],
  429: ['too-many-requests', 'asks to be left alone; try again later'],
};

/** The bytes of an answer with status 200. @throws RemoteFault */
export function bytesOf(answer: RemoteAnswer): Uint8Array {
  const { status, bytes } = answer;
  if (status === 200) return bytes;
  const [code, cause] = byStatus[status] ?? (status >= 500 ? ['server-error', 'fails; look into its own log'] : ['other-status', 'refuses the question; check the version of the system']);
  throw new RemoteFault(code, `${placeOf(answer)} answers ${status}: it ${cause}`);
}

/** The JSON of an answer, checked. @throws RemoteFault */
export function jsonOf<Shape>(answer: RemoteAnswer, shape: z.ZodType<Shape>): Shape {
  const bytes = bytesOf(answer);
  const checked = shape.safeParse(parsed(answer, bytes));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new RemoteFault('wrong-shape', `${placeOf(answer)} answers with JSON of another shape ('${issue?.path.join('.') ?? ''}' is not what its documentation says); check the version of the system`);
}

function parsed(answer: RemoteAnswer, bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text);
  } catch {
    const what = /^\s*(<!doctype|<html)/i.test(text) ? 'an HTML page, such as one to sign in' : 'something that is not JSON';
    throw new RemoteFault('not-json', `${placeOf(answer)} answers with ${what}; check the address of the connection and its credential`);
  }
}

function placeOf({ url }: RemoteAnswer): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
