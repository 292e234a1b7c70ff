/** Tables of deployments of an invented group, each with two flows, as a spreadsheet gives them. */
const countries = ['DE', 'FR', 'NL', 'IE', 'AT', 'ES', 'IT', 'SE', 'PL', 'BE'];
const deploymentColumns = ['id', 'name', 'description', 'owner', 'purpose', 'environment', 'status', 'criticality', 'commercial', 'usersPerMonth', 'model', 'provider', 'route', 'place.kind', 'place.provider', 'place.country', 'place.scope', 'confirmedAt'];
const flowColumns = ['id', 'deployment', 'stage', 'from', 'to', 'categories', 'subjects', 'subjectCountries', 'personalData', 'processingCountries', 'storageCountries', 'accessCountries', 'scope', 'transferBasis.mechanism', 'retentionDays', 'encryptedInTransit', 'usedForTraining'];
const line = (cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`;

/** The files of deployments number `first` and on, below a folder. */
export function deploymentTables(folder, first, count) {
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  return [
    { path: `${folder}/deployments.csv`, content: line(deploymentColumns) + numbers.map((number) => line(deployment(number))).join('') },
    { path: `${folder}/data-flows.csv`, content: line(flowColumns) + numbers.flatMap((number) => ['prompt', 'log'].map((stage) => line(flow(number, stage)))).join('') },
  ];
}

function deployment(number) {
  const { country, provider } = placeOf(number);
  const unit = number % 97;
  return [`service-${number}`, `Service ${(number * 7919) % 100_003}`, `Answers questions of unit ${unit} on its own documents`, `Unit ${unit}`, `Answer questions on documents of unit ${unit}`, 'production', 'live', 'standard', 'true', 50 + (number % 900), `model-${number % 200}`, provider, 'self-hosted', 'on-premises', provider, country, 'site', `2026-10-0${1 + (number % 9)}`];
}

function flow(number, stage) {
  const { country, provider } = placeOf(number);
  return [`service-${number}/${stage}`, `service-${number}`, stage, 'Document store', provider, 'user.contact; user.financial', 'customer', country, 'true', country, country, country, 'site', 'not-needed', 7, 'true', 'false'];
}

function placeOf(number) {
  const country = countries[number % countries.length];
  return { country, provider: `it-${country.toLowerCase()}` };
}
