using OpenAI.Chat;

class ChatTests { ChatClient client = new("gpt-4o", "none"); }
