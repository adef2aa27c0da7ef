const set = (id: string) => ({ '@id': id, '@container': '@set' });
const iri = (id: string) => ({ '@id': id, '@type': '@id' });
const typed = (id: string, type: string) => ({ '@id': id, '@type': type });

/** The path of the project's own vocabulary: the terms that no other vocabulary has. */
export const VOCABULARY_PATH = '/v1/vocabulary';

/** Its IRI, the same for all instances of the service: a URN of this kind needs no host and no registry (RFC 9562). */
export const VOCABULARY_IRI = 'urn:uuid:9faf8b07-9aeb-4719-95b5-ff73d5fc560f#';

/** The terms that another vocabulary defines, or that have a type. */
const TERMS = {
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  wd: 'http://www.wikidata.org/entity/',

  id: '@id',
  type: '@type',
  Annotation: 'oa:Annotation',
  Article: 'schema:Article',
  Concept: 'skos:Concept',
  Country: 'schema:Country',
  Event: 'schema:Event',
  MonetaryAmount: 'schema:MonetaryAmount',
  Organization: 'schema:Organization',
  Person: 'schema:Person',
  Place: 'schema:Place',
  QuantitativeValue: 'schema:QuantitativeValue',
  Quotation: 'schema:Quotation',
  Role: 'schema:Role',
  SpecificResource: 'oa:SpecificResource',
  TextPositionSelector: 'oa:TextPositionSelector',
  TextQuoteSelector: 'oa:TextQuoteSelector',

  about: set('schema:about'),
  aliases: set('schema:alternateName'),
  author: set('schema:author'),
  currency: 'schema:currency',
  datePublished: 'schema:datePublished',
  description: 'schema:description',
  endDate: 'schema:endDate',
  headline: 'schema:headline',
  identifier: 'schema:identifier',
  inLanguage: 'schema:inLanguage',
  location: 'schema:location',
  maxValue: 'schema:maxValue',
  minValue: 'schema:minValue',
  name: 'schema:name',
  publisher: 'schema:publisher',
  roleName: 'schema:roleName',
  sameAs: iri('schema:sameAs'),
  startDate: 'schema:startDate',
  subjectOf: set('schema:subjectOf'),
  text: 'schema:text',
  unitText: 'schema:unitText',
  url: iri('schema:url'),
  value: 'schema:value',

  agent: iri('prov:agent'),
  hadPrimarySource: { ...iri('prov:hadPrimarySource'), '@container': '@set' },
  qualifiedAttribution: set('prov:qualifiedAttribution'),
  wasAttributedTo: { ...iri('prov:wasAttributedTo'), '@container': '@set' },
  wasQuotedFrom: 'prov:wasQuotedFrom',

  end: typed('oa:end', 'xsd:nonNegativeInteger'),
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  selector: set('oa:hasSelector'),
  source: iri('oa:hasSource'),
  start: typed('oa:start', 'xsd:nonNegativeInteger'),
  suffix: 'oa:suffix',
  target: 'oa:hasTarget',

  cameo: 'skos:notation',
  label: 'skos:prefLabel',

  object: 'rdf:object',
  predicate: { '@id': 'rdf:predicate', '@type': '@vocab' },
  subject: 'rdf:subject',

  accounts: set('accounts'),
  aimedAt: set('aimedAt'),
  assertions: set('assertions'),
  attributions: set('attributions'),
  contested: set('contested'),
  contexts: set('contexts'),
  earliest: typed('earliest', 'xsd:date'),
  edtf: typed('edtf', 'http://id.loc.gov/datatypes/edtf/EDTF'),
  evidence: set('evidence'),
  figures: set('figures'),
  flags: set('flags'),
  latest: typed('latest', 'xsd:date'),
  lists: { ...typed('lists', 'xsd:anyURI'), '@container': '@set' },
  participants: set('participants'),
  quotations: set('quotations'),
  quoted: set('quoted'),
  readings: set('readings'),
  relations: set('relations'),
  roles: set('roles'),
  saidAt: set('saidAt'),
  speaker: set('speaker'),
  statement: iri('statement'),
  excluded: set('excluded'),
  statementsAt: set('statementsAt'),
  unnamedTargets: set('unnamedTargets'),
  variants: set('variants'),
};

/** The one context of all JSON-LD. What it does not name is a term of the own vocabulary, so that nothing is dropped. */
export const CONTEXT = { '@version': 1.1, '@vocab': VOCABULARY_IRI, ...TERMS };

/** The terms whose values are IRIs. */
export const IRI_TERMS: ReadonlySet<string> = new Set([
  'id',
  ...Object.entries(TERMS).flatMap(([name, term]) =>
    typeof term === 'object' && '@type' in term && term['@type'] === '@id' ? [name] : [],
  ),
]);
