import type { AttributionParts, QuotationParts, UnnamedTargetParts } from '../../db/statement-json.ts';
import type { StatementReading } from './derive-statement.ts';
import type { AccountReading, TellingSources } from './derive-told.ts';
import { type ArticleFacts, type Fact, factKey } from './facts.ts';

type AttributionSource = Omit<AttributionParts, 'speakers' | 'describedOf'> & {
  speakerIds: string[];
  describedOf: string | null;
};

type UnnamedTargetSource = Omit<UnnamedTargetParts, 'of'> & { of: string | null };

/** A quotation with all that its statement and the JSON of that are made of; entities are given by their ids. */
export type QuotationSource = Omit<QuotationParts, 'attributions' | 'unnamedTargets'> &
  Omit<StatementReading, 'attributions' | 'unnamedTargets'> & {
    attributions: AttributionSource[];
    unnamedTargets: UnnamedTargetSource[];
  };

/** What articles bring to merged views: quotations by the ids of their statements, the others by their keys. */
export interface Sources {
  statements: Map<string, QuotationSource[]>;
  told: Map<string, TellingSources>;
}

/** What articles bring to the merged views that they have a part in. */
export function sourcesOf(articles: readonly ArticleFacts[]): Sources {
  const sources: Sources = { statements: new Map(), told: new Map() };
  for (const article of articles) addSources(sources, article);
  return sources;
}

function addSources({ statements, told }: Sources, { id, properties: of, facts }: ArticleFacts): void {
  const published = of.publishedEdtf as string | null;
  const article = { id, title: String(of.title), published };
  const days = {
    publishedEarliest: of.publishedEarliest as string | null,
    publishedLatest: of.publishedLatest as string | null,
  };
  const telling = ({ edges }: Fact): TellingSources => {
    const { toKind, to } = edges.find((edge) => edge.toKind !== undefined)!;
    const key = factKey({ kind: toKind!, id: to });
    const found = told.get(key) ?? { accounts: [], figures: [] };
    told.set(key, found);
    return found;
  };
  const quotations = new Map<string, QuotationSource>();
  for (const fact of facts) {
    const { kind, properties } = fact;
    if (kind === 'Account')
      telling(fact).accounts.push({
        ...(properties as Omit<AccountReading, 'article' | 'publishedEarliest'>),
        publishedEarliest: days.publishedEarliest,
        article: { id },
      });
    else if (kind === 'Figure') telling(fact).figures.push(String(properties.what));
    else if (kind === 'Quotation') {
      const values = properties as Omit<
        QuotationSource,
        'id' | 'article' | 'same' | 'attributions' | 'unnamedTargets'
      >;
      const source = {
        ...values,
        id: fact.id,
        ...days,
        article,
        same: [],
        attributions: [],
        unnamedTargets: [],
      };
      quotations.set(fact.id, source);
      const statement = targets(fact, 'RENDERS')[0]!;
      const others = statements.get(statement);
      if (others) others.push(source);
      else statements.set(statement, [source]);
    } else if (kind === 'Attribution') {
      const values = properties as Omit<AttributionSource, 'id' | 'speakerIds' | 'describedOf'>;
      const [describedOf = null] = targets(fact, 'DESCRIBED_OF');
      const source = { ...values, id: fact.id, speakerIds: targets(fact, 'TO'), describedOf };
      quotations.get(targets(fact, 'ATTRIBUTES')[0]!)!.attributions.push(source);
    } else if (kind === 'UnnamedTarget') {
      const values = properties as Omit<UnnamedTargetSource, 'of'>;
      const [of = null] = targets(fact, 'DESCRIBED_OF');
      quotations.get(targets(fact, 'TARGET_OF')[0]!)!.unnamedTargets.push({ ...values, of });
    }
  }
}

const targets = ({ edges }: Fact, type: string) =>
  edges.filter((edge) => edge.type === type).map(({ to }) => to);
