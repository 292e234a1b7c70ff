/** The pack that compares what runs with what was cleared. */
export const clearancePack = 'clearance';
