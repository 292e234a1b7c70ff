SYSTEM = """You write Python.
import openai
Never send anything to https://api.openai.com yourself.
"""
region = "eu"
host = f"https://{region}.api.openai.com/v1"
