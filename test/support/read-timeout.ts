/** Milliseconds: the database plans each combination of filters for the first time, which takes long on a busy machine. */
export const READ_TIMEOUT = 30_000;
