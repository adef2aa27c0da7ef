/** How many files of tests write at once: each to a database of its own, and there is one where an address names it. */
export const WRITERS = process.env.NEO4J_URI ? 1 : 2;
