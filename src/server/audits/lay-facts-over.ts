import { overlayReference } from '../../core/reference/overlay-reference.js';
import { referenceOverlay, type ReferenceOverlay } from '../../core/reference/reference-overlay.js';
import { type ReferenceFacts } from '../../core/reference/reference-facts.js';
import { parseReference } from '../../files/parse-reference.js';
import { problemsAsError } from './problems-as-error.js';
import { type CheckRequest } from './check-request.js';

/** The facts of the installation with the organisation's own, which manifests name among the files that were sent. @throws DomainError `not-checkable` */
export function layFactsOver(reference: ReferenceFacts, { files }: Pick<CheckRequest, 'files'>, named: readonly string[]): ReferenceFacts {
  return named.reduce((facts, path) => {
    const file = files.find((each) => each.path === path);
    if (file === undefined) throw problemsAsError([{ file: path, code: 'not-found', message: 'there is no such overlay of facts; send it among the files' }]);
    const { value, problems } = parseReference<ReferenceOverlay>(path, file.content, (plain) => referenceOverlay.safeParse(plain));
    if (value === undefined) throw problemsAsError(problems);
    return overlayReference(facts, value);
  }, reference);
}
