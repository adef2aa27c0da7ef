import { z } from 'zod';
import { eventPath } from '../../formats/resource-paths.ts';
import type { Event } from '../../model/event.ts';
import { few, Named, named, Passage, passage, Says, says } from './shown.ts';
import { Shortened, shortened } from './text.ts';

export const LeanEvent = z.object({
  id: z.string(),
  url: z.string().describe('Permalink.'),
  kind: z.string(),
  label: Shortened,
  date: z.string().nullable().describe('EDTF; null where no source gives one.'),
  place: Named.nullable(),
  participants: z.array(Named.extend({ role: z.string() })),
  figures: z.array(
    z.object({
      what: z.string(),
      from: z.number().nullable(),
      to: z.number().nullable(),
      unit: z.string().nullable(),
      article: z.string(),
    }),
  ),
  says: z.array(Says).describe('Who says that it happened, the first three.'),
  evidence: z.array(Passage).describe('The first three passages.'),
});

/** An event as tools return it. */
export const leanEvent = (event: Event, origin: string): z.output<typeof LeanEvent> => ({
  id: event.id,
  url: origin + eventPath(event.id),
  kind: event.kind,
  label: shortened(event.label),
  date: event.date.edtf,
  place: event.place && named(event.place),
  participants: few(event.participants, 20).map(({ entity, role }) => ({ ...named(entity), role })),
  figures: few(event.figures).map(({ what, from, to, unit, evidence }) => ({
    what,
    from,
    to,
    unit,
    article: evidence.article,
  })),
  says: few(event.assertions).map(says),
  evidence: few(event.evidence).map(passage),
});
