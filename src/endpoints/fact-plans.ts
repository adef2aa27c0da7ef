import { dateSpan } from '../query/date-ranges.ts';
import { present } from '../query/define.ts';
import { COUNTED } from './sampling.ts';
import { type StatementFilters, statementPlan } from './statements.ts';

/** Filters by who is thought to have said something, and by how it is quoted: only a statement can match them. */
const onlyStatements = ({ quoteType, minConfidence, attribution }: StatementFilters) =>
  quoteType !== undefined || minConfidence !== undefined || attribution === 'contested';

/** The filters of statements for events, as far as an event can match them, or nothing where none can. */
export function eventPlan(filters: StatementFilters) {
  if (onlyStatements(filters)) return undefined;
  const { saidFrom: from, saidTo: to, includeUndated } = filters;
  const { attribution: _any, ...rest } = filters;
  const { flags, bind } = statementPlan(rest);
  return { flags, bind: { ...bind, scan: COUNTED }, ranges: [dateSpan({ from, to, includeUndated })] };
}

/** The same for relations, which have neither an act nor a text. */
export function relationPlan(filters: StatementFilters) {
  const { act, polarity, q, attribution: _any, includeUndated, ...bind } = filters;
  if (onlyStatements(filters) || act !== undefined || polarity !== undefined || q !== undefined)
    return undefined;
  const bounded = bind.saidFrom !== undefined || bind.saidTo !== undefined;
  const flags = present(bind);
  if (bounded && !includeUndated) flags.push('dated');
  return { flags, bind: { ...bind, scan: COUNTED }, ranges: [] };
}
