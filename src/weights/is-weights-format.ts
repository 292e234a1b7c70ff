import { type WeightsFormat } from './weights-report.js';

/** Whether files of the format hold weights, or stand for them. */
export function isWeightsFormat(format: WeightsFormat): boolean {
  return format !== 'other';
}
