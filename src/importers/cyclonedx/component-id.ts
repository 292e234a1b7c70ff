import { recordIdOf } from '../record-id-of.js';
import { type BomComponent } from './component-schema.js';

/** The id under which other files know a component: its hub repository where the purl has one, else group and name. */
export function componentId({ purl, group, name }: Pick<BomComponent, 'purl' | 'group' | 'name'>): string {
  const hub = purl === undefined ? undefined : /^pkg:(?:huggingface|mlflow|generic|oci)\/([^@?#]+)/i.exec(purl)?.[1];
  const whole = hub === undefined ? (group === undefined || group === '' || name.includes('/') ? name : `${group}/${name}`) : decoded(hub);
  return recordIdOf(whole) ?? 'component';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
