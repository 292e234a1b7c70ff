import OpenAI from 'openai';

export const client = new OpenAI({ baseURL: process.env.LLM_ADDRESS });
