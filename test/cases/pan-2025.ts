/** Pan, Chodnekar, Roy, Wang (2025), A Cost-Benefit Analysis of On-Premise LLM Deployment, arXiv:2509.18101. 176 hours a month, 0.15 USD/kWh. */
export const panSource = 'Pan et al. 2025, arXiv:2509.18101';

/** Power that the printed electricity follows from; the paper's own GPU table prints 400 W and 575 W. */
export const panImpliedPower: Readonly<Record<string, number>> = { 'A100-80GB': 0.3, 'RTX5090-32GB': 0.5 };
export const panPrintedPower: Readonly<Record<string, number>> = { 'A100-80GB': 0.4, 'RTX5090-32GB': 0.575 };

export interface PanMachine {
  readonly model: string;
  readonly gpu: string;
  readonly gpus: number;
  readonly pricePerGpu: number;
  readonly outlay: number;
  readonly tokensPerSecond: number;
  /** Millions of tokens per month as printed. */
  readonly capacity: number;
  /** USD per month as printed. */
  readonly electricity: number;
  readonly electricityAtPrintedPower: number;
}

export const panMachines: readonly PanMachine[] = [
  { model: 'Kimi-K2', gpu: 'A100-80GB', gpus: 16, pricePerGpu: 15000, outlay: 240000, tokensPerSecond: 800, capacity: 506.9, electricity: 126.72, electricityAtPrintedPower: 168.96 },
  { model: 'GLM-4.5', gpu: 'A100-80GB', gpus: 6, pricePerGpu: 15000, outlay: 90000, tokensPerSecond: 400, capacity: 253.4, electricity: 47.52, electricityAtPrintedPower: 63.36 },
  { model: 'Qwen3-235B', gpu: 'A100-80GB', gpus: 4, pricePerGpu: 15000, outlay: 60000, tokensPerSecond: 400, capacity: 253.4, electricity: 31.68, electricityAtPrintedPower: 42.24 },
  { model: 'gpt-oss-120B', gpu: 'A100-80GB', gpus: 2, pricePerGpu: 15000, outlay: 30000, tokensPerSecond: 220, capacity: 139.4, electricity: 15.84, electricityAtPrintedPower: 21.12 },
  { model: 'GLM-4.5-Air', gpu: 'A100-80GB', gpus: 2, pricePerGpu: 15000, outlay: 30000, tokensPerSecond: 200, capacity: 126.7, electricity: 15.84, electricityAtPrintedPower: 21.12 },
  { model: 'Llama-3.3-70B', gpu: 'A100-80GB', gpus: 1, pricePerGpu: 15000, outlay: 15000, tokensPerSecond: 190, capacity: 120.4, electricity: 7.92, electricityAtPrintedPower: 10.56 },
  { model: 'EXAONE 4.0 32B', gpu: 'RTX5090-32GB', gpus: 1, pricePerGpu: 2000, outlay: 2000, tokensPerSecond: 200, capacity: 126.7, electricity: 13.2, electricityAtPrintedPower: 15.18 },
  { model: 'Qwen3-30B', gpu: 'RTX5090-32GB', gpus: 1, pricePerGpu: 2000, outlay: 2000, tokensPerSecond: 180, capacity: 114.0, electricity: 13.2, electricityAtPrintedPower: 15.18 },
  { model: 'Magistral Small', gpu: 'RTX5090-32GB', gpus: 1, pricePerGpu: 2000, outlay: 2000, tokensPerSecond: 150, capacity: 95.0, electricity: 13.2, electricityAtPrintedPower: 15.18 },
];

/** Prices in USD per million tokens, input to output 1 to 2, at full local capacity. */
export interface PanBreakEven {
  readonly model: string;
  readonly api: string;
  readonly priceIn: number;
  readonly priceOut: number;
  readonly apiMonth: number;
  readonly published: number;
  readonly calculated: number;
  readonly status: string;
  readonly impliedBlend?: number;
}

