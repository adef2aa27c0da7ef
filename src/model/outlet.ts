import { z } from 'zod';
import { count } from './numbers.ts';

const outlet = {
  name: z.string().describe('Name of the publisher, or the title of an article that names none.'),
  article: z.string().nullable().describe('Id of the article that names no publisher, or null.'),
};

const Outlet = z
  .object(outlet)
  .meta({ id: 'Outlet', description: 'A publisher, or an article that names none.' });

export const OutletCounts = z
  .object({
    ...outlet,
    statements: count.describe('How many statements it reports.'),
    alone: count.describe('How many of them no other outlet reports.'),
    shared: count.describe('How many of them others report too.'),
    first: count.describe(
      'How many of those it reported first: on the earliest day that any of their articles gives, with others or alone.',
    ),
  })
  .meta({ id: 'OutletCounts', description: 'What an outlet reports, alone and first, counted.' });

export const Agreement = z
  .object({
    one: Outlet.describe('The outlet whose name comes first.'),
    other: Outlet.describe('The other.'),
    shared: count.describe('How many statements both report.'),
    dated: count.describe('For how many of them both give a date.'),
    datesDiffer: count.describe('For how many of those the dates exclude each other.'),
    oneFirst: count.describe('How many the first of the two published on an earlier day than the other.'),
    otherFirst: count.describe('How many the other published earlier.'),
  })
  .meta({ id: 'Agreement', description: 'What two outlets both report, counted.' });
