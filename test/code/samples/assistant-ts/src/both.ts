import OpenAI from 'openai';

const near = new OpenAI({ baseURL: 'http://vllm.models.svc.cluster.local/v1' });
const far = new OpenAI({ timeout: 20_000 });

export const pick = (secret: boolean): OpenAI => (secret ? near : far);
