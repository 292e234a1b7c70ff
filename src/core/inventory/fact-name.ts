import { factNames } from './fact-names.js';
import { type NounKind } from './noun-kind.js';

/** The name by which a fact travels in formats that have no field for it: `/place/region` as `place:region`, `/exitPlan` as `exit-plan`. */
export function factName(kind: NounKind, pointer: string): string {
  return factNames[kind]?.[pointer] ?? pointer.slice(1).replaceAll('/', ':').replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
