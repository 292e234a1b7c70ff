// A PostgreSQL of a test's own, in the folder that is named; prints its address and ends with its standard input.
import { startEmbeddedPostgres } from '../../dist/src/server/platform/database/embedded/start-embedded-postgres.js';

const postgres = await startEmbeddedPostgres({ folder: process.argv[2], initdbFlags: ['--no-sync'], flags: ['-c', 'max_connections=100'] });
console.log(postgres.url('postgres'));
process.stdin.resume().on('end', () => void postgres.stop().then(() => process.exit(0)));
