/** Every kind of problem the server answers with. The words are a contract: clients branch on them. */
export const problemTypes = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'malformed-body': { status: 400, title: 'The body cannot be read' },
  'not-signed-in': { status: 401, title: 'A valid key or session is needed' },
  'not-allowed': { status: 403, title: 'The key or role does not allow this' },
  'unknown-route': { status: 404, title: 'There is nothing at this address' },
  'unknown-record': { status: 404, title: 'There is no such record' },
  'method-not-allowed': { status: 405, title: 'The address does not take this method' },
  conflict: { status: 409, title: 'The request conflicts with what is stored' },
  'precondition-failed': { status: 412, title: 'The record is no longer the one that was read' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body has a type that is not read here' },
  'not-checkable': { status: 422, title: 'The input cannot be audited' },
  'not-importable': { status: 422, title: 'The input cannot enter the register' },
  'precondition-required': { status: 428, title: 'The request must say which version it changes' },
  'too-many-attempts': { status: 429, title: 'Too many attempts' },
  internal: { status: 500, title: 'The server failed' },
  'pull-refused': { status: 502, title: 'The other system did not give what was asked' },
  'delivery-refused': { status: 502, title: 'The recipient cannot be sent this' },
  unavailable: { status: 503, title: 'The server cannot answer now' },
} as const;

export type ProblemCode = keyof typeof problemTypes;
