import { PROBLEMS } from '../../src/errors.ts';

/** The text of `docs/problems.md`, as the catalogue has it. */
export function problemsDocument(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([code, { status, title, help }]) => `| \`${code}\` | ${status} | ${title} | ${help} |`,
  );
  return `# Problems

Every response from 400 on is RFC 9457 problem details, \`application/problem+json\`, with a stable \`code\`. \`type\` leads to
its entry here, \`/problems/{code}\`; \`instance\` is the id of the request in the log; \`errors\` names each fault with what
would be right, up to a hundred; \`more\` says how many it leaves out.

| code | status | title | what to do |
|---|---|---|---|
${rows.join('\n')}
`;
}
