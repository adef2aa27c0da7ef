const MIN_LENGTH = 8;

/**
 * Refuses a password that the image of Neo4j cannot set: it comes as NEO4J_AUTH=neo4j/PASSWORD, and as an argument.
 * @throws Error that says what is wrong, without the password.
 */
export function refusePassword(password: string | undefined): void {
  if (password === undefined) return;
  const fault = passwordFault(password);
  if (!fault) return;
  throw new Error(
    `NEO4J_PASSWORD cannot be the password of Neo4j in Docker: it ${fault}. Set another, or unset it and one is made up.`,
  );
}

function passwordFault(password: string): string | undefined {
  if ([...password].length < MIN_LENGTH) return `has fewer than ${MIN_LENGTH} characters`;
  if (password.includes('/')) return 'contains a slash';
  if (/^[-@]/.test(password)) return 'begins with - or @';
  if (/\p{Cc}/u.test(password)) return 'contains a line break or another control character';
  if (password !== password.trim()) return 'begins or ends with a space';
  return undefined;
}
