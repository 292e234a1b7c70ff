import { InvalidReferenceError } from '../files/invalid-reference-error.js';
import { SigningError } from '../signing/signing-error.js';
import { UsageError } from './usage-error.js';

const writing = new Set(['rename', 'mkdir', 'write', 'unlink', 'copyfile', 'ftruncate']);

/** Why a command could not be carried out, in one line: what the user has to change, else what broke inside. */
export function failureLine(error: unknown): string {
  if (error instanceof UsageError || error instanceof SigningError || error instanceof InvalidReferenceError) return error.message;
  if (isSystemError(error)) {
    const path = error.dest ?? error.path ?? '';
    return `${path}: cannot be ${writing.has(error.syscall) || path.endsWith('.part') ? 'written' : 'read'} (${error.code}); check the path and its permissions`;
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `domicile: ${reason.replace(/\s+/g, ' ').slice(0, 2_000)}; this is a defect of domicile, report it with the command that showed it`;
}

interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
  readonly dest?: string;
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string' && typeof error.syscall === 'string';
}
