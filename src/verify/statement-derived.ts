import { derive, type Quoted } from '../ingest/facts/derive.ts';
import { differences } from './finding.ts';

export interface VoicesRow extends Quoted {
  id: string;
  stored: Record<string, unknown>;
  saidBy: { speaker: string; rank: string }[];
}

/** What a statement holds otherwise than its quotations and attributions have it. */
export function derivedFaults({ stored, saidBy, voices, quoteTypes, reported }: VoicesRow): string[] {
  const { saidBy: said, ...derived } = derive({ voices, quoteTypes, reported });
  return [
    ...differences(stored, derived),
    ...differences({ SAID_BY: inOrder(saidBy) }, { SAID_BY: inOrder(said) }),
  ];
}

const inOrder = (saidBy: VoicesRow['saidBy']) =>
  saidBy.map(({ speaker, rank }) => `${speaker} ${rank}`).sort();
