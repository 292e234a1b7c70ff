import { borderlintImporter } from './borderlint/borderlint.importer.js';
import { cyclonedxImporter } from './cyclonedx/cyclonedx.importer.js';
import { domicileYamlImporter } from './domicile-yaml/domicile-yaml.importer.js';
import { fideslangImporter } from './fideslang/fideslang.importer.js';
import { cardImporter } from './hugging-face/card.importer.js';
import { configImporter } from './hugging-face/config.importer.js';
import { type Importer } from './importer.js';
import { statementImporter } from './in-toto/statement.importer.js';
import { k8sAibomImporter } from './k8s-aibom/k8s-aibom.importer.js';
import { litellmImporter } from './litellm/litellm.importer.js';
import { mlmodelImporter } from './mlflow/mlmodel.importer.js';
import { modelPackImporter } from './model-pack/model-pack.importer.js';
import { ollamaManifestImporter } from './ollama/manifest.importer.js';
import { modelfileImporter } from './ollama/modelfile.importer.js';
import { openLineageImporter } from './open-lineage/open-lineage.importer.js';
import { composeImporter } from './serving/compose.importer.js';
import { helmTemplateImporter } from './serving/helm-template.importer.js';
import { helmValuesImporter } from './serving/helm-values.importer.js';
import { kubernetesImporter } from './serving/kubernetes.importer.js';
import { routerImporter } from './serving/router.importer.js';
import { pullReportImporter } from './pull-report/pull-report.importer.js';
import { spdxImporter } from './spdx/spdx.importer.js';
import { staticTerraformImporter } from './terraform/static-terraform.importer.js';
import { tablesImporter } from './tables/tables.importer.js';
import { terraformPlanImporter } from './terraform/terraform-plan.importer.js';

/** Every format that can be read, the more particular first: the first that recognises a file reads it. */
export const importers: readonly Importer[] = [
  domicileYamlImporter,
  pullReportImporter,
  litellmImporter,
  configImporter,
  cardImporter,
  helmTemplateImporter,
  kubernetesImporter,
  composeImporter,
  helmValuesImporter,
  routerImporter,
  cyclonedxImporter,
  terraformPlanImporter,
  staticTerraformImporter,
  ollamaManifestImporter,
  modelfileImporter,
  modelPackImporter,
  mlmodelImporter,
  statementImporter,
  openLineageImporter,
  k8sAibomImporter,
  borderlintImporter,
  spdxImporter,
  fideslangImporter,
  tablesImporter,
];
