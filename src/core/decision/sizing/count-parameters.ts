import { type ModelShape } from './model-shape.js';

/** Numbers of a model, apart by how they are stored and whether a token needs them. `total = embedding + head + linear + rest`. */
export interface ParameterCount {
  readonly total: number;
  /** Needed for one token: without the experts that do not run. */
  readonly active: number;
  /** Input embedding table. */
  readonly embedding: number;
  /** Output matrix; 0 where it is the embedding table itself. */
  readonly head: number;
  /** Matrices of the layers, which weight quantisation shrinks. */
  readonly linear: number;
  /** Norms, biases, routers, positions. */
  readonly rest: number;
  readonly mixture: { readonly experts: number; readonly perToken: number; /** All layers together. */ readonly perExpert: number } | null;
}

const largestCredible = 1e15;

/** Counts the parameters of a shape exactly; null where the product is beyond any model. */
export function countParameters(shape: ModelShape): ParameterCount | null {
  const { layers, hiddenSize: hidden, heads, keyValueHeads, headDimension, feedForwardWidth, vocabularySize, tiedEmbeddings, traits, mixture } = shape;
  const matrices = traits.gated ? 3 : 2;
  const queries = heads * headDimension;
  const keys = keyValueHeads * headDimension;
  const attention = 2 * hidden * queries + 2 * hidden * keys;
  const attentionRest =
    (traits.queryKeyValueBias ? queries + 2 * keys : 0) +
    (traits.outputBias ? hidden : 0) +
    (traits.queryKeyNorm === 'head' ? 2 * headDimension : traits.queryKeyNorm === 'all-heads' ? queries + keys : 0) +
    (traits.sinks ? heads : 0);
  const perLayerRest = attentionRest + traits.normsPerLayer * traits.normTerms * hidden + traits.activationTerms;
  const biasOf = (width: number): number => (matrices - 1) * width + hidden;
  const dense = { matrices: matrices * hidden * feedForwardWidth, biases: traits.feedForwardBias ? biasOf(feedForwardWidth) : 0 };
  const sparse = mixture === null ? null : sparseLayer(mixture, hidden, matrices, biasOf);
  const sparseLayers = mixture?.layers ?? 0;
  const denseLayers = layers - sparseLayers;

  const embedding = vocabularySize * hidden;
  const head = tiedEmbeddings ? 0 : embedding;
  const perExpert = (sparse?.expert ?? 0) * sparseLayers;
  const linear = layers * attention + denseLayers * dense.matrices + sparseLayers * (sparse?.shared ?? 0) + perExpert * (mixture?.experts ?? 0);
  const norms = traits.normTerms * hidden * (Number(traits.embeddingNorm) + Number(traits.finalNorm));
  const rest = layers * perLayerRest + denseLayers * dense.biases + sparseLayers * (sparse?.rest ?? 0) + norms + traits.positions * hidden + (traits.headBias ? vocabularySize : 0);
  const total = embedding + head + linear + rest;
  if (total > largestCredible) return null;
  const idle = mixture === null ? 0 : (mixture.experts - mixture.perToken) * perExpert;
  return { total, active: total - idle, embedding, head, linear, rest, mixture: mixture === null ? null : { experts: mixture.experts, perToken: mixture.perToken, perExpert } };
}

function sparseLayer(mixture: NonNullable<ModelShape['mixture']>, hidden: number, matrices: number, biasOf: (width: number) => number) {
  return {
    expert: matrices * hidden * mixture.expertWidth + (mixture.expertBias ? biasOf(mixture.expertWidth) : 0),
    shared: matrices * hidden * mixture.sharedWidth,
    rest: hidden * mixture.experts + (mixture.routerBias ? mixture.experts : 0) + (mixture.sharedGate ? hidden : 0),
  };
}
