import { type ProblemCode } from './problem-types.js';

/** What a problem of each kind says, for instance. */
export const problemExamples: Readonly<Record<ProblemCode, string>> = {
  'invalid-request': "/failOn: Invalid option: expected one of \"critical\"|\"high\"|\"medium\"|\"low\"|\"info\"; see /api/docs",
  'malformed-body': 'the body is not JSON that can be read; send one JSON document in UTF-8',
  'not-signed-in': 'the key is unknown, expired or revoked; send Authorization: Bearer <key> with one that is valid',
  'not-allowed': 'this needs the scope audit:create, which the key or role does not give; ask an administrator for it',
  'unknown-route': 'there is nothing at this address; see /api/docs',
  'unknown-record': 'there is no audit 01990000-0000-7000-8000-000000000000; list the audits to find its id',
  'method-not-allowed': 'the request is not one this server takes; see /api/docs',
  conflict: 'job 01990000-0000-7000-8000-000000000000 is done already; there is nothing left to cancel',
  'precondition-failed': 'the record is at revision 13 and not at 12 any more; read it again and decide anew',
  'body-too-large': 'the body is larger than this server reads; send less, or raise DOMICILE_BODY_LIMIT',
  'unsupported-media-type': 'the body has a type that is not read here; send Content-Type: application/json',
  'not-checkable': "domicile.yaml:3:1: 'deploymnets' is no field of a manifest; did you mean 'deployments'?",
  'not-importable': 'the files have 2 errors; correct them and send the files again',
  'precondition-required': 'the request names no version; send If-Match with the ETag that was read',
  'too-many-attempts': 'too many sign-ins with this address failed; try again in 15 minutes',
  internal: 'the server failed; give the id of this request to who runs it',
  'pull-refused': "nothing could be pulled from 'models': the registry answered 403; give its account the right to read",
  'delivery-refused': 'the mail server did not take it: 550 no such mailbox',
  unavailable: 'the database does not answer; try again in a moment',
};
