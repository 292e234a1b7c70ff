import OpenAI from 'openai';
// import Anthropic from '@anthropic-ai/sdk';
import { answer } from './answer.js';

const openai = new OpenAI();

export async function ask(question: string): Promise<string> {
  const reply = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: question }] });
  return answer(reply.choices[0]?.message.content ?? '');
}
