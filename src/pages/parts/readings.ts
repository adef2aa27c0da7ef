import { ACTS } from '../../model/act.ts';
import type { EventDetail } from '../../model/event.ts';
import type { StatementDetail } from '../../model/statement.ts';
import { html, joined, type Part, type SafeHtml, when } from '../html.ts';
import { WORDS } from '../words.ts';
import { time } from './dates.ts';
import { article, thing, things } from './links.ts';
import { table } from './list.ts';
import { anonymous } from './statement-card.ts';

const { readings: words } = WORDS;

type Dated = { edtf: string | null; basis: keyof typeof words.dateBasis };

const NONE = html`<span class="muted">–</span>`;

const dated = ({ edtf, basis }: Dated): Part =>
  edtf === null ? NONE : html`${time(edtf)} <small class="muted">(${words.dateBasis[basis]})</small>`;

/** What each article says of a statement, side by side: who, when, by which act, and how it has the words. */
export function statementReadings({ quotations, said, act }: StatementDetail): SafeHtml {
  const byArticle = Map.groupBy(quotations, ({ article: source }) => source.id);
  return table(
    words.bySource,
    [words.source, words.published, words.how, words.speaker, words.said, words.act],
    [...byArticle].map(([id, ofArticle]) => {
      const { article: source, id: first } = ofArticle[0]!;
      const named = ofArticle.flatMap(({ attributions }) => attributions.slice(0, 1));
      const date = said.readings.find(({ articles }) => articles.includes(id));
      const acts = act?.readings.filter(({ articles }) => articles.includes(id)) ?? [];
      const types = [...new Set(ofArticle.map(({ quoteType }) => WORDS.statement.quoteType[quoteType]))];
      return [
        article(source, first),
        source.published === null ? NONE : time(source.published),
        types.join(', '),
        joined(named.map((one) => (one.speakers.length > 0 ? things(one.speakers) : anonymous(one)))),
        date ? dated(date) : NONE,
        acts.length > 0 ? acts.map(({ label }) => label).join(', ') : NONE,
      ];
    }),
  );
}

/** Readings that exclude each other: each with the articles that give it and, of a speaker, with the reasons. */
export function contestedReadings(statement: StatementDetail): SafeHtml {
  const { contested, said, act, quotations } = statement;
  const titles = new Map(quotations.map(({ article: source }) => [source.id, source.title]));
  const listOf = (readings: readonly (readonly [SafeHtml, readonly string[]])[]) =>
    html`<ul>${readings.map(([shown, ids]) => html`<li><strong>${shown}</strong> <span class="meta">${words.accordingTo} ${articles(ids, titles)}</span></li>`)}</ul>`;
  const sections: [string, SafeHtml][] = contested.flatMap((field): [string, SafeHtml][] => {
    if (field === 'speaker') return [[words.speaker, speakerReadings(statement, titles)]];
    if (field === 'date')
      return [[words.said, listOf(said.readings.map((one) => [html`${dated(one)}`, one.articles]))]];
    if (field === 'act')
      return [[words.act, listOf((act?.readings ?? []).map((one) => [html`${one.label}`, one.articles]))]];
    return [];
  });
  return html`${sections.map(([title, list]) => html`<h2>${words.contested(title)}</h2>${list}`)}`;
}

const articles = (ids: readonly string[], titles: ReadonlyMap<string, string>): SafeHtml =>
  joined(ids.map((id) => article({ id, title: titles.get(id) ?? id })));

/** Whom articles name, each once, with every reason that is given for it. */
function speakerReadings({ quotations }: StatementDetail, titles: ReadonlyMap<string, string>): SafeHtml {
  const given = quotations.flatMap(({ article: source, attributions }) =>
    attributions.map((attribution) => ({ ...attribution, source: source.id })),
  );
  const bySpeakers = Map.groupBy(given, ({ speakers }) =>
    speakers
      .map(({ id }) => id)
      .sort()
      .join(' '),
  );
  return html`<ul>${[...bySpeakers.values()].map((all) => {
    const [{ speakers, ...first }] = all as [(typeof all)[number]];
    const reasons = [...new Set(all.flatMap(({ reason }) => reason ?? []))];
    const ranks = [...new Set(all.map(({ rank }) => WORDS.statement.rank[rank]))].join(', ');
    return html`<li><strong>${speakers.length > 0 ? things(speakers, ` ${WORDS.sentence.and} `) : anonymous(first)}</strong> <span class="meta">${ranks}, ${words.accordingTo} ${articles([...new Set(all.map(({ source }) => source))], titles)}</span>${reasons.map((reason) => html`<p class="reason"><bdi>${reason}</bdi></p>`)}</li>`;
  })}</ul>`;
}

/** What each article tells of an event, side by side. */
export const eventAccounts = ({ accounts }: EventDetail): SafeHtml =>
  when(accounts.length > 0, () =>
    table(
      words.accounts,
      [words.source, words.published, words.label, words.kind, words.when, words.act, words.place],
      accounts.map(({ article: source, kind, label, date, cameo, place }) => [
        article(source),
        source.published === null ? NONE : time(source.published),
        html`<bdi>${label}</bdi>`,
        kind,
        dated(date),
        cameo === null ? NONE : (ACTS.get(cameo)?.label ?? cameo),
        place ? thing(place) : NONE,
      ]),
    ),
  );
