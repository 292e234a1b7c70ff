/** Name and version of the engine, printed in every result; a test holds it to the version of the package. */
export const engineName = 'domicile/0.1.0';
