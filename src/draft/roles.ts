import type { FoundEntity } from './entities/entities.ts';
import type { References } from './entities/references.ts';
import { isHonorific, type RoleKind, roleKindOf } from './entities/titles.ts';
import { type AnalysedText, wordsOf } from './text/analysed-text.ts';
import type { Run } from './text/sentences.ts';

/** A role that the words beside a name tell. */
export interface FoundRole {
  person: FoundEntity;
  kind: RoleKind;
  title: string;
  of: FoundEntity | null;
  isFormer: boolean;
  evidence: Run;
  /** The words that describe the person, where they stand apart from the name. */
  description: Run | null;
  rule: 'title' | 'apposition';
  confidence: number;
}

/** The roles of people: titles before names, and appositions after them. */
export function findRoles(
  read: AnalysedText,
  entities: readonly FoundEntity[],
  references: References,
): FoundRole[] {
  const found: FoundRole[] = [];
  for (const person of entities) {
    if (person.type !== 'Person') continue;
    for (const mention of person.mentions) {
      if (mention.title !== null) found.push(...titleRole(read, references, person, mention.title, mention));
      found.push(...appositions(read, references, person, mention));
    }
  }
  const seen = new Set<string>();
  return found.filter(({ person, title }) => {
    const key = `${person.id} ${title.toLowerCase()}`;
    return !seen.has(key) && seen.add(key);
  });
}

function titleRole(
  read: AnalysedText,
  references: References,
  person: FoundEntity,
  given: Run,
  name: Run,
): FoundRole[] {
  const { tokens } = read;
  let { from } = given;
  while (from < given.to && (isHonorific(tokens[from]!.text) || tokens[from]!.text === '.')) from++;
  if (from >= given.to) return [];
  // A country directly before belongs to the title: "US President".
  const before = references.all.find(
    ({ to, entity, form }) =>
      form === 'name' && to === from && (entity.type === 'Country' || entity.type === 'Organization'),
  );
  const start = before ? before.from : from;
  const end = tokens[given.to - 1]!.text === '.' ? given.to : given.to;
  const title = oneLine(wordsOf(read, { from: start, to: end }));
  const kind = roleKindOf(wordsOf(read, { from, to: end }));
  if (!kind) return [];
  const isFormer = /^(former|ex)$/.test(tokens[start - 1]?.lower ?? '') || /^(former|ex-)/i.test(title);
  return [
    {
      person,
      kind,
      title,
      of: before?.entity ?? null,
      isFormer,
      evidence: { from: start, to: name.to },
      description: before ? { from: start, to: end } : null,
      rule: 'title',
      confidence: 0.85,
    },
  ];
}

const oneLine = (words: string) => words.replace(/\s+/g, ' ');

const OPENS =
  /^(a|an|the|former|its|his|her|their|chief|senior|deputy|executive|director|president|chairman|professor|spokesman|spokeswoman|head|leader|founder|co-founder|author|editor|commander|analyst|one)$/;

/** "Ada Bell, a former official and analyst on trade," says two things of her. */
function appositions(
  read: AnalysedText,
  references: References,
  person: FoundEntity,
  mention: Run,
): FoundRole[] {
  const { tokens, sentenceOf } = read;
  const start = mention.to + 1;
  if (tokens[mention.to]?.text !== ',' || tokens[start] === undefined || tokens[start].region >= 0) return [];
  if (!OPENS.test(tokens[start].lower) && !roleKindOf(tokens[start].text)) return [];
  let end = start;
  while (
    end < tokens.length &&
    sentenceOf[end] === sentenceOf[mention.from] &&
    !/^[,;:.—–]$/.test(tokens[end]!.text) &&
    !/^(VERB|AUX)$/.test(tokens[end]!.tag) &&
    tokens[end]!.lower !== 'who'
  )
    end++;
  if (end - start > 18 || end <= start) return [];
  const whole = { from: start, to: end };
  return splitAtAnd(read, whole).flatMap((part): FoundRole[] => {
    let { from } = part;
    while (from < part.to && /^(a|an|the|his|her|its|their)$/.test(tokens[from]!.lower)) from++;
    const head = headWords(read, { from, to: part.to });
    const kind = roleKindOf(head);
    if (!kind || from >= part.to) return [];
    const title = oneLine(wordsOf(read, { from, to: part.to }));
    const of =
      references.all.find(
        ({ from: at, to, entity, form }) =>
          at >= from &&
          to <= part.to &&
          form === 'name' &&
          (entity.type === 'Country' || entity.type === 'Organization'),
      ) ?? null;
    return [
      {
        person,
        kind,
        title,
        of: of?.entity ?? null,
        isFormer: /\b(former|ex-)/i.test(title),
        evidence: { from: mention.from, to: end },
        description: whole,
        rule: 'apposition',
        confidence: 0.8,
      },
    ];
  });
}

/** Two roles that "and" joins, where each of them is one by itself. */
function splitAtAnd(read: AnalysedText, { from, to }: Run): Run[] {
  for (let at = from + 1; at < to - 1; at++) {
    if (read.tokens[at]!.lower !== 'and') continue;
    const [first, second] = [
      { from, to: at },
      { from: at + 1, to },
    ];
    if (roleKindOf(headWords(read, first)) && roleKindOf(headWords(read, second))) return [first, second];
  }
  return [{ from, to }];
}

/** The words up to what they are of: "analyst on trade" is an analyst. */
function headWords(read: AnalysedText, { from, to }: Run): string {
  let end = from;
  while (end < to && !/^(of|for|at|in|on|with|to|from)$/.test(read.tokens[end]!.lower)) end++;
  return wordsOf(read, { from, to: end });
}
