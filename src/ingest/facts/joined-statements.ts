import { components, type Join } from '../../match/components.ts';
import { areSaidApart, type ToldOccasion } from '../../match/occasion.ts';
import type { StoredDecision } from './active-decisions.ts';

/** A quotation of the graph, as statements are made of such. */
export interface JoinedQuotation extends ToldOccasion {
  id: string;
  /** The id of its statement by its article, and whether that only follows from the words. */
  given: string;
  isOpen: boolean;
  /** The statement that it renders now. */
  statement: string;
  articleId: string;
  /** First day on which its article may have been published. */
  published: string | null;
  /** The quotations that it was found to be the same as. */
  same: readonly { other: string; statement: string; score: number }[];
}

/** A statement as one article tells of it. */
interface Told {
  id: string;
  articleId: string;
  given: string;
  isOpen: boolean;
  published: string | null;
  quotations: JoinedQuotation[];
}

/** Surer than any score: an id was given. */
const BY_ID = 2;

/** Two statements that were decided to be different, as one text. */
const pairKey = (one: string, other: string) => [one, other].sort().join(' ');

/** The pairs that were last decided to be different. */
export function differentPairs(active: readonly StoredDecision[]): Set<string> {
  const pairs = new Set<string>();
  for (const decision of active) {
    if ((decision.kind !== 'same' && decision.kind !== 'different') || decision.of !== 'statements') continue;
    const key = pairKey(decision.ids[0]!, decision.ids[1]!);
    if (decision.kind === 'different') pairs.add(key);
    else pairs.delete(key);
  }
  return pairs;
}

/**
 * The statement that each quotation is to render: those with one id are one, and so are those that were found to be the same, unless
 * an article or a decision tells them apart, each has an id of its own, or they were said on two occasions. It follows from what is joined, and not from the order
 * in which that came: the id is the one that an annotator gave, else that of the earliest article.
 * @param quotations all of each connected set.
 * @param different the pairs of ids that a decision keeps apart.
 */
export function joinedStatements(
  quotations: readonly JoinedQuotation[],
  different: ReadonlySet<string>,
): Map<JoinedQuotation, string> {
  const told = toldOf(quotations);
  const sets = components(told, joinsOf(told), (here, there) => {
    const own = new Set([...here, ...there].filter(({ isOpen }) => !isOpen).map(({ given }) => given));
    return (
      own.size <= 1 &&
      !here.some((one) => there.some((other) => areOfTwoOccasions(one, other))) &&
      !here.some((one) => there.some((other) => different.has(pairKey(one.given, other.given))))
    );
  });
  return new Map(
    sets.flatMap((set) => {
      const id = idOf(set);
      return set.flatMap((one) => one.quotations.map((quotation) => [quotation, id] as const));
    }),
  );
}

/** Whether what two articles tell was said on two occasions; what bears one id is one whatever they say of that. */
const areOfTwoOccasions = (one: Told, other: Told): boolean =>
  one.given !== other.given && areSaidApart(one.quotations, other.quotations);

function toldOf(quotations: readonly JoinedQuotation[]): Told[] {
  const byArticle = Map.groupBy(quotations, ({ articleId, given }) => `${articleId} ${given}`);
  return [...byArticle].map(([id, of]) => {
    const { articleId, given, isOpen, published } = of[0]!;
    return { id, articleId, given, isOpen, published, quotations: of };
  });
}

function joinsOf(told: readonly Told[]): Join[] {
  const byQuotation = new Map(told.flatMap((one) => one.quotations.map(({ id }) => [id, one.id] as const)));
  const byId = [...Map.groupBy(told, ({ given }) => given).values()].flatMap(([first, ...others]) =>
    others.map((other) => ({ one: first!.id, other: other.id, score: BY_ID })),
  );
  const found = told.flatMap(({ id: one, quotations }) =>
    quotations.flatMap(({ same }) =>
      same.flatMap(({ other, score }) => {
        const there = byQuotation.get(other);
        return there === undefined ? [] : [{ one, other: there, score }];
      }),
    ),
  );
  return [...byId, ...found];
}

function idOf(set: readonly Told[]): string {
  const own = set.find(({ isOpen }) => !isOpen);
  if (own) return own.given;
  const [first] = set.toSorted((a, b) => (dayAndId(a) < dayAndId(b) ? -1 : 1));
  return first!.given;
}

const dayAndId = ({ published, given }: Told) => `${published ?? '9999-99-99'} ${given}`;
