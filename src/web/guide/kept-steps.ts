import { currentSession } from '../api/session.js';

/** How far someone has come with the first steps; kept in this browser, for each person. */
export interface KeptSteps {
  readonly done: readonly string[];
  readonly dismissed: boolean;
}

const nothing: KeptSteps = { done: [], dismissed: false };
const key = (): string => `domicile.first-steps.${currentSession()?.user.id ?? ''}`;

export function keptSteps(): KeptSteps {
  try {
    const { done, dismissed } = JSON.parse(localStorage.getItem(key()) ?? '{}') as Partial<KeptSteps>;
    return { done: Array.isArray(done) ? done.map(String) : [], dismissed: dismissed === true };
  } catch {
    return nothing;
  }
}

/** A browser that keeps nothing shows the steps again. */
export function keepSteps(steps: KeptSteps): void {
  try {
    localStorage.setItem(key(), JSON.stringify(steps));
  } catch {
    return;
  }
}
