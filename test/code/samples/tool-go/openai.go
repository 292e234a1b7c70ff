package main

import "acme.example/tool/openai"

var openaiClient = openai.New("http://localhost")
