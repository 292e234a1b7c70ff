from langchain_openai import (
    ChatOpenAI,
    OpenAIEmbeddings as Embeddings,
)

chat = ChatOpenAI(model="gpt-4o", temperature=0)
vectors = Embeddings(model="text-embedding-3-small")
