import type { ContestedField } from '../../model/vocabulary.ts';
import type { OrderKeys } from './edge-properties.ts';
import { filled } from './facts.ts';

/** Who a quotation is attributed to, and how; there are no speakers where nobody can be named. */
export interface AttributionSummary {
  speakerIds: string[];
  rank: string;
  confidence: number;
  /** Of those who are described where nobody is named: the kind of their role, and the id of what they are of. */
  describedRole: string | null;
  describedOf: string | null;
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
    /** Null where nothing is contested, or nobody is named: the importer of a bulk load cannot write an empty list. */
    contested: ContestedField[] | null;
    isContested: boolean;
    confidence: number | null;
    speakerIds: string[] | null;
    isUnattributed: boolean;
    describedRoles: string[] | null;
    describedOf: string[] | null;
    quoteTypes: string[];
    reportedEarliest: string | null;
    reportedLatest: string | null;
  };
  /** What its relationships to those who may have said it hold. */
  saidBy: (OrderKeys & { speakerId: string; preferred: boolean })[];
  /** Its speakers, and what the relationships to its targets hold beside the targets and them. */
  speakerIds: string[];
  keys: OrderKeys;
}

/**
 * Derives what a statement takes from its quotations. What is deprecated counts nowhere. An attribution that names nobody
 * gives way to one that names a speaker, and contests nothing; attributions to other speakers contest each other.
 */
export function deriveStatement(keys: OrderKeys, quotations: QuotationSummary[]): StatementDerivation {
  const named = quotations
    .flatMap(({ attributions }) => attributions)
    .filter(({ rank, speakerIds }) => rank !== 'deprecated' && speakerIds.length > 0);
  const speakerIds = preferredSpeakers(named.filter(isPreferred));
  const isContested = new Set(named.map(keyOf)).size > 1;
  const preferred = quotations.flatMap(({ attributions }) => attributions.filter(isPreferred));
  const confidences = preferred.map(({ confidence }) => confidence);
  const days = quotations
    .flatMap(({ publishedEarliest, publishedLatest }) => [publishedEarliest, publishedLatest])
    .filter((day) => day !== null)
    .sort();
  const everybody = [...new Set(named.flatMap((attribution) => attribution.speakerIds))];
  return {
    properties: {
      contested: isContested ? ['speaker'] : null,
      isContested,
      confidence: confidences.length > 0 ? Math.max(...confidences) : null,
      speakerIds: filled(speakerIds),
      isUnattributed: speakerIds.length === 0,
      describedRoles: distinct(preferred.map(({ describedRole }) => describedRole)),
      describedOf: distinct(preferred.map(({ describedOf }) => describedOf)),
      quoteTypes: [...new Set(quotations.map(({ quoteType }) => quoteType))].sort(),
      reportedEarliest: days[0] ?? null,
      reportedLatest: days.at(-1) ?? null,
    },
    saidBy: everybody.map((speakerId) => ({
      speakerId,
      ...keys,
      preferred: speakerIds.includes(speakerId),
    })),
    speakerIds,
    keys,
  };
}

const distinct = (values: (string | null)[]) =>
  filled([...new Set(values.filter((value) => value !== null))].sort());

const isPreferred = ({ rank }: AttributionSummary) => rank === 'preferred';

/** Those who speak together. */
const keyOf = ({ speakerIds }: AttributionSummary) => speakerIds.toSorted().join(' ');

/** Where quotations prefer different speakers: those whom most prefer, then those of the highest confidence, then by id. */
function preferredSpeakers(preferred: AttributionSummary[]): string[] {
  const candidates = [...Map.groupBy(preferred, keyOf)].map(([key, of]) => ({
    key,
    count: of.length,
    confidence: Math.max(...of.map(({ confidence }) => confidence)),
  }));
  const [first] = candidates.sort(
    (a, b) => b.count - a.count || b.confidence - a.confidence || (a.key < b.key ? -1 : 1),
  );
  return first ? first.key.split(' ') : [];
}
