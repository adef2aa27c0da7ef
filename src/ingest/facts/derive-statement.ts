import type { OrderKeys } from './edge-properties.ts';

/** Who a quotation is attributed to, and how; the speaker is null where nobody can be named. */
export interface AttributionSummary {
  speakerId: string | null;
  rank: string;
  confidence: number;
}

/** What a quotation adds to its statement. */
export interface QuotationSummary {
  quoteType: string;
  /** The first and last possible days on which its article was published. */
  publishedEarliest: string | null;
  publishedLatest: string | null;
  attributions: AttributionSummary[];
}

/** What a statement takes from all its quotations. */
export interface StatementDerivation {
  properties: {
    contested: boolean;
    confidence: number | null;
    speakerId: string | null;
    quoteTypes: string[];
    reportedEarliest: string | null;
    reportedLatest: string | null;
  };
  /** What its relationships to those who may have said it hold. */
  saidBy: (OrderKeys & { speakerId: string; rank: string })[];
  /** What its relationships to its targets hold beside the targets. */
  about: OrderKeys & { speakerId: string | null };
}

const RANKS = ['preferred', 'normal', 'deprecated'];

/**
 * Derives what a statement takes from its quotations. Its speaker is the preferred one, unless the preferred ones differ
 * or nobody is named; each speaker has the best rank that an attribution gives.
 */
export function deriveStatement(keys: OrderKeys, quotations: QuotationSummary[]): StatementDerivation {
  const attributions = quotations.flatMap((quotation) => quotation.attributions);
  const ranks = new Map<string | null, string>();
  for (const { speakerId, rank } of attributions) {
    const known = ranks.get(speakerId);
    if (known === undefined || RANKS.indexOf(rank) < RANKS.indexOf(known)) ranks.set(speakerId, rank);
  }
  const preferred = attributions.filter(({ rank }) => rank === 'preferred');
  const speakers = new Set(preferred.map(({ speakerId }) => speakerId));
  const [speakerId = null] = speakers.size === 1 ? speakers : [];
  const days = quotations
    .flatMap(({ publishedEarliest, publishedLatest }) => [publishedEarliest, publishedLatest])
    .filter((day) => day !== null)
    .sort();
  return {
    properties: {
      contested: ranks.size > 1,
      confidence: preferred.length > 0 ? Math.max(...preferred.map(({ confidence }) => confidence)) : null,
      speakerId,
      quoteTypes: [...new Set(quotations.map(({ quoteType }) => quoteType))].sort(),
      reportedEarliest: days[0] ?? null,
      reportedLatest: days.at(-1) ?? null,
    },
    saidBy: [...ranks].flatMap(([speaker, rank]) =>
      speaker === null ? [] : [{ speakerId: speaker, ...keys, rank }],
    ),
    about: { speakerId, ...keys },
  };
}