export const panBreakEvens: readonly PanBreakEven[] = [
  { model: 'Kimi-K2', api: 'GPT-5', priceIn: 1.25, priceOut: 10.0, apiMonth: 3590.4, published: 69.3, calculated: 69.2905, status: 'exact' },
  { model: 'Kimi-K2', api: 'Claude-4 Opus', priceIn: 15.0, priceOut: 75.0, apiMonth: 27878.4, published: 8.7, calculated: 8.6481, status: 'tol' },
  { model: 'Kimi-K2', api: 'Grok-4', priceIn: 3.0, priceOut: 15.0, apiMonth: 5575.68, published: 44.0, calculated: 44.0451, status: 'exact' },
  { model: 'Kimi-K2', api: 'Gemini 2.5 Pro', priceIn: 1.25, priceOut: 10.0, apiMonth: 3590.4, published: 63.1, calculated: 69.2905, status: 'mismatch', impliedBlend: 7.754 },
  { model: 'GLM-4.5', api: 'Claude-4 Opus', priceIn: 15.0, priceOut: 75.0, apiMonth: 13939.2, published: 6.5, calculated: 6.4787, status: 'exact' },
  { model: 'GLM-4.5', api: 'Claude-4 Sonnet', priceIn: 3.0, priceOut: 15.0, apiMonth: 2787.84, published: 32.8, calculated: 32.8429, status: 'exact' },
  { model: 'GLM-4.5', api: 'Gemini 2.5 Pro', priceIn: 1.25, priceOut: 10.0, apiMonth: 1795.2, published: 47.0, calculated: 51.4968, status: 'mismatch', impliedBlend: 7.743 },
  { model: 'Qwen3-235B', api: 'GPT-5', priceIn: 1.25, priceOut: 10.0, apiMonth: 1795.2, published: 34.0, calculated: 34.0229, status: 'exact' },
  { model: 'Qwen3-235B', api: 'Claude-4 Sonnet', priceIn: 3.0, priceOut: 15.0, apiMonth: 2787.84, published: 21.8, calculated: 21.7694, status: 'exact' },
  { model: 'Qwen3-235B', api: 'Grok-4', priceIn: 3.0, priceOut: 15.0, apiMonth: 2787.84, published: 21.8, calculated: 21.7694, status: 'exact' },
  { model: 'gpt-oss-120B', api: 'GPT-5', priceIn: 1.25, priceOut: 10.0, apiMonth: 987.36, published: 30.9, calculated: 30.8794, status: 'exact' },
  { model: 'gpt-oss-120B', api: 'Claude-4 Opus', priceIn: 15.0, priceOut: 75.0, apiMonth: 7666.56, published: 3.9, calculated: 3.9212, status: 'exact' },
  { model: 'gpt-oss-120B', api: 'Grok-4', priceIn: 3.0, priceOut: 15.0, apiMonth: 1533.31, published: 19.8, calculated: 19.7697, status: 'exact' },
  { model: 'gpt-oss-120B', api: 'Gemini 2.5 Pro', priceIn: 1.25, priceOut: 10.0, apiMonth: 987.36, published: 28.2, calculated: 30.8794, status: 'mismatch', impliedBlend: 7.746 },
  { model: 'GLM-4.5-Air', api: 'Claude-4 Opus', priceIn: 15.0, priceOut: 75.0, apiMonth: 6969.6, published: 4.3, calculated: 4.3142, status: 'exact' },
  { model: 'GLM-4.5-Air', api: 'Claude-4 Sonnet', priceIn: 3.0, priceOut: 15.0, apiMonth: 1393.92, published: 21.8, calculated: 21.7694, status: 'exact' },
  { model: 'GLM-4.5-Air', api: 'Gemini 2.5 Pro', priceIn: 1.25, priceOut: 10.0, apiMonth: 897.6, published: 31.1, calculated: 34.0229, status: 'mismatch', impliedBlend: 7.737 },
  { model: 'Llama-3.3-70B', api: 'GPT-5', priceIn: 1.25, priceOut: 10.0, apiMonth: 852.72, published: 17.8, calculated: 17.7557, status: 'exact' },
  { model: 'Llama-3.3-70B', api: 'Claude-4 Sonnet', priceIn: 3.0, priceOut: 15.0, apiMonth: 1324.22, published: 11.4, calculated: 11.3955, status: 'exact' },
  { model: 'Llama-3.3-70B', api: 'Grok-4', priceIn: 3.0, priceOut: 15.0, apiMonth: 1324.22, published: 11.4, calculated: 11.3955, status: 'exact' },
  { model: 'EXAONE 4.0 32B', api: 'GPT-5', priceIn: 1.25, priceOut: 10.0, apiMonth: 897.6, published: 2.26, calculated: 2.2614, status: 'exact' },
  { model: 'EXAONE 4.0 32B', api: 'Claude-4 Opus', priceIn: 15.0, priceOut: 75.0, apiMonth: 6969.6, published: 0.3, calculated: 0.2875, status: 'exact' },
  { model: 'EXAONE 4.0 32B', api: 'Grok-4', priceIn: 3.0, priceOut: 15.0, apiMonth: 1393.92, published: 1.4, calculated: 1.4485, status: 'exact' },
  { model: 'EXAONE 4.0 32B', api: 'Gemini 2.5 Pro', priceIn: 1.25, priceOut: 10.0, apiMonth: 897.6, published: 2.06, calculated: 2.2614, status: 'mismatch', impliedBlend: 7.766 },
  { model: 'Qwen3-30B', api: 'Claude-4 Opus', priceIn: 15.0, priceOut: 75.0, apiMonth: 6272.64, published: 0.3, calculated: 0.3195, status: 'exact' },
  { model: 'Qwen3-30B', api: 'Claude-4 Sonnet', priceIn: 3.0, priceOut: 15.0, apiMonth: 1254.53, published: 1.6, calculated: 1.6112, status: 'exact' },
  { model: 'Qwen3-30B', api: 'Gemini 2.5 Pro', priceIn: 1.25, priceOut: 10.0, apiMonth: 807.84, published: 2.3, calculated: 2.5169, status: 'mismatch', impliedBlend: 7.74 },
  { model: 'Magistral Small', api: 'GPT-5', priceIn: 1.25, priceOut: 10.0, apiMonth: 673.2, published: 3.0, calculated: 3.0303, status: 'exact' },
  { model: 'Magistral Small', api: 'Claude-4 Sonnet', priceIn: 3.0, priceOut: 15.0, apiMonth: 1045.44, published: 1.9, calculated: 1.9375, status: 'exact' },
  { model: 'Magistral Small', api: 'Grok-4', priceIn: 3.0, priceOut: 15.0, apiMonth: 1045.44, published: 1.9, calculated: 1.9375, status: 'exact' },
];

