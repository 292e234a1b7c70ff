import { type Command } from 'commander';

export interface WeightsFlags {
  readonly weights?: readonly string[];
  readonly weightsIdentity?: string;
  readonly weightsIssuer?: string;
  readonly weightsKey?: string;
  readonly weightsCa?: readonly string[];
}

/** Weights whose bytes are to be looked at, and who must have signed them. */
export interface GivenWeights {
  readonly folders: readonly { readonly folder: string; readonly model?: string }[];
  readonly identity?: string;
  readonly issuer?: string;
  /** PEM file with the public key that must have signed. */
  readonly key?: string;
  /** PEM files with the roots that a signing certificate must lead to. */
  readonly ca?: readonly string[];
}

/** The options of everything that takes weights for evidence. */
export function addWeightsFlags(command: Command): Command {
  return command
    .option('--weights <[model=]folder...>', 'verify the weights in a folder, and take what their bytes show for evidence of that model')
    .option('--weights-identity <identity>', 'who must have signed the weights, for keyless and certificate signatures')
    .option('--weights-issuer <url>', 'who must have vouched for that identity, for keyless signatures')
    .option('--weights-key <file>', 'public key that must have signed the weights')
    .option('--weights-ca <file...>', 'certificates that the signing certificate of the weights must lead to');
}

export function givenWeights({ weights, weightsIdentity: identity, weightsIssuer: issuer, weightsKey: key, weightsCa: ca }: WeightsFlags): { readonly weights?: GivenWeights } {
  if (weights === undefined) return {};
  const folders = weights.map((given) => {
    const [, model, folder] = /^([^=/\\]+(?:\/[^=/\\]+)*)=(.+)$/.exec(given) ?? [];
    return folder === undefined || model === undefined ? { folder: given } : { folder, model };
  });
  return { weights: { folders, ...(identity === undefined ? {} : { identity }), ...(issuer === undefined ? {} : { issuer }), ...(key === undefined ? {} : { key }), ...(ca === undefined ? {} : { ca }) } };
}
