/**
 * SQL for which deployments a record is, or is used by: rows of `kind`, `key`, `deployment` and `units`, one for each pair.
 *
 * A deployment's units are its owner and its legal entity. Flows and calls in code are of the deployment they name; a model is of every deployment that runs it, falls back to it or weighs it as an alternative,
 * retired ones aside; weights are of their model, a lineage edge of its child. All else is of nobody.
 *
 * @param records name of a relation with `kind`, `key`, `value` and `change`
 */
export function recordUses(records: string): string {
  return `
    WITH deployments AS MATERIALIZED (
      SELECT key AS deployment, value, change, array_remove(ARRAY[value ->> 'owner', 'entity/' || (value ->> 'legalEntity')], NULL) AS units FROM ${records} WHERE kind = 'deployment'
    ), models AS MATERIALIZED (
      SELECT deployment, units, used.model FROM deployments, LATERAL (
        SELECT value ->> 'model' AS model
        UNION SELECT value #>> '{fallback,model}'
        UNION SELECT alternative #>> '{deployment,model}' FROM jsonb_array_elements(CASE jsonb_typeof(value -> 'alternatives') WHEN 'array' THEN value -> 'alternatives' ELSE '[]' END) AS alternative
      ) AS used WHERE change <> 'retired' AND used.model IS NOT NULL
    )
    SELECT 'deployment' AS kind, deployment AS key, deployment, units FROM deployments
    UNION ALL SELECT r.kind, r.key, d.deployment, d.units FROM ${records} r JOIN deployments d ON d.deployment = r.value ->> 'deployment' WHERE r.kind IN ('dataFlow', 'codeCall')
    UNION ALL SELECT 'model', model, deployment, units FROM models
    UNION ALL SELECT r.kind, r.key, m.deployment, m.units FROM ${records} r JOIN models m ON m.model = r.value ->> 'model' WHERE r.kind = 'weightArtefact'
    UNION ALL SELECT r.kind, r.key, m.deployment, m.units FROM ${records} r JOIN models m ON m.model = r.value ->> 'child' WHERE r.kind = 'lineageEdge'`;
}
