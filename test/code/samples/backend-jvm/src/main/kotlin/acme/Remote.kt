package acme

import dev.langchain4j.model.anthropic.AnthropicChatModel
/* outer /* import com.openai.client.OpenAIClient */ still a comment */

val openai = "not a client"
val model: AnthropicChatModel = AnthropicChatModel.builder().apiKey(System.getenv("ANTHROPIC_API_KEY")).build()
