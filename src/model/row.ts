/** A record whose fields are known by a schema only. */
export type Row = Record<string, unknown>;
