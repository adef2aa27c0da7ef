export const FIRST_DAY = '0001-01-01';
export const LAST_DAY = '9999-12-31';
export const DAY_IN_MS = 86_400_000;

/** The day in UTC of a time in milliseconds, as YYYY-MM-DD. */
export const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
