import { createHash } from 'node:crypto';
import { sampleReport } from './sample-report.js';

/** Run as a process of its own: prints the SHA-256 of the sample report. */
const { pdf } = await sampleReport();
process.stdout.write(createHash('sha256').update(pdf).digest('hex'));
