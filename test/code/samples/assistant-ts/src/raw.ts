/**
 * Asks without a library: see https://api.openai.com/v1/models.
 */
export const models = () => fetch('https://api.openai.com/v1/models', { headers: { authorization: `Bearer ${process.env['OPENAI_API_KEY']}` } });

export const warning = 'Calls to https://api.mistral.ai are not allowed here.';
