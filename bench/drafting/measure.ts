import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Draft, draftArticle } from '../../src/draft/draft-article.ts';
import { type Fitted, loadFitted } from '../../src/draft/learned/fitted.ts';
import { readArticle } from '../../src/draft/reading/read-article.ts';
import { spannedAnnotation } from '../../src/draft/score/spanned-annotation.ts';
import { readAuthority } from '../../src/ingest/check/read-authority.ts';
import { Annotation, AuthorityRecord } from '../../src/model/annotation.ts';
import { ownAuthority, projectFolder, seedFolder } from '../../src/project.ts';
import { type GoldArticle, kitLines } from './kit.ts';
import { kitForm } from './kit-form.ts';
import type { ActRecord } from './learn-acts.ts';
import { predictAct, predictDates, predictEntities, predictQuotes } from './predict.ts';

interface Measured {
  P: number;
  R: number;
  F1: number;
}

interface Calibration {
  ece: number;
  at: { threshold: number; coverage: number; precision: number }[];
}

interface QuoteScores {
  'REGION attributed': Measured;
  'SPEECH-AR': Measured;
  AR: Measured;
  'AR content exact': Measured;
  calibration: Calibration;
}

interface DraftScore {
  rows: Record<string, { gold: number; found: number; spurious: number; decisions: number; edits: number }>;
  total: { decisions: number; edits: number };
  saved: number;
  editsPerStatement: number;
}

/** The scorers of the kit, as far as they are called here. */
interface Scorers {
  quotes: (gold: unknown[], found: unknown[], boot: number) => QuoteScores;
  resolved: (
    speakers: unknown[],
    gold: unknown[],
    found: unknown[],
  ) => Record<string, { n: number; right: number }>;
  dates: (gold: unknown[], found: unknown[]) => { value: Measured };
  entities: (gold: unknown[], found: unknown[]) => { ALL: Measured };
  acts: (gold: unknown[], found: unknown[]) => { n: number; act: number; targets: number; target: number };
  draft: (gold: unknown, draft: unknown) => DraftScore;
}

async function scorersOf(kit: string): Promise<Scorers> {
  const load = (name: string) => import(pathToFileURL(join(kit, 'score', `${name}.mjs`)).href);
  const [quotes, resolved, dates, entities, acts, draft] = await Promise.all(
    ['quotes', 'resolved', 'dates', 'entities', 'acts', 'draft'].map(load),
  );
  return {
    quotes: quotes.score,
    resolved: resolved.scoreResolved,
    dates: dates.scoreDates,
    entities: entities.scoreEntities,
    acts: acts.scoreActs,
    draft: draft.compare,
  };
}

const percent = (share: number) => (100 * share).toFixed(1);

interface Row {
  goal: string;
  measured: string;
  wanted: string;
  baseline: string;
}

