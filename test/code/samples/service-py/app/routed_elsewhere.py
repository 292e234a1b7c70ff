import litellm

from app.settings import MODEL

answer = lambda messages: litellm.completion(model=MODEL, messages=messages)
