import { openai } from './openai-settings.js';

const evil = 'https://api.openai.com.evil.example/v1';
const text = "import OpenAI from 'openai'";
const pattern = /require\('openai'\)|https:\/\/api\.openai\.com/;
const page = 'https://platform.openai.com/docs';

export const seen = (line: string): boolean => pattern.test(line) || line === text || line === evil || line === page || openai.on;
