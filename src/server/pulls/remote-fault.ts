/** Why a system did not give what was asked; `away` means that another try makes sense. */
export const remoteFaults = {
  'not-signed-in': { away: false },
  'not-allowed': { away: false },
  'not-found': { away: false },
  expired: { away: false },
  'too-many-requests': { away: true },
  'server-error': { away: true },
  'other-status': { away: false },
  'timed-out': { away: true },
  unreachable: { away: true },
  'not-trusted': { away: false },
  'leads-out': { away: false },
  'too-large': { away: false },
  'not-json': { away: false },
  'wrong-shape': { away: false },
} as const;

export type RemoteFaultCode = keyof typeof remoteFaults;

/** A system did not give what was asked. The message names the address, the cause and the remedy, and holds nothing that the system sent. */
export class RemoteFault extends Error {
  constructor(
    readonly code: RemoteFaultCode,
    message: string,
  ) {
    super(message);
    this.name = 'RemoteFault';
  }
}
