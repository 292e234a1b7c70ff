import { uuidOf } from '../uuid-of.js';
import { oscalString } from './oscal-string.js';

export interface SubjectReference {
  readonly 'subject-uuid': string;
  readonly type: 'inventory-item';
  readonly title: string;
}

/** What was looked at, such as `deployment/claims`, as the inventory item of the same result. */
export function subjectReference(subject: string): SubjectReference {
  return { 'subject-uuid': uuidOf('subject', subject), type: 'inventory-item', title: oscalString(subject) };
}
