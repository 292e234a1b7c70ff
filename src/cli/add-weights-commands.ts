import { type Command, Option } from 'commander';
import { type CommandContext } from './command-context.js';
import { instantArgument } from './instant-argument.js';
import { type WeightsVerifyOptions } from './weights-verify-command.js';

/** `weights verify`. */
export function addWeightsCommands(domicile: Command, { finish, now, onProgress }: CommandContext): void {
  domicile
    .command('weights')
    .description('weight files: verify')
    .command('verify <dir>')
    .description('hash weight files, read their headers, check digests, signatures and unsafe serialisation')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--bundle <file>', 'OpenSSF Model Signing bundle')
    .option('--identity <identity>', 'who must have signed, for keyless and certificate signatures')
    .option('--issuer <url>', 'who must have vouched for the identity, for keyless signatures')
    .option('--key <file>', 'public key that must have signed')
    .option('--ca <file...>', 'certificates that the signing certificate must lead to')
    .option('--trusted-root <file>', 'Sigstore trusted root, instead of the one that comes along')
    .option('--digests <file...>', "publisher's manifests of digests that lie elsewhere")
    .option('--threads <n>', 'files hashed at once; absent: one for each core', Number)
    .option('--as-of <instant>', 'instant at which certificates without a trusted time must be valid', instantArgument, now)
    .option('--no-progress', 'no progress on standard error')
    .action(async (folder: string, { progress, ...flags }: Omit<WeightsVerifyOptions, 'folder'> & { progress: boolean }) => {
      const { weightsVerify } = await import('./weights-verify-command.js');
      finish(await weightsVerify({ folder, ...flags, ...(progress && onProgress ? { onProgress } : {}) }));
    });
}
