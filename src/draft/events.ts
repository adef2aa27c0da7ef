import { plainForm } from './acts/act-words.ts';
import type { FoundDate } from './dates/find-dates.ts';
import type { FoundEntity } from './entities/entities.ts';
import type { Reference, References } from './entities/references.ts';
import { type AnalysedText, placeOf, wordsOf } from './text/analysed-text.ts';
import type { Run } from './text/sentences.ts';

type Kind =
  | 'meeting'
  | 'visit'
  | 'invitation'
  | 'appointment'
  | 'arrest'
  | 'attack'
  | 'independence'
  | 'agreement'
  | 'resignation'
  | 'sanctions'
  | 'pressure'
  | 'lawsuit'
  | 'alliance'
  | 'charge'
  | 'release'
  | 'aid'
  | 'negotiation'
  | 'war'
  | 'conflict'
  | 'period';

/** Something that the author tells has happened. */
export interface FoundEvent {
  kind: Kind;
  act: string | null;
  participants: { entity: FoundEntity; role: 'actor' | 'recipient' }[];
  place: FoundEntity | null;
  date: FoundDate | null;
  /** Each passage that tells it. */
  evidence: Run[];
  confidence: number;
}

interface Pattern {
  kind: Kind;
  act: string | null;
  /** Whether both are actors. */
  isMutual?: boolean;
  /** Whether an object has to be named. */
  needsObject?: boolean;
}

/** Verbs that tell an event by themselves, in their plain form; few, since a wrong participant costs more than none. */
const VERBS: Record<string, Pattern> = {
  meet: { kind: 'meeting', act: '040', isMutual: true, needsObject: true },
  visit: { kind: 'visit', act: '042', needsObject: true },
  invite: { kind: 'invitation', act: '036', needsObject: true },
  arrest: { kind: 'arrest', act: '173', needsObject: false },
  detain: { kind: 'arrest', act: '173', needsObject: false },
  sue: { kind: 'lawsuit', act: '115', needsObject: true },
  resign: { kind: 'resignation', act: null },
  indict: { kind: 'charge', act: null },
  bomb: { kind: 'attack', act: '183', needsObject: true },
  invade: { kind: 'attack', act: '192', needsObject: true },
  pressure: { kind: 'pressure', act: '100', needsObject: true },
  sanction: { kind: 'sanctions', act: '163', needsObject: true },
  appoint: { kind: 'appointment', act: null, needsObject: true },
};

/** The events that the sentences of an author tell, without what is planned, denied or said by others. */
export function findEvents(
  read: AnalysedText,
  references: References,
  dates: readonly FoundDate[],
  isReported: (at: number) => boolean,
): FoundEvent[] {
  const { tokens, sentences, sentenceOf } = read;
  const found: FoundEvent[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.region >= 0) continue;
    const sentence = sentences[sentenceOf[at]!]!;
    const within = references.all.filter(
      ({ from, to }) => from >= sentence.from && to <= sentence.to && tokens[from]!.region < 0,
    );
    const event =
      independence(read, at, within) ??
      doneTo(read, at, within) ??
      ofNoun(read, at, within) ??
      namedWar(read, at) ??
      ofVerb(read, at, within);
    // Of what others say, only what has those who take part in it named beside it.
    if (!event || isUnreal(read, at, sentence) || (isReported(at) && event.participants.length < 2)) continue;
    found.push({
      ...event,
      evidence: [event.evidence],
      // What has a name is not of the day that its sentence speaks of.
      date: event.participants.length === 0 ? null : dateIn(read, sentence, dates),
      place: placeAfter(
        read,
        at,
        within,
        event.participants.map(({ entity }) => entity),
      ),
    });
  }
  return merged(read, found);
}

type Bare = Omit<FoundEvent, 'date' | 'place' | 'evidence'> & { evidence: Run };

