package acme;

import com.openai.client.okhttp.OpenAIOkHttpClient;

class ChatTest {
  final Object client = OpenAIOkHttpClient.fromEnv();
}
