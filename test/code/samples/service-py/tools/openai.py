def complete(text):
    return text
