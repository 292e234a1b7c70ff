using System;
using Azure.AI.OpenAI;
using OpenAI.Chat;
// using Anthropic;

var path = @"C:\using OpenAI;";
using var file = System.IO.File.OpenRead(path);
using (var other = System.IO.File.OpenRead("b")) { }
var client = new AzureOpenAIClient(new Uri("https://acme.openai.azure.com"), new Azure.AzureKeyCredential("none"));
ChatClient chat = client.GetChatClient("assistant");
