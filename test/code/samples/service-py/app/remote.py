import anthropic as claude


class Claude:
    """Asks api.anthropic.com."""

    def __init__(self) -> None:
        self.client = claude.Anthropic()

    def ask(self, question: str):
        return self.client.messages.create(model="claude-3-5-sonnet-20241022", max_tokens=10, messages=[{"role": "user", "content": question}])
