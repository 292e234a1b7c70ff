/** Most entries a section of a manifest may have. */
export const manifestCaps = { legalEntities: 1_000, providers: 5_000, licences: 2_000, models: 20_000, lineage: 50_000, weights: 50_000, deployments: 100_000, flows: 100_000 } as const;
