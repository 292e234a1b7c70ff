import { generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';

export const reply = (prompt: string) => generateText({ model: anthropic('claude-sonnet-4-5'), prompt });
