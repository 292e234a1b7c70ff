/** How many layers look back how far; a window of null looks back over the whole context. */
export interface LayerWindow {
  readonly layers: number;
  readonly window: number | null;
}

/** A mixture of experts: `perToken` of `experts` run for each token in `layers` of the layers; shared experts always run. */
export interface Mixture {
  readonly layers: number;
  readonly experts: number;
  readonly perToken: number;
  readonly expertWidth: number;
  /** Total width of the shared experts, 0 without. */
  readonly sharedWidth: number;
  readonly sharedGate: boolean;
  readonly routerBias: boolean;
  readonly expertBias: boolean;
}

/** What tells one family of transformers from another when parameters are counted. */
export interface FamilyTraits {
  /** Three matrices in the feed-forward part (gate, up, down) instead of two. */
  readonly gated: boolean;
  readonly normsPerLayer: number;
  /** Numbers per channel of a norm: 0 non-parametric, 1 weight, 2 weight and bias. */
  readonly normTerms: 0 | 1 | 2;
  readonly embeddingNorm: boolean;
  readonly finalNorm: boolean;
  /** Norms on queries and keys: of one head each, or over all heads. */
  readonly queryKeyNorm: 'none' | 'head' | 'all-heads';
  readonly queryKeyValueBias: boolean;
  readonly outputBias: boolean;
  readonly feedForwardBias: boolean;
  readonly headBias: boolean;
  /** Rows of a learned position table, 0 without. */
  readonly positions: number;
  /** Learned numbers per head and layer (attention sinks). */
  readonly sinks: boolean;
  /** Learned numbers of the activation function per layer. */
  readonly activationTerms: number;
}

/** The shape of a decoder-only transformer as its `config.json` states it. Counts are plain numbers. */
export interface ModelShape {
  readonly family: string;
  readonly layers: number;
  readonly hiddenSize: number;
  readonly heads: number;
  readonly keyValueHeads: number;
  readonly headDimension: number;
  readonly feedForwardWidth: number;
  readonly vocabularySize: number;
  readonly maximumContext: number | null;
  readonly tiedEmbeddings: boolean;
  readonly windows: readonly LayerWindow[];
  readonly mixture: Mixture | null;
  readonly traits: FamilyTraits;
}
