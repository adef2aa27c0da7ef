import { z } from 'zod';

/** What the guard of a container says to the process that it works for, as one line of JSON. */
export const GuardMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), text: z.string() }),
  z.object({
    type: z.literal('ready'),
    uri: z.string(),
    /** Whether it was started now, ran already for other users, or does not end with its users. */
    how: z.enum(['started', 'shared', 'independent']),
  }),
  z.object({ type: z.literal('failed'), message: z.string(), hasData: z.boolean() }),
]);

export type GuardMessage = z.output<typeof GuardMessage>;

/** Said to the guard by its process: the container runs on when both have ended. */
export const KEEP = 'keep\n';