/** The same machines at a demand below their capacity (own derivation from the paper's inputs). */
export const panAtRealDemand = [
  { model: 'EXAONE 4.0 32B', api: 'GPT-5', demand: 10.0, capacity: 126.72, load: 0.0789, apiMonth: 70.83, electricity: 1.04, months: 28.66, atFullCapacity: 2.26 },
  { model: 'EXAONE 4.0 32B', api: 'Claude-4 Opus', demand: 10.0, capacity: 126.72, load: 0.0789, apiMonth: 550.0, electricity: 1.04, months: 3.64, atFullCapacity: 0.3 },
  { model: 'EXAONE 4.0 32B', api: 'GPT-5', demand: 126.72, capacity: 126.72, load: 1.0, apiMonth: 897.6, electricity: 13.2, months: 2.26, atFullCapacity: 2.26 },
  { model: 'Llama-3.3-70B', api: 'GPT-5', demand: 50.0, capacity: 120.38, load: 0.4153, apiMonth: 354.17, electricity: 3.29, months: 42.75, atFullCapacity: 17.8 },
  { model: 'Qwen3-235B', api: 'GPT-5', demand: 50.0, capacity: 253.44, load: 0.1973, apiMonth: 354.17, electricity: 6.25, months: 172.46, atFullCapacity: 34.0 },
  { model: 'Kimi-K2', api: 'Claude-4 Opus', demand: 50.0, capacity: 506.88, load: 0.0986, apiMonth: 2750.0, electricity: 12.5, months: 87.67, atFullCapacity: 8.7 },
] as const;

/** Capability as printed, in per cent; where nothing is printed, nothing is known. */
export const panBenchmarks = {
  names: ['GPQA', 'MATH-500', 'LiveCodeBench', 'MMLU-Pro'],
  of: {
    'Kimi-K2': [76.6, 97.1, 55.6, 82.4],
    'GLM-4.5': [78.2, 97.9, 73.8, 83.5],
    'Qwen3-235B': [79.0, 98.4, 78.8, 84.3],
    'gpt-oss-120B': [78.2, null, 63.9, 80.8],
    'GLM-4.5-Air': [73.3, 96.5, 68.4, 81.5],
    'Llama-3.3-70B': [49.8, 77.3, 28.8, 71.3],
    'EXAONE 4.0 32B': [73.9, 97.7, 74.7, 81.8],
    'Qwen3-30B': [70.7, 97.6, 70.7, 80.5],
    'Magistral Small': [64.1, 96.3, 51.4, 74.6],
    'GPT-5': [85.4, 99.4, 66.8, 87.1],
    'Claude-4-Sonnet': [68.3, 93.4, 44.9, 83.7],
    'Claude-4-Opus': [70.1, 94.1, 54.2, 86.0],
    'Grok-4': [87.7, 99.0, 81.9, 86.6],
    'Gemini-2.5-Pro': [84.4, 96.7, 80.1, 86.2],
  },
} as const;
