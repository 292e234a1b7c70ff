package main

import "github.com/anthropics/anthropic-sdk-go"

func ask() {
	client := anthropic.NewClient()
	_ = client
}
