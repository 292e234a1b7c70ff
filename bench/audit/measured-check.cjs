/** Runs `domicile check` with the given arguments and says at the end how much memory the process held at its peak. */
const { join } = require('node:path');

process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS} KiB\n`));
process.argv.splice(2, 0, 'check');
require(join(__dirname, '..', '..', 'dist', 'domicile.cjs'));
