/** What faults give as the file of what is sent over HTTP. */
export const BODY = 'body';
