global using static System.Math;
using OpenAI;
using Talk = OpenAI.Chat;

class Local
{
    Talk.ChatClient client = new Talk.ChatClient(
        model: "qwen",
        credential: new System.ClientModel.ApiKeyCredential("none"),
        options: new OpenAIClientOptions { Endpoint = new System.Uri("http://10.0.0.5:8000/v1") });
}
