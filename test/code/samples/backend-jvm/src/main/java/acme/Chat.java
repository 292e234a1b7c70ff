package acme;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
// import com.anthropic.client.AnthropicClient;

/** Asks the engine in the next rack, never {@code https://api.openai.com}. */
final class Chat {
  private static final String HELP = """
      import com.cohere.api.Cohere;
      """;

  final OpenAIClient client = OpenAIOkHttpClient.builder()
      .apiKey("none")
      .baseUrl("http://gpu-07.internal:8000/v1")
      .build();
}
