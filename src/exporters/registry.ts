import { type Exporter } from './exporter.js';
import { githubExporter } from './github/github.exporter.js';
import { gitlabExporter } from './gitlab/gitlab.exporter.js';
import { jsonExporter } from './json/json.exporter.js';
import { junitExporter } from './junit/junit.exporter.js';
import { markdownExporter } from './markdown/markdown.exporter.js';
import { oscalExporter } from './oscal/oscal.exporter.js';
import { sarifExporter } from './sarif/sarif.exporter.js';
import { textExporter } from './text/text.exporter.js';

/** Every format an audit result can be written in; the PDF is made from a report and stands apart. */
export const exporters: readonly Exporter[] = [textExporter, jsonExporter, sarifExporter, oscalExporter, junitExporter, markdownExporter, githubExporter, gitlabExporter];
