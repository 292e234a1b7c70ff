import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';

const modelResource = /^\s*(?:resource|data)\s+"(azurerm_cognitive_\w+|azurerm_machine_learning_\w+|azapi_resource|aws_bedrock\w*|aws_sagemaker_\w+|google_vertex_ai_\w+)"/;

/** Knows static Terraform files. They hide models, SKUs and regions behind variables, so they are never judged; the plan is what tells. */
export const staticTerraformImporter: Importer = {
  id: 'terraform-static',
  title: 'Terraform configuration',
  recognises: (file) => /\.tf(\.json)?$/i.test(file.path),
  import: (file) => {
    const lines = headOf(file, 1_048_576).split('\n');
    const at = lines.findIndex((line) => modelResource.test(line));
    const found = modelResource.exec(lines[at] ?? '')?.[1];
    const what = found === undefined ? 'static Terraform cannot be judged, since its values are filled in by the plan' : `static Terraform cannot be judged, and this one holds a ${found}, whose model, SKU and region are filled in by the plan`;
    return importResult(file, 'terraform-static', [], [{ file: file.path, line: Math.max(at, 0) + 1, column: 1, code: 'static-terraform', message: `${what}; run 'terraform plan -out plan' and give the output of 'terraform show -json plan'`, level: 'warning' }]);
  },
};
