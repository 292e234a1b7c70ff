import OpenAI from 'openai';

export const client = new OpenAI({ apiKey: 'none', baseURL: 'http://localhost:8000/v1' });
