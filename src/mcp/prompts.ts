import { completable, type GetPromptResult, type McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { suggest } from '../endpoints/suggest.ts';
import { MCP } from '../limits.ts';
import type { Ask } from './ask.ts';

/** What each prompt ends with. */
const RULES =
  'Use the tools of On Record alone, and nothing that you remember. Give each statement with its permalink and the words of its source, say where sources differ, and say so where the record has nothing: that it is not in the record does not prove that it was never said.';

const asking = (text: string): GetPromptResult => ({
  messages: [{ role: 'user', content: { type: 'text', text: `${text}\n\n${RULES}` } }],
});

/** Lets a server offer the questions that people ask most. */
export function registerPrompts(server: McpServer, ask: Ask): void {
  const person = (what: string) =>
    completable(z.string().describe(what), (begun) => names(ask, begun, ['Person']));
  server.registerPrompt(
    'check_quotation',
    {
      title: 'Check this quotation',
      description: 'Whether words were said as they are quoted, and by whom.',
      argsSchema: z.object({
        quote: z.string().describe('The words, as they are quoted.'),
        speaker: person('To whom they are attributed.').optional(),
      }),
    },
    ({ quote, speaker }) =>
      asking(
        `Is this quotation right${speaker ? `, and did ${speaker} say it` : ''}?\n\n${quote}\n\nAsk check_quotation${speaker ? ' with the speaker, and without where that finds nothing' : ''}. Show what differs word by word, the warnings, and what each outlet prints.`,
      ),
  );
  server.registerPrompt(
    'profile_of_a_person',
    {
      title: 'Profile of a person',
      description: 'Who a person is, what they said about whom, and what was said about them.',
      argsSchema: z.object({ name: person('The person.') }),
    },
    ({ name }) =>
      asking(
        `Write a profile of ${name}: take get_entity for roles and relations, count_statements by about and by year for what they speak of, find_statements with speaker and with about for the most telling statements by and about them, and find_events with participants.`,
      ),
  );
  server.registerPrompt(
    'what_two_outlets_say_differently',
    {
      title: 'What two outlets say differently',
      description: 'Where two publishers differ on what was said, or leave it out.',
      argsSchema: z.object({
        first: z.string().describe('A publisher.'),
        second: z.string().describe('Another publisher.'),
        about: completable(z.string().describe('Whom or what it is about.'), (begun) =>
          names(ask, begun),
        ).optional(),
      }),
    },
    ({ first, second, about }) =>
      asking(
        `What do ${first} and ${second} say differently${about ? ` about ${about}` : ''}? List what each reports with find_statements (publisher${about ? ', about' : ''}; onlyOutlet for what one reports alone, minOutlets=2 for what others report too), and compare the sources of the same statement: words, speakers and days. contested=true finds what sources differ on.`,
      ),
  );
}

/** Names that begin as given. */
async function names(ask: Ask, begun = '', type?: string[]): Promise<string[]> {
  const parsed = suggest.params.safeParse({ q: begun, ...(type && { type }) });
  if (!parsed.success) return [];
  const { body } = await ask.query(suggest, { ...parsed.data, limit: MCP.completions });
  return [...new Set((body.items as { name: string }[]).map(({ name }) => name))];
}
