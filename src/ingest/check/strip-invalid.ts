import type { z } from 'zod';

type Fields = Record<string, unknown>;

/**
 * A document without the list entries and fields that have faults, so that the rest can be checked further.
 * @param standIns values for fields that have faults and cannot be left out.
 * @returns the rest, and for each list that lost entries the indexes that its entries had.
 */
export function stripInvalid(given: Fields, issues: z.core.$ZodIssue[], standIns: Fields) {
  const value: Fields = { ...given };
  const indexes = new Map<string, number[]>();
  for (const [field, index] of issues.flatMap(placesOf)) {
    if (field === undefined) continue;
    const entries = given[field];
    if (Array.isArray(entries) && typeof index === 'number') {
      const left = indexes.get(field) ?? [...entries.keys()];
      const kept = left.filter((at) => at !== index);
      indexes.set(field, kept);
      value[field] = kept.map((at) => entries[at]);
    } else if (field in standIns) value[field] = standIns[field];
    else delete value[field];
  }
  return { value, indexes };
}

/** The top-level field that an issue lies in, and the index in it. */
function placesOf(issue: z.core.$ZodIssue): [field?: string, index?: PropertyKey][] {
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) return issue.keys.map((key) => [key]);
  const [field, index] = issue.path;
  return [[field === undefined ? undefined : String(field), index]];
}
