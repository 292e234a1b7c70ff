openai_model = "llama-3.1-8b"
OPENAI = {"model": openai_model}


def openai(prompt):
    return prompt
