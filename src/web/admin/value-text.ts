import { plainText } from './plain-text.js';
import { type TranslateFunction } from 'react-admin';

/** A value of a record in words. */
export function valueText(value: unknown, translate: TranslateFunction): string {
  if (typeof value === 'boolean') return translate(value ? 'domicile.common.yes' : 'domicile.common.no');
  if (value === null || value === undefined) return translate('domicile.common.unknown');
  if (Array.isArray(value)) return value.length === 0 ? translate('domicile.common.none') : value.map((each) => valueText(each, translate)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : (plainText(value) ?? '');
}