function ofVerb(read: AnalysedText, at: number, within: Reference[]): Bare | null {
  const { tokens } = read;
  if (tokens[at]!.tag !== 'VERB') return null;
  const plain = plainForm(tokens[at]!.lower);
  const pattern = VERBS[plain] ?? VERBS[`${plain}e`];
  if (!pattern) return null;
  const subject = within.findLast(({ to }) => to <= at && isDirect(read, to, at));
  let next = at + 1;
  if (/^(with|up)$/.test(tokens[next]?.lower ?? '')) next++;
  if (tokens[next]?.lower === 'with') next++;
  const object = within.find(
    ({ from }) =>
      from >= next &&
      from - next <= 3 &&
      !tokens.slice(next, from).some(({ tag }) => /^(VERB|AUX|PUNCT)$/.test(tag)),
  );
  const isPassive = /^(was|were|been|being|is|are|be)$/.test(tokens[at - 1]?.lower ?? '');
  if (!subject || (pattern.needsObject && !object)) return null;
  const participants: Bare['participants'] = [];
  if (isPassive) participants.push({ entity: subject.entity, role: 'recipient' });
  else {
    participants.push({ entity: subject.entity, role: 'actor' });
    if (object && object.entity !== subject.entity)
      participants.push({ entity: object.entity, role: pattern.isMutual ? 'actor' : 'recipient' });
  }
  const end = Math.max(object?.to ?? at + 1, at + 1);
  return {
    kind: pattern.kind,
    act: isPassive ? null : pattern.act,
    participants,
    evidence: { from: subject.from, to: end },
    confidence: isPassive ? 0.55 : 0.65,
  };
}

/** Whether nothing but auxiliaries and adverbs stands between a subject and its verb. */
const isDirect = ({ tokens }: AnalysedText, from: number, to: number) =>
  to - from <= 4 &&
  tokens
    .slice(from, to)
    .every(
      ({ tag, lower }, index) =>
        tag === 'AUX' ||
        tag === 'ADV' ||
        /^(has|have|had|also|then)$/.test(lower) ||
        BEGUN.test(lower) ||
        (lower === 'to' && BEGUN.test(tokens[from + index - 1]?.lower ?? '')),
    );

/** Nouns that tell an event with those who take part: "Bell’s meeting with Dorn", "tensions between Norland and Tarn". */
const NOUNS: Record<string, Pattern> = {
  meeting: { kind: 'meeting', act: '040', isMutual: true },
  summit: { kind: 'meeting', act: '040', isMutual: true },
  talks: { kind: 'negotiation', act: '046', isMutual: true },
  negotiations: { kind: 'negotiation', act: '046', isMutual: true },
  visit: { kind: 'visit', act: '042' },
  stay: { kind: 'visit', act: '042' },
  tensions: { kind: 'conflict', act: null, isMutual: true },
  war: { kind: 'war', act: null, isMutual: true },
  agreement: { kind: 'agreement', act: '057', isMutual: true },
  alliance: { kind: 'alliance', act: null, isMutual: true },
};

/** Nouns that tell with "of" what happened to a person: "the appointment of Ada Bell". */
const DONE_TO: Record<string, Kind> = {
  appointment: 'appointment',
  arrest: 'arrest',
  release: 'release',
  detention: 'arrest',
};

function doneTo({ tokens }: AnalysedText, at: number, within: Reference[]): Bare | null {
  const kind = DONE_TO[tokens[at]!.lower];
  if (!kind || tokens[at + 1]?.lower !== 'of') return null;
  const whom = within.find(
    ({ from, entity, form }) =>
      from >= at + 2 && from <= at + 5 && entity.type === 'Person' && form === 'name',
  );
  if (!whom) return null;
  return {
    kind,
    act: null,
    participants: [{ entity: whom.entity, role: 'recipient' }],
    evidence: { from: at, to: whom.to },
    confidence: 0.65,
  };
}

