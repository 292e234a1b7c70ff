import openai

print(openai.complete("ours"))
