/** Headers of an answer that is a new audit, as the API document has them. */
export const auditHeaders = {
  'X-Audit-Id': { description: 'id of the stored audit', schema: { type: 'string' as const, format: 'uuid' } },
  Location: { description: 'address of the stored audit', schema: { type: 'string' as const } },
};
