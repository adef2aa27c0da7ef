import type { AuthorityRecord } from '../../src/model/annotation.ts';
import { EventKind, Predicate } from '../../src/model/vocabulary.ts';
import type { ArticleText } from './article-text.ts';
import { COUNTRIES, ORGANIZATIONS, PEOPLE } from './authority.ts';
import type { Random } from './random.ts';
import { CODES } from './statements.ts';

const UNDATED = 0.1;

export interface Happening {
  index: number;
  actor: AuthorityRecord;
  recipient: AuthorityRecord;
  described: { id: string; [field: string]: unknown };
}

/** What happened, and how countries are related. */
export class Events {
  readonly #random: Random;
  readonly #country: () => AuthorityRecord;
  readonly #anyone: (() => AuthorityRecord)[];
  readonly #kind: () => string;
  readonly #act: () => string;

  constructor(random: Random) {
    this.#random = random;
    this.#country = random.ranked(COUNTRIES);
    this.#anyone = [this.#country, this.#country, random.ranked(PEOPLE), random.ranked(ORGANIZATIONS)];
    this.#kind = random.ranked(EventKind.options);
    this.#act = random.ranked(CODES);
  }

  happening(index: number): Happening {
    const random = this.#random;
    const actor = random.one(this.#anyone)();
    const recipient = random.one(this.#anyone)();
    const day = random.day();
    const kind = this.#kind();
    const described = {
      id: `e-${index}`,
      kind,
      label: `${actor.name} and ${recipient.name}: ${kind} ${index}`,
      date: random.chance(UNDATED)
        ? { edtf: null, basis: 'unknown' }
        : { edtf: random.chance(0.2) ? day.slice(0, 4) : day, basis: 'explicit' },
      act: random.chance(0.5) ? this.#act() : null,
      place: random.chance(0.2) ? this.#country().id : null,
      participants: [
        { entity: actor.id, role: 'actor' },
        ...(recipient.id === actor.id ? [] : [{ entity: recipient.id, role: 'recipient' }]),
      ],
    };
    return { index, actor, recipient, described };
  }

  told(text: ArticleText, { index, actor, recipient, described }: Happening): Happening['described'] {
    const evidence = `${text.name(actor)} met ${text.name(recipient)} over dossier ${index}`;
    text.line(`${evidence}.`);
    const figures = index % 10 === 0 ? [{ what: 'killed', value: index, words: evidence }] : [];
    const assertedBy = index % 7 === 0 ? { author: 'opinion', confidence: 0.8 } : { author: 'fact' };
    return { ...described, figures, assertedBy, evidence: [evidence] };
  }

  related(text: ArticleText, number: number): object {
    const random = this.#random;
    const subject = this.#country();
    let object = this.#country();
    while (object.id === subject.id) object = this.#country();
    const evidence = `${text.name(subject)} stands by its ties with ${text.name(object)}, note ${number}`;
    text.line(`${evidence}.`);
    const date = random.chance(0.2)
      ? { edtf: null, basis: 'unknown' }
      : { edtf: random.day().slice(0, 7), basis: 'explicit' };
    return {
      subject: subject.id,
      predicate: random.one(Predicate.options),
      object: object.id,
      date,
      evidence: [evidence],
    };
  }
}
