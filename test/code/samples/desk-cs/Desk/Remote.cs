using OpenAI.Embeddings;

class Remote
{
    EmbeddingClient client = new(model: "text-embedding-3-small", apiKey: System.Environment.GetEnvironmentVariable("OPENAI_API_KEY"));
}
