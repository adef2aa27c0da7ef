import { draftApart } from '../../draft/draft-apart.ts';
import type { DraftOrder } from '../../draft/draft-worker.ts';
import { FORMATS, type Format } from '../../draft/reading/read-article.ts';
import { Problem } from '../../errors.ts';
import { defineOperation } from '../../http/operation.ts';
import { BODY } from '../../ingest/check/body.ts';
import { checkDocument } from '../../ingest/check/check-document.ts';
import { InputError } from '../../ingest/check/input-error.ts';
import { DRAFTING, HTTP } from '../../limits.ts';
import { FaultList } from '../../model/fault-list.ts';
import { placeOf } from '../../model/field-path.ts';
import { readJsonBytes } from '../../model/read-json.ts';
import { decodeUtf8, Utf8Error } from '../../model/utf8.ts';
import { TooCostly } from '../../thread.ts';
import { submissionProblem } from '../articles/submission-problem.ts';
import { Drafted, DraftRequest, FORMAT_OF } from './draft-body.ts';
import { knownThings } from './known-things.ts';

/** Makes a draft of a raw article; nothing is written. */
export const draftArticle = defineOperation({
  operationId: 'draftArticle',
  tag: 'articles',
  method: 'POST',
  path: '/v1/drafts',
  summary: 'Draft an article',
  description:
    'Makes a draft of a raw article: who said what, who is meant, when, what is done and which roles people hold, found by rules, each with how sure it is. The entities that the graph knows have its ids. Nothing is written or fetched. The response can be sent to `POST /v1/articles` as it is. The body is JSON, or the article itself as `text/plain`, `text/html` or `text/markdown`.',
  body: {
    schema: DraftRequest,
    mediaType: 'application/json',
    textTypes: Object.keys(FORMAT_OF),
    limit: HTTP.articleLimit,
    isCheckedLater: true,
  },
  responses: { 200: { description: 'A draft that no person has reviewed yet.', schema: Drafted } },
  freshness: 'none',
  needsKey: true,
  gate: 'drafting',
  respond: async (graph, { bytes, mediaType }) => {
    try {
      const order = orderOf(bytes, FORMAT_OF[mediaType]);
      const outcome = await draftApart(order, knownThings(graph)).catch((error: unknown) => {
        throw error instanceof TooCostly
          ? refused(order.format, `it takes ${error.what} than any article should`, 'a shorter text')
          : error;
      });
      if ('unreadable' in outcome) throw refused(order.format, outcome.unreadable, outcome.expected);
      const { draft, leftOut } = outcome;
      return { body: { ...draft, draft: { by: 'rules', format: order.format, leftOut } } };
    } catch (error) {
      throw submissionProblem(error);
    }
  },
});

/**
 * What is to be drafted, by the body of a request.
 * @param format that of the body, where it is the article itself.
 * @throws JsonError, InputError or Problem, which say what is wrong with it.
 */
function orderOf(bytes: Uint8Array, format: Format | undefined): DraftOrder {
  if (format !== undefined)
    return { given: textOf(bytes), format, stated: {}, id: undefined, most: DRAFTING.text };
  const faults = new FaultList();
  const read = { value: readJsonBytes(bytes), errors: [], line: () => undefined };
  const { data } = checkDocument({ file: BODY }, read, DraftRequest, faults);
  const source = data ?? {};
  const given = FORMATS.filter((one) => source[one] !== undefined);
  if (faults.count === 0 && given.length !== 1) faults.add(() => notOne(given));
  if (faults.count > 0) throw new InputError(faults);
  const { id, text: _text, html: _html, markdown: _markdown, ...stated } = source;
  return { given: source[given[0]!]!, format: given[0]!, stated, id, most: DRAFTING.text };
}

function textOf(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    if (!(error instanceof Utf8Error)) throw error;
    const expected = 'text in UTF-8';
    throw new Problem('bad-request', `The body cannot be read: ${error.message}, expected ${expected}.`, [
      { pointer: '', detail: error.message, expected },
    ]);
  }
}

const notOne = (given: readonly Format[]) => ({
  file: BODY,
  ...(given.length > 1 && placeOf([given[1]!])),
  detail: given.length === 0 ? 'there is no article' : `${given.join(' and ')} are given`,
  expected: `exactly one of ${FORMATS.join(', ')}`,
});

/** An article that nothing can be drafted of. */
const refused = (format: Format, detail: string, expected: string) =>
  new InputError(FaultList.of([{ file: BODY, ...placeOf([format]), detail, expected }]));
