/** A text that speaks of an inference engine or of one of its resources. */
export const engineWords = /vllm|text-generation-inference|text-embeddings-inference|\bollama\b|llama[._-]?cpp|llama-server|sglang|tensorrt-?llm|nvcr\.io\/nim|serving\.kserve\.io|inference\.networking/i;
