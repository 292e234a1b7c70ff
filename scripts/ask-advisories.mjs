/** Asks the registry for advisories on what is installed for production; a high or critical one fails. A registry that does not answer such questions is said aloud and fails nothing. */
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const answer = JSON.parse(stdout || '{}');
const counts = answer.metadata?.vulnerabilities;
if (counts === undefined) {
  console.log(`skipped: advisories were NOT asked, since the registry does not answer: ${answer.message ?? answer.error?.summary ?? 'no answer'}`);
} else {
  console.log(`advisories: ${Object.entries(counts).map(([severity, count]) => `${count} ${severity}`).join(', ')}`);
  for (const [name, { severity, via, range }] of Object.entries(answer.vulnerabilities ?? {})) console.log(`  ${severity} ${name} ${range}: ${via.map((each) => each.url ?? each).join(' ')}`);
  if (counts.high > 0 || counts.critical > 0) process.exitCode = 1;
}
