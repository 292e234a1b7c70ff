import type { ChatModel } from 'openai/resources';
import { type Completion, type Embedding } from 'openai/resources';

export type Known = ChatModel | Completion | Embedding;
