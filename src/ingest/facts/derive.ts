/** Who a quotation of a statement is attributed to, and how; an empty speaker is nobody who can be named. */
export interface Voice {
  speaker: string;
  rank: string;
  confidence: number;
}

/** What quotations add to their statement: those of one article, or of all that quote it. */
export interface Quoted {
  voices: Voice[];
  quoteTypes: string[];
  /** The first and last possible days on which the articles were published, where they say so. */
  reported: string[];
}

/** What a statement takes from all its quotations. */
export interface Derived {
  contested: boolean;
  confidence: number | null;
  speakerId: string | null;
  quoteTypes: string[];
  reportedEarliest: string | null;
  reportedLatest: string | null;
  saidBy: { speaker: string; rank: string }[];
}

const RANKS = ['preferred', 'normal', 'deprecated'];

/**
 * Derives what `cypher/ingest/derive-statements.cypher` derives: the speaker is the preferred one, unless the
 * preferred ones differ or nobody is named; each speaker's rank is the best that any attribution gives.
 */
export function derive({ voices, quoteTypes, reported }: Quoted): Derived {
  const ranks = new Map<string, string>();
  let confidence: number | null = null;
  for (const voice of voices) {
    const known = ranks.get(voice.speaker);
    if (known === undefined || RANKS.indexOf(voice.rank) < RANKS.indexOf(known))
      ranks.set(voice.speaker, voice.rank);
    if (voice.rank === 'preferred') confidence = Math.max(confidence ?? 0, voice.confidence);
  }
  const preferred = [...ranks].filter(([, rank]) => rank === 'preferred').map(([speaker]) => speaker);
  const days = reported.toSorted();
  return {
    contested: ranks.size > 1,
    confidence,
    speakerId: (preferred.length === 1 && preferred[0]) || null,
    quoteTypes: [...new Set(quoteTypes)].sort(),
    reportedEarliest: days[0] ?? null,
    reportedLatest: days.at(-1) ?? null,
    saidBy: [...ranks].filter(([speaker]) => speaker !== '').map(([speaker, rank]) => ({ speaker, rank })),
  };
}
