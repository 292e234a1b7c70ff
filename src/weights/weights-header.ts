export interface BaseModel {
  readonly name?: string;
  readonly organisation?: string;
  readonly version?: string;
  readonly url?: string;
}

export interface TensorTypeTotal {
  readonly type: string;
  readonly tensors: number;
  readonly parameters: number;
  readonly bytes: number;
}

/** What a weights file says of itself in its header, checked against its size. */
export interface WeightsHeader {
  readonly format: 'gguf' | 'safetensors';
  readonly version?: number;
  readonly name?: string;
  readonly architecture?: string;
  readonly organisation?: string;
  readonly quantisedBy?: string;
  /** As declared in the header; absent where it says nothing. */
  readonly licence?: { readonly id?: string; readonly name?: string; readonly link?: string };
  readonly baseModels: readonly BaseModel[];
  readonly datasets: readonly BaseModel[];
  readonly tensors: number;
  /** Sum over all tensors. Packed integer formats (GPTQ, AWQ) hold several weights in one element, so it is then too low. */
  readonly parameters: number;
  readonly quantisation?: string;
  /** The type that holds most parameters first. */
  readonly tensorTypes: readonly TensorTypeTotal[];
  /** Short scalar metadata, by key, in the order of the file. */
  readonly metadata: ReadonlyMap<string, string | number | boolean>;
}
