import type { Query } from '../http/query.ts';
import { analysts } from './analysts.ts';
import { article } from './article.ts';
import { articles } from './articles.ts';
import { countries } from './countries.ts';
import { entities } from './entities.ts';
import { entity } from './entity.ts';
import { event } from './event.ts';
import { events } from './events.ts';
import { leaders } from './leaders.ts';
import { officials } from './officials.ts';
import { organizations } from './organizations.ts';
import { people } from './people.ts';
import { statement } from './statement.ts';
import { statements } from './statements.ts';

/** The table of contents of the service: every query, in the order of the documentation. */
export const queries: Query[] = [
  statements,
  statement,
  entities,
  entity,
  people,
  leaders,
  officials,
  analysts,
  countries,
  organizations,
  events,
  event,
  articles,
  article,
];
