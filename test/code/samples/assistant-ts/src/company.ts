import OpenAI from "openai";

export const client = new OpenAI({ baseURL: `https://llm.acme.example/${process.env.TENANT}/v1` });
