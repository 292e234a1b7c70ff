import { type Figure } from './figure-schema.js';

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** A number for reading: thousands grouped, four significant digits below a thousand. The same in every locale. */
function numberText(value: number): string {
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  if (size >= 1000) return `${sign}${grouped(size.toFixed(0))}`;
  const [whole = '0', fraction = ''] = String(Number(size.toPrecision(4))).split('.');
  return /e/.test(whole) || /e/.test(fraction) ? `${sign}${size.toPrecision(4)}` : `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A figure for reading, with its unit and, where it has one, its range or the word that stands in for it. */
function figureText({ value, unit, low, high, answer }: Figure): string {
  const named = unit === 'ratio' || unit === 'weight' || unit === 'value' || unit === 'weighted value' ? '' : ` ${value === 1 && unit === 'instances' ? 'instance' : unit}`;
  if (value === null) return answer ?? 'unknown';
  const range = (low !== null && low !== value) || (high !== null && high !== value) ? ` (${low === null ? '?' : numberText(low)} to ${high === null ? 'never' : numberText(high)})` : '';
  return `${numberText(value)}${named}${range}${answer === undefined ? '' : `, ${answer}`}`;
}

export const asText = { number: numberText, figure: figureText } as const;
