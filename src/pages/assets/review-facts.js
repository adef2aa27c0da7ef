/* The facts of an annotation: the words that say each, and the fields that a reviewer may change. */

const first = (all) => all?.[0];
const attributionOf = (statement) => first(first(statement.quotations).attributions);
const idOf = (about) => (typeof about === 'string' ? about : about.id);

/** The lists of an annotation that are reviewed one by one, in the order in which they are shown. */
export const KINDS = ['statements', 'events', 'relations', 'roles'];

/** The quotes that say a fact. */
export const quotesOf = (kind, fact) =>
  kind === 'statements'
    ? fact.quotations.flatMap(({ quote }) => (Array.isArray(quote) ? quote : [quote]))
    : fact.evidence;

export function setQuote(kind, fact, quote) {
  if (kind === 'statements') first(fact.quotations).quote = quote;
  else fact.evidence = [quote];
}

const text = (name, isRequired = true) => ({
  name,
  get: (fact) => fact[name] ?? '',
  set: (fact, value) => {
    if (value === '' && !isRequired) delete fact[name];
    else fact[name] = value;
  },
});
const entity = (name, isRequired = true) => ({ ...text(name, isRequired), isEntity: true });
const date = (name) => ({
  name,
  get: (fact) => (typeof fact[name] === 'string' ? fact[name] : (fact[name]?.edtf ?? '')),
  set: (fact, value) => {
    if (value === '') delete fact[name];
    else fact[name] = { edtf: value, basis: 'explicit' };
  },
});

/** The fields of each kind. */
export const FIELDS = {
  statements: [
    {
      name: 'speaker',
      isEntity: true,
      get: (fact) => attributionOf(fact).speakers?.join(', ') ?? attributionOf(fact).speaker ?? '',
      set(fact, value) {
        const attribution = attributionOf(fact);
        const ids = value
          .split(',')
          .map((id) => id.trim())
          .filter(Boolean);
        const quote = quotesOf('statements', fact)[0];
        const isOwn = JSON.stringify(attribution.evidence) === JSON.stringify(quote);
        if (ids.length > 0 && isOwn) delete attribution.evidence;
        if (ids.length === 0) attribution.evidence ??= quote;
        delete attribution.speaker;
        delete attribution.speakers;
        if (ids.length > 1) attribution.speakers = ids;
        else attribution.speaker = ids[0] ?? null;
        attribution.confidence = ids.length > 0 ? Math.max(attribution.confidence ?? 0, 0.9) : 0;
        const flags = (attribution.flags ?? []).filter((flag) => flag !== 'unnamed-speaker');
        attribution.flags = ids.length > 0 ? flags : [...flags, 'unnamed-speaker'];
      },
      alternatives: (fact) => attributionOf(fact).draft?.alternatives ?? [],
    },
    {
      name: 'quoteType',
      options: ['direct', 'indirect', 'mixed'],
      get: (fact) => first(fact.quotations).quoteType,
      set: (fact, value) => {
        first(fact.quotations).quoteType = value;
      },
    },
    { ...text('act', false), list: 'acts', alternatives: (fact) => fact.draft?.alternatives ?? [] },
    {
      name: 'about',
      isEntity: true,
      get: (fact) => (fact.about ?? []).map(idOf).join(', '),
      set: (fact, value) => {
        const known = new Map((fact.about ?? []).map((one) => [idOf(one), one]));
        fact.about = value
          .split(',')
          .map((id) => id.trim())
          .filter(Boolean)
          .map((id) => known.get(id) ?? id);
      },
    },
    date('said'),
  ],
  events: [text('label'), text('kind'), date('date'), { ...text('act', false), list: 'acts' }],
  relations: [entity('subject'), text('predicate'), entity('object')],
  roles: [entity('person'), text('kind'), text('title', false), entity('of', false)],
};

/** How sure the rules are of a fact, from 0 to 1, or undefined of one that a person made. */
export const confidenceOf = ({ draft }) => draft?.confidence;

/** A statement of words that a reviewer selected, which show that nobody is named until they are given a speaker. */
export const newStatement = (quote, id, isQuoted) => ({
  id,
  quotations: [
    {
      quoteType: isQuoted ? 'direct' : 'indirect',
      quote,
      attributions: [
        { speaker: null, basis: 'editor', confidence: 0, flags: ['unnamed-speaker'], evidence: quote },
      ],
    },
  ],
});

/** A copy without what says that it is a draft. */
export function withoutDraft(value) {
  if (Array.isArray(value)) return value.map(withoutDraft);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'draft')
      .map(([name, one]) => [name, withoutDraft(one)]),
  );
}
