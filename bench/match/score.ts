import { parseArgs } from 'node:util';
import { type GoldRendering, readGold } from './gold.ts';
import { type ComparedPair, compareAll, type Measures, measure } from './measure.ts';

const OWN_GOLD = 'test/fixtures/matching';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: 'string' },
    story: { type: 'string' },
    errors: { type: 'boolean', default: false },
  },
});
const gold = readGold(positionals[0] ?? OWN_GOLD);
const { part, story } = values;

const shown = ({ renderings, pairs, ...shares }: Measures) => ({
  renderings,
  pairs,
  ...Object.fromEntries(Object.entries(shares).map(([name, value]) => [name, Math.round(value * 1000) / 10])),
});

/** Measures of all, of each part, and of each story by itself. */
const tables = new Map<string, GoldRendering[]>([
  ['all', gold.renderings],
  ...Map.groupBy(gold.renderings, (rendering) => rendering.part),
  ...Map.groupBy(gold.renderings, (rendering) => rendering.story),
]);
const chosen = story ?? part;
const rows = [...tables].filter(([name]) => chosen === undefined || name === chosen);
console.table(
  Object.fromEntries(
    rows.map(([name, renderings]) => [name, shown(measure(renderings, compareAll(renderings)))]),
  ),
);

if (values.errors) {
  const pairs = compareAll(tables.get(chosen ?? 'all')!);
  print(
    'JOINED, AND NOT OF ONE STATEMENT',
    pairs.filter(({ isSame, match }) => !isSame && match.verdict === 'sure'),
  );
  print(
    'OF ONE STATEMENT, AND NOT JOINED',
    pairs.filter(({ isSame, isJoined }) => isSame && !isJoined),
  );
  print(
    'OFFERED, AND NOT OF ONE STATEMENT',
    pairs.filter(({ isSame, match }) => !isSame && match.verdict === 'likely'),
  );
}

function print(title: string, pairs: ComparedPair[]) {
  console.log(`\n${title}: ${pairs.length}`);
  for (const { one, other, match, isOffered } of pairs) {
    console.log(
      `- ${one.reference} | ${other.reference} | ${match.verdict} ${match.score}${isOffered ? ' offered' : ''}: ${match.reason}`,
    );
    for (const { quoteType, parts, occasionSigns } of [one, other])
      console.log(`    ${quoteType}: ${parts.join(' … ')}   {${occasionSigns.join(', ')}}`);
  }
}
