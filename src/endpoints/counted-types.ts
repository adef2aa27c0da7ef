import type { z } from 'zod';
import { Problem } from '../errors.ts';
import { EntityType } from '../model/vocabulary.ts';
import { severalOf } from '../query/parameters.ts';

const TARGET_TYPES = [...EntityType.options, 'Event'] as const;

/** Of which types what is counted has to be; the statements that are counted stay the same. */
export const countedTypes = {
  speakerType: severalOf(EntityType.options, 'Count only speakers of these types.', 'Person').optional(),
  targetType: severalOf(
    TARGET_TYPES,
    'Count only targets of these types; without Event, entities alone.',
    'Person',
    'Country',
  ).optional(),
};

export type CountedTypes = { [Name in keyof typeof countedTypes]?: z.output<(typeof countedTypes)[Name]> };

/** What is counted, and the parameter that says of which types. */
const PARAMETERS = { speaker: 'speakerType', about: 'targetType' } as const;

/**
 * The types that a count of something is bound to.
 * @param counted what is counted: `speaker`, `about`, or something without types.
 */
export const typesOf = (types: CountedTypes, counted: string): string[] | undefined =>
  counted in PARAMETERS ? types[PARAMETERS[counted as keyof typeof PARAMETERS]] : undefined;

/**
 * Refuses types of what is not counted.
 * @param parameter the parameter that says what is counted.
 * @throws Problem `invalid-parameter`.
 */
export function refuseIdleTypes(types: CountedTypes, parameter: string, counted: readonly string[]): void {
  const faults = Object.entries(PARAMETERS).flatMap(([what, name]) =>
    types[name] === undefined || counted.includes(what)
      ? []
      : [
          {
            parameter: name,
            detail: `${name} is of what ${parameter}=${what} counts, which is not asked for.`,
            expected: `${parameter}=${what} beside it`,
          },
        ],
  );
  if (faults.length > 0)
    throw new Problem('invalid-parameter', faults.map(({ detail }) => detail).join(' '), faults);
}
