import { type Schedule } from '../api/shapes.js';

export const reportTemplates = ['full-audit', 'board-brief'] as const satisfies readonly Schedule['report']['template'][];
