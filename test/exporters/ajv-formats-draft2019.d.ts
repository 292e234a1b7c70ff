declare module 'ajv-formats-draft2019' {
  import { type Ajv } from 'ajv';
  /** Adds the formats that JSON Schema has known since draft 2019-09, `iri-reference` among them. */
  export default function addFormats(ajv: Ajv): Ajv;
}
