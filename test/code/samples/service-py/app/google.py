from google import genai
from google.cloud import storage

client = genai.Client(vertexai=True, project="acme", location="europe-west4")
bucket = storage.Client().bucket("acme")
