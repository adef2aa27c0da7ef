import { ACTS } from '../../model/act.ts';
import type { Annotation } from '../../model/annotation.ts';
import type { Fault } from '../../model/fault.ts';
import { nearest } from '../../model/nearest.ts';
import { type CheckedDocument, isWritten } from './check-document.ts';
import type { KnownEntities } from './reference-faults.ts';

/** What is wrong in an annotation though each field is right by itself. */
export function consistencyFaults(
  file: CheckedDocument<Annotation>,
  annotation: Annotation,
  known: KnownEntities,
): Fault[] {
  return [
    ...idFaults(file, annotation, known),
    ...actFaults(file, annotation),
    ...repetitionFaults(file, annotation),
    ...rankFaults(file, annotation),
    ...annotation.mentions.flatMap(({ entity, reason }, index) =>
      entity === null && reason === null
        ? file.fault(['mentions', index, 'reason'], 'an unresolved mention has no reason', {
            expected: 'why it is not resolved',
          })
        : [],
    ),
  ];
}

function idFaults(file: CheckedDocument<Annotation>, annotation: Annotation, known: KnownEntities): Fault[] {
  return (['events', 'statements'] as const).flatMap((list) => {
    const ids = annotation[list].map(({ id }) => id);
    return ids.flatMap((id, index) => {
      const path = [list, index, 'id'];
      if (ids.indexOf(id) < index) {
        return file.fault(path, `the id ${id} is used twice`, { expected: 'an id of its own for each' });
      }
      if (list === 'events' && known.records.has(id)) {
        const message = `${id} is the id of a ${known.records.get(id)!.type} already`;
        return file.fault(path, message, {
          expected: 'an id that no entity has, since a statement may be about either',
        });
      }
      return [];
    });
  });
}

function actFaults(file: CheckedDocument<Annotation>, annotation: Annotation): Fault[] {
  return (['events', 'statements'] as const).flatMap((list) =>
    annotation[list].flatMap(({ act }, index) =>
      act === null || ACTS.has(act)
        ? []
        : file.fault([list, index, 'act'], `there is no CAMEO code ${JSON.stringify(act)}`, {
            expected: "a code such as '051', in quotes",
            nearest: nearest(act, ACTS.keys()),
          }),
    ),
  );
}

/** The graph would hold twice what is named twice. */
function repetitionFaults(file: CheckedDocument<Annotation>, { events, statements }: Annotation): Fault[] {
  const lists = [
    ...events.map(({ participants }, at) => ({
      path: ['events', at, 'participants'],
      entries: participants.map(({ entity, role }) => `${entity} as ${role}`),
    })),
    ...statements.flatMap(({ about, at: events }, at) => [
      { path: ['statements', at, 'about'], entries: about },
      { path: ['statements', at, 'at'], entries: events },
    ]),
    ...statements.flatMap(({ quotations }, at) =>
      quotations.map(({ attributions }, nth) => ({
        path: ['statements', at, 'quotations', nth, 'attributions'],
        entries: attributions.map(
          ({ speaker, basis, evidence }) => `${speaker} by ${basis} (${JSON.stringify(evidence)})`,
        ),
      })),
    ),
  ];
  return lists.flatMap(({ path, entries }) =>
    entries.flatMap((entry, index) =>
      entries.indexOf(entry) < index && isWritten(file, [...path, index])
        ? file.fault([...path, index], `${entry} is named twice`, { expected: 'each once' })
        : [],
    ),
  );
}

function rankFaults(file: CheckedDocument<Annotation>, { statements }: Annotation): Fault[] {
  return statements.flatMap(({ quotations }, index) =>
    quotations.flatMap(({ attributions }, nth) =>
      attributions.filter(({ rank }) => rank === 'preferred').length > 1
        ? file.fault(
            ['statements', index, 'quotations', nth, 'attributions'],
            'several attributions are preferred',
            { expected: 'at most one preferred attribution' },
          )
        : [],
    ),
  );
}
