from openai import OpenAI

URL = "https://api.openai.com/v1"


def test_client():
    assert OpenAI(base_url=URL)