function ofNoun(read: AnalysedText, at: number, within: Reference[]): Bare | null {
  const { tokens } = read;
  const pattern = NOUNS[tokens[at]!.lower];
  // The tagger takes some for verbs: a noun has its owner, or words that say more of it, before it.
  const isNoun = tokens[at]!.tag === 'NOUN' || /^(NOUN|ADJ|PART)$/.test(tokens[at - 1]?.tag ?? '');
  if (!pattern || !isNoun) return null;
  const owner = within.findLast(
    ({ to }) =>
      to <= at &&
      at - to <= 4 &&
      (/^['’]s?$/.test(tokens[to]?.text ?? '') || /^(his|her|its)$/.test(tokens[to - 1]!.lower)),
  );
  const link = tokens[at + 1]?.lower ?? '';
  const after = within.filter(({ from }) => from > at && from - at <= 8);
  const others =
    link === 'between'
      ? after.slice(0, 2)
      : link === 'with' || link === 'to' || link === 'in'
        ? after.slice(0, 1)
        : [];
  // "His part in the talks between Norland and Tarn": the two take part, and he may or may not.
  const named = (others.length === 2 ? others : [owner, ...others]).filter((one) => one !== undefined);
  const entities = [...new Set(named.map(({ entity }) => entity))];
  if (entities.length < 2) return null;
  return {
    kind: pattern.kind,
    act: pattern.act,
    participants: entities.map((entity, index) => ({
      entity,
      role: pattern.isMutual || index === 0 ? 'actor' : 'recipient',
    })),
    evidence: {
      from: Math.min(others.length === 2 ? at : (owner?.from ?? at), at),
      to: Math.max(at + 1, ...others.map(({ to }) => to)),
    },
    confidence: 0.6,
  };
}

/** "The Cold War": a war, or a period, that has a name. */
function namedWar({ tokens }: AnalysedText, at: number): Bare | null {
  if (tokens[at]!.text !== 'War' || !/^\p{Lu}/u.test(tokens[at - 1]?.text ?? '')) return null;
  const end = /^(I|II)$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  return {
    kind: tokens[at - 1]!.text === 'Cold' ? 'period' : 'war',
    act: null,
    participants: [],
    evidence: { from: at - 1, to: end },
    confidence: 0.7,
  };
}

/** "Norland became independent from Tarn in 1905." */
function independence({ tokens }: AnalysedText, at: number, within: Reference[]): Bare | null {
  if (
    tokens[at]!.lower !== 'independence' ||
    !/^(achieved|gained|won|declared|obtained|secured)$/.test(tokens[at - 1]?.lower ?? '')
  )
    return null;
  const subject = within.findLast(
    ({ to, entity }) => to <= at - 1 && at - to <= 3 && entity.type === 'Country',
  );
  if (!subject) return null;
  const from =
    tokens[at + 1]?.lower === 'from'
      ? within.find((one) => one.from >= at + 2 && one.from <= at + 4 && one.entity.type === 'Country')
      : undefined;
  let end = from?.to ?? at + 1;
  if (tokens[end]?.lower === 'in' && /^\d{4}$/.test(tokens[end + 1]?.text ?? '')) end += 2;
  return {
    kind: 'independence',
    act: null,
    participants: [
      { entity: subject.entity, role: 'actor' },
      ...(from ? [{ entity: from.entity, role: 'recipient' as const }] : []),
    ],
    evidence: { from: subject.from, to: end },
    confidence: 0.8,
  };
}

/** What stands after these and "to" has happened. */
const BEGUN =
  /^(continue|continues|continued|began|begun|begins|started|starts|managed|went|helped|proceeded|came)$/;

/** What is planned, feared, denied or asked has not happened. */
function isUnreal({ tokens }: AnalysedText, at: number, { from }: Run): boolean {
  const isBegun = (nth: number) => BEGUN.test(tokens[nth - 1]?.lower ?? '');
  const first = Math.max(from, at - 5);
  return tokens
    .slice(first, at)
    .some(({ lower }, index) =>
      lower === 'to'
        ? !isBegun(first + index)
        : /^(not|n't|will|would|could|should|may|might|if|never|can|must|plans?|wants?|hopes?|refused|declined|whether|'ll)$/.test(
            lower,
          ),
    );
}

const dateIn = (read: AnalysedText, sentence: Run, dates: readonly FoundDate[]): FoundDate | null => {
  const [start, end] = placeOf(read, sentence);
  const within = dates.filter((date) => date.start >= start && date.end <= end);
  return within.length === 1 ? within[0]! : null;
};

function placeAfter(
  { tokens, sentenceOf }: AnalysedText,
  at: number,
  within: Reference[],
  others: FoundEntity[],
): FoundEntity | null {
  for (const { from, entity, form } of within) {
    if (form === 'metonym') continue;
    if (from <= at || from - at > 12 || sentenceOf[from] !== sentenceOf[at] || others.includes(entity))
      continue;
    const before = [tokens[from - 1]?.lower, tokens[from - 2]?.lower];
    if (
      /^(Place|Country)$/.test(entity.type) &&
      (before[0] === 'in' ||
        before[0] === 'at' ||
        (before[0] === 'the' && /^(in|at|to)$/.test(before[1] ?? '')))
    )
      return entity;
  }
  return null;
}

/** One event for one kind, day and participants, however often it is told. */
function merged(read: AnalysedText, events: FoundEvent[]): FoundEvent[] {
  const byKey = new Map<string, FoundEvent>();
  for (const event of events) {
    const key = [
      event.kind,
      ...event.participants.map(({ entity }) => entity.id).sort(),
      event.date?.value ?? '',
      event.participants.length === 0 ? wordsOf(read, event.evidence[0]!) : '',
    ].join(' ');
    const known = byKey.get(key);
    if (known) known.evidence.push(...event.evidence);
    else byKey.set(key, event);
  }
  return [...byKey.values()];
}
