import { articleFacts } from '../src/ingest/article-facts.ts';
import { type EntityRow, entityRow } from '../src/ingest/entity-rows.ts';
import type { ArticleFacts } from '../src/ingest/facts.ts';
import { ACTS } from '../src/model/act.ts';
import type { Annotation } from '../src/model/annotation.ts';
import { Annotation as AnnotationSchema } from '../src/model/annotation.ts';
import { zipf } from './zipf.ts';

const PEOPLE = 2000;
const COUNTRIES = 190;
const CONTESTED_SHARE = 0.03;
const UNDATED_SHARE = 0.1;
const CODES = [...ACTS.keys()].filter((code) => code.length === 3);
const VERBS = ['said', 'warned', 'noted', 'stressed', 'claimed', 'cautioned'];
const WORDS =
  'the government will not accept any further delay in talks on trade security water borders energy and aid until both sides agree to a lasting plan for peace'.split(
    ' ',
  );

/** The people and countries of a generated graph. */
export function generatedEntities(): EntityRow[] {
  const record = (type: 'Person' | 'Country', index: number) => ({
    id: `${type.toLowerCase()}-${index}`,
    type,
    name: `${type} ${index}`,
    aliases: [],
    iso3166: null,
    wikidata: null,
    country: null,
    description: null,
  });
  return [
    ...Array.from({ length: PEOPLE }, (_, index) => entityRow(record('Person', index))),
    ...Array.from({ length: COUNTRIES }, (_, index) => entityRow(record('Country', index))),
  ];
}

/**
 * Articles with a number of statements in all, the same for the same seed: speakers and targets are Zipf-distributed,
 * so that a few are quoted very often. They go through the same code as annotated articles.
 */
export function* generatedArticles(
  statements: number,
  { perArticle = 20, seed = 1 } = {},
): Generator<ArticleFacts> {
  const random = mulberry32(seed);
  const speaker = zipf(PEOPLE, random);
  const target = zipf(COUNTRIES, random);
  for (let first = 0; first < statements; first += perArticle) {
    const count = Math.min(perArticle, statements - first);
    const id = `generated-${first / perArticle}`;
    const day = new Date(Date.UTC(2000, 0, 1) + Math.floor(random() * 9000) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const lines: string[] = [];
    const annotated: unknown[] = [];
    for (let index = first; index < first + count; index++) {
      const by = `person-${speaker()}`;
      const about = `country-${target()}`;
      const words = Array.from(
        { length: 8 + Math.floor(random() * 20) },
        () => WORDS[Math.floor(random() * WORDS.length)],
      );
      const quote = `${words.join(' ')} (${index})`;
      const verb = VERBS[Math.floor(random() * VERBS.length)]!;
      const cue = `${by} ${verb} of ${about} [${index}]`;
      lines.push(`${cue}: “${quote}”.`);
      const other = random() < CONTESTED_SHARE ? `person-${speaker()}` : by;
      annotated.push({
        id: `s-${index}`,
        act: CODES[Math.floor(random() * CODES.length)],
        said: random() < UNDATED_SHARE ? { edtf: null, basis: 'unknown' } : { edtf: day, basis: 'explicit' },
        about: [about],
        quotations: [
          {
            quoteType: 'direct',
            quote,
            attributions: [
              { speaker: by, rank: 'preferred', basis: 'cue-named', confidence: 0.9, evidence: cue },
              ...(other === by
                ? []
                : [
                    {
                      speaker: other,
                      rank: 'normal',
                      basis: 'editor',
                      confidence: 0.3,
                      reason: 'The text is unclear.',
                      evidence: cue,
                    },
                  ]),
            ],
          },
        ],
      });
    }
    const annotation: Annotation = AnnotationSchema.parse({
      article: { title: `Article ${id}`, language: 'en', published: day },
      statements: annotated,
    });
    const { facts, faults } = articleFacts(id, id, lines.join('\n'), annotation, () => false);
    if (faults.length > 0) throw new Error(`${id}: ${faults[0]!.message}`);
    yield facts;
  }
}

/** A small random generator that gives the same numbers for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
