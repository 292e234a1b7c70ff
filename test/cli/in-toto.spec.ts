import { sha256Of } from '../../src/core/inventory/sha256-of.js';
import { auditStatementSchema } from '../../src/cli/audit-statement-schema.js';
import { runDomicile } from './run-domicile.js';

it('domicile check prints a statement whose digests are those of the result it prints as JSON, with the same exit code', () => {
  const checked = (format: string) => runDomicile(['check', 'examples/nordlicht', '--as-of', '2026-11-23', '--format', format]);
  const [json, inToto] = [checked('json'), checked('in-toto')];
  const { subject, predicate } = auditStatementSchema.parse(JSON.parse(inToto.stdout));
  expect(inToto.code).toBe(json.code);
  expect(predicate.result.digest.sha256).toBe(sha256Of(json.stdout));
  expect(subject.length + predicate.weightsWithoutDigest.length).toBeGreaterThan(1);
  expect(`sha256:${subject[0]?.digest.sha256 ?? ''}`).toBe(predicate.digests.snapshot);
});
