// A PostgreSQL of a test's own, in the folder that is named, with the variables that are given as NAME=value; prints its address and ends with its standard input.
import { startEmbeddedPostgres } from '../../dist/src/server/platform/database/embedded/start-embedded-postgres.js';

const [folder, ...variables] = process.argv.slice(2);
const environment = Object.fromEntries(variables.map((variable) => [variable.slice(0, variable.indexOf('=')), variable.slice(variable.indexOf('=') + 1)]));
const postgres = await startEmbeddedPostgres({ folder, initdbFlags: ['--no-sync'], flags: ['-c', 'max_connections=100'], environment });
console.log(postgres.url('postgres'));
process.stdin.resume().on('end', () => void postgres.stop().then(() => process.exit(0)));
