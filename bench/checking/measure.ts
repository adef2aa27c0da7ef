import { checkQuotation } from '../../src/check-quotation/check-quotation.ts';
import type { Verdict } from '../../src/check-quotation/finding.ts';
import type { RecordedStatement } from '../../src/check-quotation/record.ts';
import type { GoldQuotation } from './gold.ts';

interface Judged extends GoldQuotation {
  verdict: Verdict;
  warnings: string[];
}

/** Finds the statements that a quotation is compared with. */
type Find = (quote: string, speakers?: readonly string[]) => RecordedStatement[];

/** Checks a quotation of a gold. */
export function judge(gold: GoldQuotation, find: Find): Judged {
  const { quote, speaker, about, from, to } = gold;
  const speakers = speaker === undefined ? undefined : [speaker];
  const asked = { quote, speakers, about: about === undefined ? undefined : [about], from, to };
  const { verdict, findings } = checkQuotation(asked, find(quote, speakers));
  return { ...gold, verdict, warnings: findings.flatMap(({ warnings }) => warnings.map(({ code }) => code)) };
}

const CONFIRMING: ReadonlySet<Verdict> = new Set(['verbatim', 'altered-cut', 'altered', 'paraphrase']);
const TRUE: ReadonlySet<Verdict> = new Set(['verbatim']);

const share = (some: number, all: number) => (all === 0 ? null : Math.round((1000 * some) / all) / 10);

/** How many of the verdicts are right, and which faults that must not be were found. */
export function measure(judged: readonly Judged[]) {
  const right = judged.filter(({ verdict, expect }) => verdict === expect);
  const of = (wanted: Verdict) => ({
    precision: share(
      right.filter(({ verdict }) => verdict === wanted).length,
      judged.filter(({ verdict }) => verdict === wanted).length,
    ),
    recall: share(
      right.filter(({ verdict }) => verdict === wanted).length,
      judged.filter(({ expect }) => expect === wanted).length,
    ),
  });
  const warned = judged.filter(({ warning }) => warning !== undefined);
  return {
    quotations: judged.length,
    right: share(right.length, judged.length),
    paraphrase: of('paraphrase'),
    notInTheRecord: of('not-in-the-record'),
    warned: share(
      warned.filter(({ warning, warnings }) => warnings.includes(warning!)).length,
      warned.length,
    ),
    mustNotBe: {
      wrongCalledVerbatim: judged.filter(
        ({ verdict, expect }) => verdict === 'verbatim' && expect !== 'verbatim',
      ).length,
      trueCalledAbsent: judged.filter(
        ({ verdict, expect }) => verdict === 'not-in-the-record' && TRUE.has(expect),
      ).length,
      wrongSpeakerConfirmed: judged.filter(
        ({ verdict, expect }) => expect === 'said-by-another' && CONFIRMING.has(verdict),
      ).length,
    },
  };
}
