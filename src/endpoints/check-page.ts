import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import { type Passage, passagesIn } from '../check-quotation/passages.ts';
import { responseTimeout, withTimeout } from '../db/client.ts';
import { quotedRegions } from '../draft/text/quoted-regions.ts';
import type { Problem } from '../errors.ts';
import { refusedWhenFull } from '../http/gate.ts';
import { PAGE_HEADERS } from '../http/page-request.ts';
import { loggedProblem, parametersProblem, prepareFailure } from '../http/problem.ts';
import { takeFormsOnly, utf8Required } from '../http/request-bodies.ts';
import type { Serving } from '../http/route.ts';
import { contextOf, isCurrent, notModified, tagWith } from '../http/tags.ts';
import { CHECK, HTTP } from '../limits.ts';
import type { QuotationCheck } from '../model/quotation-check.ts';
import type { Row } from '../model/row.ts';
import { type CheckedPassage, checkPage } from '../pages/check.ts';
import { documentOf } from '../pages/layout.ts';
import { atOneVersion } from '../query/consistency.ts';
import { check } from './check.ts';

const { quote: _quote, format: _format, ...claims } = check.params.shape;

const Pasted = z.strictObject({
  text: z
    .string()
    .max(CHECK.text, `expected at most ${CHECK.text} characters`)
    .refine((text) => text.isWellFormed(), 'expected well-formed Unicode')
    .meta({ description: 'A text with quotations, or one quotation without marks.' })
    .optional(),
  ...claims,
});

type Pasted = z.output<typeof Pasted>;

/** The fields of a form, which sends those that are left empty, too. */
const filled = (fields: Row): Row =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''),
  );

/**
 * Serves the page on which a text is pasted and each of its quotations is checked, by the query that checks one. A form sends
 * the text as a body, so that it may be long and is in no log; a URL with a short one can be linked to.
 */
export async function registerCheckPage(
  app: FastifyInstance,
  { graph, gates, pages }: Pick<Serving, 'graph' | 'gates' | 'pages'>,
): Promise<void> {
  const show = async (request: FastifyRequest, reply: FastifyReply, given: Row) => {
    const shown = { given, url: new URL(request.url, request.origin) };
    const parsed = Pasted.safeParse(given);
    if (!parsed.success)
      return sendFailure(request, reply, shown, parametersProblem(parsed.error.issues, Pasted, given));
    const { text = '', ...claimed } = parsed.data;
    const passages = quotationsOf(text);
    const checked = passages.slice(0, CHECK.quotations);
    const work = atOneVersion(graph, (at) =>
      gates.reading.run(() => pages.readFurther(at, requestsFor(text, checked, claimed), contextOf(request))),
    );
    try {
      const { outcome, version } = await withTimeout(work, responseTimeout(graph), graph.plans);
      if (request.method === 'GET') tagWith(reply, version, 'html');
      else reply.header('cache-control', 'no-store');
      if (isCurrent(request, reply)) return notModified(reply);
      const found = checked.map((passage, place) => ({
        ...passage,
        check: outcome[place] as QuotationCheck | undefined,
      }));
      return send(request, reply, shown, { found, left: passages.length - checked.length });
    } catch (error) {
      return sendFailure(request, reply, shown, loggedProblem(error as Error & { code: string }, request));
    }
  };
  const options: RouteShorthandOptions = {
    schema: { querystring: Pasted },
    validatorCompiler: () => (value: unknown) => ({ value }),
    onRequest: [refusedWhenFull(gates.reading), utf8Required],
    bodyLimit: HTTP.formLimit,
  };
  await app.register(async (forms) => {
    takeFormsOnly(forms);
    forms.get('/check', options, (request, reply) => show(request, reply, filled(request.query as Row)));
    forms.post('/check', options, (request, reply) =>
      show(request, reply, filled({ ...(request.query as Row), ...(request.body as Row | undefined) })),
    );
  });
}

/** The quotations of a text; one without marks is taken as a quotation. */
function quotationsOf(text: string): Passage[] {
  if (text.trim() === '') return [];
  const passages = passagesIn(text, quotedRegions(text));
  return passages.length > 0 ? passages : [{ start: 0, end: text.length }];
}

/** A request for each quotation that is short enough to be one. */
const requestsFor = (text: string, passages: readonly Passage[], claimed: Omit<Pasted, 'text'>) =>
  Object.fromEntries(
    passages.flatMap(({ start, end }, place) => {
      const quote = text.slice(start, end);
      const parsed = check.params.shape.quote!.safeParse(quote);
      return parsed.success
        ? [[String(place), { operationId: check.operationId, params: { ...claimed, quote } }]]
        : [];
    }),
  );

interface Shown {
  given: Row;
  url: URL;
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { given, url }: Shown,
  { found, left }: { found: CheckedPassage[]; left: number },
  problem?: Problem,
) {
  const page = checkPage({ given, found, left, problem: problem && { ...problem, detail: problem.message } });
  return reply.headers(PAGE_HEADERS).send(documentOf(page, { url, origin: request.origin }));
}

/** Shows what was pasted again, with what is wrong, so that nothing has to be typed twice. */
const sendFailure = (request: FastifyRequest, reply: FastifyReply, shown: Shown, problem: Problem) =>
  send(request, prepareFailure(reply, problem), shown, { found: [], left: 0 }, problem);
