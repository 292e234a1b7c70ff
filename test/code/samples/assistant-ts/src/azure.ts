import { AzureOpenAI } from 'openai';

export const azure = new AzureOpenAI({ endpoint: `https://${process.env.RESOURCE}.openai.azure.com`, apiVersion: '2024-10-21' });
