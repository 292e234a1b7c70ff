package main

import "github.com/sashabaranov/go-openai"

var client = openai.NewClient("none")