/** Measures the drafter on `dev` of the kit and on the seed, and writes what came out into docs/drafting.md. */
async function measure(kit: string): Promise<void> {
  const fitted = loadFitted();
  const scorers = await scorersOf(kit);
  const articles = kitLines<GoldArticle>(kit, 'polnear.dev');
  const quotes = articles.map((article) => predictQuotes(article, fitted));
  const start = process.cpuUsage();
  for (const { text } of articles) draftArticle(readArticle(text, 'text'), [], fitted);
  const { user, system } = process.cpuUsage(start);
  const perArticle = (user + system) / 1000 / articles.length;
  const scores = scorers.quotes(articles, quotes, 0);
  const resolved = scorers.resolved(kitLines(kit, 'resolved.dev'), articles, quotes);
  const timed = kitLines<{ docId: string; text: string; dct: string }>(kit, 'dates.dev');
  const dates = scorers.dates(timed, timed.map(predictDates));
  const named = kitLines<{ docId: string; text: string }>(kit, 'meantime.dev');
  const entities = scorers.entities(named, named.map(predictEntities));
  const records = kitLines<ActRecord>(kit, 'acts.plv.dev');
  const acts = scorers.acts(
    records,
    records.map((record) => predictAct(record, fitted)),
  );
  const gold = JSON.parse(readFileSync(join(kit, 'data', 'seed.gold.json'), 'utf8'));
  const alone = scorers.draft(gold, seedDraft(fitted, []));
  const known = scorers.draft(gold, seedDraft(fitted, readAuthority([ownAuthority])));
  const { calibration } = scores;
  const sure = calibration.at.find(({ threshold }) => threshold === 0.9)!;
  const rows: Row[] = [
    {
      goal: 'REGION: quoted stretches with their speaker, F1',
      measured: percent(scores['REGION attributed'].F1),
      wanted: '≥ 91',
      baseline: '88.0',
    },
    {
      goal: 'SPEECH-AR: reported speech with its speaker, F1',
      measured: percent(scores['SPEECH-AR'].F1),
      wanted: '≥ 78',
      baseline: '72.8',
    },
    {
      goal: 'AR: the same with thoughts and plans, F1',
      measured: percent(scores.AR.F1),
      wanted: '≥ 60',
      baseline: '55.8',
    },
    {
      goal: 'AR with the words exactly right, F1',
      measured: percent(scores['AR content exact'].F1),
      wanted: '–',
      baseline: '45.1',
    },
    {
      goal: 'resolved speakers',
      measured: percent(resolved.all!.right / resolved.all!.n),
      wanted: '≥ 86',
      baseline: '72.0',
    },
    { goal: 'calibration error', measured: calibration.ece.toFixed(3), wanted: '≤ 0.04', baseline: '0.030' },
    {
      goal: 'attributions at a confidence of 0.9 or more',
      measured: percent(sure.coverage),
      wanted: '≥ 38',
      baseline: '–',
    },
    { goal: 'precision of these', measured: percent(sure.precision), wanted: '≥ 92', baseline: '–' },
    { goal: 'dates, value, F1', measured: percent(dates.value.F1), wanted: '≥ 79', baseline: '71.2' },
    {
      goal: 'names with their type, F1',
      measured: percent(entities.ALL.F1),
      wanted: '≥ 79',
      baseline: '59.1',
    },
    { goal: 'acts, accuracy', measured: percent(acts.act / acts.n), wanted: '≥ 75', baseline: '72.5' },
    {
      goal: 'targets, accuracy',
      measured: percent(acts.target / acts.targets),
      wanted: '≥ 85',
      baseline: '82.7',
    },
    {
      goal: 'effort saved on the seed, its entities unknown',
      measured: percent(alone.saved),
      wanted: '≥ 60',
      baseline: '49.8',
    },
    {
      goal: 'effort saved on the seed, with its authority file',
      measured: percent(known.saved),
      wanted: '–',
      baseline: '–',
    },
    {
      goal: 'milliseconds of processor time an article',
      measured: perArticle.toFixed(0),
      wanted: '≤ 100',
      baseline: '–',
    },
  ];
  const document = documentOf(rows, alone, known);
  writeFileSync(join(projectFolder, 'docs', 'drafting.md'), document);
  console.log(document);
}

/** The draft of the seed's article in the form of the kit. */
function seedDraft(fitted: Fitted, authority: AuthorityRecord[]) {
  const text = readFileSync(join(seedFolder, 'articles', 'shifting-sands', 'article.txt'), 'utf8');
  const draft: Draft = draftArticle(readArticle(text, 'text'), authority, fitted);
  const records = [...authority, ...draft.entities.map((record) => AuthorityRecord.parse(record))];
  const annotation = Annotation.parse(draft.annotation);
  const words = JSON.stringify(draft.annotation);
  const used = records.filter(({ id }) => words.includes(JSON.stringify(id)));
  return kitForm(spannedAnnotation(draft.text, annotation, used));
}

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function documentOf(rows: readonly Row[], alone: DraftScore, known: DraftScore): string {
  const template = readFileSync(join(import.meta.dirname, 'drafting.template.md'), 'utf8');
  const goals = table(
    ['measure', 'here', 'goal', 'baseline'],
    rows.map(({ goal, measured, wanted, baseline }) => [goal, measured, wanted, baseline]),
  );
  const effort = table(
    ['what', 'in the annotation', 'found', 'too many', 'decisions', 'edits', 'edits with the authority file'],
    Object.entries(alone.rows).map(([kind, { gold, found, spurious, decisions, edits }]) => [
      kind,
      ...[gold, found, spurious, decisions, edits, known.rows[kind]?.edits ?? 0].map(String),
    ]),
  );
  return template
    .replace('{{goals}}', () => goals)
    .replace('{{effort}}', () => effort)
    .replace('{{edits}}', alone.editsPerStatement.toFixed(1))
    .replace('{{edits-known}}', known.editsPerStatement.toFixed(1));
}

const [kit] = process.argv.slice(2);
if (kit === undefined) {
  console.error('Usage: npm run draft:measure -- KIT, where KIT is the folder of the extraction kit.');
  process.exitCode = 1;
} else await measure(kit);
