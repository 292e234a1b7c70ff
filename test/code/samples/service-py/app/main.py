"""Answers questions.

    import openai

asks https://api.openai.com/v1 unless told otherwise.
"""
import os, json
from openai import OpenAI

LLM_URL = "http://vllm:8000/v1"
# import anthropic
openai = json.loads(os.environ.get("SETTINGS", "{}"))
client = OpenAI(base_url=LLM_URL, api_key="none")
