import OpenAI from 'openai';

test('asks', () => expect(new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' })).toBeDefined());
