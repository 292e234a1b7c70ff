package main

import (
	"context"

	sdk "github.com/openai/openai-go"
	"github.com/openai/openai-go/option"
	// "github.com/sashabaranov/go-openai"
)

const help = `
import "github.com/cohere-ai/cohere-go"
`

func main() {
	base := "http://localhost:11434/v1"
	client := sdk.NewClient(option.WithBaseURL(base))
	_, _ = client, context.TODO()
}
