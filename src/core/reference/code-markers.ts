import { z } from 'zod';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factRecord } from './fact-record.js';

const names = z.array(text(160)).min(1).max(60).optional();

const packages = z.strictObject({
  javascript: names.describe('npm packages; what lies below them counts as well'),
  python: names.describe('modules as they are imported'),
  java: names.describe('packages, for Java and Kotlin'),
  csharp: names.describe('namespaces'),
  go: names.describe('module paths'),
});

const client = z.strictObject({
  names: z.array(text(80)).min(1).max(40).describe('constructors; with the package before a dot where the name alone says too little'),
  provider: recordId.optional().describe('whom it calls, where that is not the provider of the record'),
});

const baseUrl = z.strictObject({
  arguments: z.array(text(60)).max(20).describe('names under which code gives another address'),
  variables: z.array(text(80)).max(20).describe('environment variables that give another address'),
});

const marker = factRecord({
  id: recordId,
  name: text(),
  providers: z.array(recordId).max(10).describe('ids in the provider facts; several where an import does not tell which; none for a library that calls whom the model name says; self-hosted for the own network'),
  packages: packages.optional(),
  clients: z.array(client).max(20).optional(),
  givesWayTo: z.array(recordId).max(10).optional().describe('records whose libraries are built on this one: where a file imports both, only they count'),
  baseUrl: baseUrl.optional(),
  hosts: z.array(text(200)).max(40).optional().describe('endpoints; * stands for one or more characters'),
  calls: z.array(text(80)).max(20).optional().describe('words that a general library is given to call it, such as bedrock-runtime'),
  variables: z.array(text(80)).max(40).optional().describe('environment variables that hold its keys'),
  models: z.array(text(80)).max(60).optional().describe('names of models; * at the end stands for whatever follows'),
  modelsAlsoFrom: z.array(recordId).max(20).optional().describe('providers that serve models of these names as well'),
  byModelName: z.boolean().optional().describe('the provider stands before the slash of the model name, as in LiteLLM'),
}).meta({ id: 'CodeMarker' });
export type CodeMarker = z.infer<typeof marker>;

/** By what source code that calls a provider is told: packages, clients, endpoints, keys, model names. */
export const codeMarkers = z.strictObject({ codeMarkers: z.array(marker).max(500) }).meta({ id: 'CodeMarkers' });
export type CodeMarkers = z.infer<typeof codeMarkers>;
