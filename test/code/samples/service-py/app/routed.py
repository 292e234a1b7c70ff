from litellm import completion


def ask(question):
    near = completion(model="ollama/llama3.1", messages=[{"role": "user", "content": question}])
    return near or completion(model="mistral/mistral-large-latest", messages=[{"role": "user", "content": question}])
