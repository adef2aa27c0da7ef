import { ACTS } from '../../model/act.ts';
import { WORDS } from '../words.ts';
import { dateText } from './dates.ts';

/** Names that English gives an article within a sentence. */
const WITH_ARTICLE =
  /^(?:United (?:States|Kingdom|Nations|Arab Emirates)\b|(?:European|African|Soviet) Union$|(?:Netherlands|Philippines|Bahamas|Maldives|Gambia|Seychelles|Comoros)$|\S+ Islands$)|\b(?:Republic|Kingdom|Federation)$/;

/** A name as it stands within a sentence. */
export const withArticle = (name: string) => (WITH_ARTICLE.test(name) ? `the ${name}` : name);

/** An act as people read it: a code by its label. */
export const actText = (act: string): string => ACTS.get(act)?.label ?? act.toLowerCase();

const { statement, statements, form, sentence } = WORDS;

/** A share of one, in per cent. */
export const percent = (share: string): string => `${Math.round(Number(share) * 100)} %`;

const among = (values: Record<string, string>) => (value: string) => values[value] ?? value;

/** How a value of a filter is read, where that is not as the URL has it. */
const READ: Record<string, (value: string) => string> = {
  act: actText,
  ...Object.fromEntries(
    [
      'aboutAs',
      'attribution',
      'undated',
      'review',
      'contested',
      'unattributed',
      'unnamedTarget',
      'currentRole',
      'resolved',
    ].map((name) => [name, among(statements.values)]),
  ),
  polarity: among(form.polarities),
  quoteType: among(statement.quoteType),
  speakerRole: among(sentence.roles),
  targetRole: among(sentence.roles),
  flag: among(statement.flags),
  minConfidence: percent,
  maxConfidence: percent,
  saidFrom: dateText,
  saidTo: dateText,
  reportedFrom: dateText,
  reportedTo: dateText,
  from: dateText,
  to: dateText,
};

/** A value of a filter as people read it; undefined where it names a thing. */
export const valueText = (name: string, value: string): string | undefined => READ[name]?.(value);
