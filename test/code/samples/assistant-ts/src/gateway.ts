import { createOpenAI } from '@ai-sdk/openai';

const address = 'https://openrouter.ai/api/v1';
export const router = createOpenAI({ baseURL: address });
