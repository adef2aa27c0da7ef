import { aOrAn } from '../../model/a-or-an.ts';
import { ACTS } from '../../model/act.ts';
import { type Annotation, aboutOf, speakersOf } from '../../model/annotation.ts';
import type { FieldPath } from '../../model/field-path.ts';
import { nearest } from '../../model/nearest.ts';
import { shownValue } from '../../model/shown-value.ts';
import { type CheckedDocument, isWritten } from './check-document.ts';
import type { KnownEntities } from './check-references.ts';

/** Reports what is wrong in an annotation though each field is right by itself. */
export function checkConsistency(
  file: CheckedDocument<Annotation>,
  annotation: Annotation,
  known: KnownEntities,
): void {
  checkIds(file, annotation, known);
  checkActs(file, annotation);
  checkRepetitions(file, annotation);
  checkSpeakers(file, annotation);
  checkQuoted(file, annotation);
  checkRanks(file, annotation);
  for (const [index, { entity, reason }] of annotation.mentions.entries()) {
    if (entity === null && reason === null)
      file.report(['mentions', index, 'reason'], 'an unresolved mention has no reason', {
        expected: 'why it is not resolved',
      });
  }
}

function checkIds(file: CheckedDocument<Annotation>, annotation: Annotation, known: KnownEntities): void {
  for (const list of ['events', 'statements'] as const) {
    const seen = new Set<string>();
    for (const [index, { id }] of annotation[list].entries()) {
      const path = [list, index, 'id'];
      if (seen.has(id) && list === 'statements' && !file.ids(list).includes(id))
        file.report(path, 'is missing, and another statement has the same quotations', {
          expected: 'an id of its own for each',
        });
      else if (seen.has(id))
        file.report(path, `the id ${id} is used twice`, { expected: 'an id of its own for each' });
      else if (list === 'events' && known.records.has(id))
        file.report(path, `${id} is the id of ${aOrAn(known.records.get(id)!.type)} already`, {
          expected: 'an id that no entity has, since a statement may be about either',
        });
      seen.add(id);
    }
  }
}

function checkActs(file: CheckedDocument<Annotation>, annotation: Annotation): void {
  for (const list of ['events', 'statements'] as const) {
    for (const [index, { act }] of annotation[list].entries()) {
      if (act === null || ACTS.has(act)) continue;
      file.report([list, index, 'act'], `there is no CAMEO code ${shownValue(act)}`, () => ({
        expected: "a code such as '051', in quotes",
        nearest: nearest(act, ACTS.keys()),
      }));
    }
  }
}

/** The graph would hold twice what is named twice. */
function checkRepetitions(file: CheckedDocument<Annotation>, annotation: Annotation): void {
  const { events, statements } = annotation;
  const checkList = (path: FieldPath, entries: string[]) => {
    const seen = new Set<string>();
    for (const [index, entry] of entries.entries()) {
      if (seen.has(entry) && isWritten(file, [...path, index]))
        file.report([...path, index], `${shown(entry)} is named twice`, { expected: 'each once' });
      seen.add(entry);
    }
  };
  for (const list of ['roles', 'events', 'relations'] as const) {
    for (const [at, { assertedBy }] of annotation[list].entries()) {
      const entries = [assertedBy].flat().map(({ author, statement }) => author ?? `statement ${statement}`);
      checkList([list, at, 'assertedBy'], entries);
    }
  }
  for (const [at, { participants, contexts, figures }] of events.entries()) {
    const entries = participants.map(({ entity, role }) => `${entity} as ${role}`);
    checkList(['events', at, 'participants'], entries);
    checkList(['events', at, 'contexts'], contexts ?? []);
    checkList(
      ['events', at, 'figures'],
      figures.map(({ what, value, from, to, unit, words, assertedBy }) =>
        JSON.stringify([what, value, from, to, unit, words, assertedBy]),
      ),
    );
  }
  for (const [at, { about, at: occasions, unnamedTargets, quotations }] of statements.entries()) {
    checkList(
      ['statements', at, 'about'],
      about.map((one) => aboutOf(one).id),
    );
    checkList(['statements', at, 'at'], occasions);
    checkList(
      ['statements', at, 'unnamedTargets'],
      unnamedTargets.map(({ words, of }) => JSON.stringify([words, of])),
    );
    for (const [nth, { attributions }] of quotations.entries()) {
      const path = ['statements', at, 'quotations', nth, 'attributions'];
      const entries = attributions.map((attribution) => {
        const names = speakersOf(attribution).join(' and ') || 'nobody';
        return `${names} by ${attribution.basis} (${JSON.stringify(attribution.evidence)})`;
      });
      checkList(path, entries);
      for (const [which, { speakers = [] }] of attributions.entries())
        checkList([...path, which, 'speakers'], speakers);
    }
  }
}

const shown = (entry: string) => (entry.length > MOST_SHOWN ? `${entry.slice(0, MOST_SHOWN)}…` : entry);
/** Longer than two ids; only the words of evidence are. */
const MOST_SHOWN = 300;

function checkSpeakers(file: CheckedDocument<Annotation>, { statements }: Annotation): void {
  for (const [index, { quotations }] of statements.entries()) {
    for (const [nth, { attributions }] of quotations.entries()) {
      for (const [which, { speaker, speakers, described }] of attributions.entries()) {
        if (described !== null && (speaker != null || speakers?.length))
          file.report(
            ['statements', index, 'quotations', nth, 'attributions', which, 'described'],
            'is given where a speaker is named',
            { expected: 'a description where nobody is named' },
          );
        if ((speaker === undefined) !== (speakers === undefined)) continue;
        const path = ['statements', index, 'quotations', nth, 'attributions', which, 'speaker'];
        file.report(path, speaker === undefined ? 'is missing' : 'is given beside speakers', {
          expected:
            'either speaker, which is null where nobody can be named, or speakers, where there are several',
        });
      }
    }
  }
}

function checkQuoted(file: CheckedDocument<Annotation>, { statements }: Annotation): void {
  for (const [index, { quotations }] of statements.entries()) {
    for (const [nth, { quoteType, quoted }] of quotations.entries()) {
      if (quoted !== undefined && quoteType !== 'mixed')
        file.report(
          ['statements', index, 'quotations', nth, 'quoted'],
          `is given in a ${quoteType} quotation`,
          {
            expected: 'quoted words in a mixed quotation alone',
          },
        );
    }
  }
}

function checkRanks(file: CheckedDocument<Annotation>, { statements }: Annotation): void {
  for (const [index, { quotations }] of statements.entries()) {
    for (const [nth, { attributions }] of quotations.entries()) {
      if (attributions.filter(({ rank }) => rank === 'preferred').length > 1)
        file.report(
          ['statements', index, 'quotations', nth, 'attributions'],
          'several attributions are preferred',
          { expected: 'at most one preferred attribution' },
        );
    }
  }
}
