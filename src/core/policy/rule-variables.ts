import { type SubjectKind } from '../exposure/subject-view.js';

/** Variables a rule may read, by what it is about; every rule has `params` and `now` as well. */
export const ruleVariables: Readonly<Record<SubjectKind, readonly string[]>> = {
  organisation: ['organisation'],
  deployment: ['deployment', 'organisation'],
  model: ['model', 'organisation'],
  flow: ['flow', 'deployment', 'organisation'],
};
