import type { FastifyInstance, onRequestHookHandler } from 'fastify';
import { Problem, sentencesOf } from '../errors.ts';
import { HTTP } from '../limits.ts';
import { decodeUtf8, Utf8Error } from '../model/utf8.ts';
import { brokenEscapes } from './broken-escapes.ts';

/** JSON is handed on as bytes: who takes it looks through it before it is parsed. */
export function takeJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
}

/** Texts of some media types are handed on as bytes too, beside JSON. */
export function takeTexts(app: FastifyInstance, mediaTypes: readonly string[]): void {
  for (const type of mediaTypes)
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_, body, done) => done(null, body));
}

/** A form is handed on as its fields. */
export function takeFormsOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (_: unknown, body: Buffer) => parseForm(body),
  );
}

/** Refuses a body that says that it is in another encoding than UTF-8, before it is read. */
export const utf8Required: onRequestHookHandler = (request, _reply, done) => {
  const given = request.headers['content-type'] ?? '';
  const charsets = [...given.matchAll(/;\s*charset\s*=\s*"?([^";]*)"?/gi)].map(([, charset]) =>
    charset!.trim(),
  );
  const other = charsets.find((charset) => !/^utf-?8$/i.test(charset));
  if (other === undefined) return done();
  done(
    new Problem(
      'unsupported-media-type',
      `The body is in the charset ${JSON.stringify(other)}, expected utf-8.`,
    ),
  );
};

/** @throws Problem that names what is no form, or is given twice. */
function parseForm(bytes: Uint8Array): Record<string, string> {
  let text: string;
  try {
    text = decodeUtf8(bytes);
  } catch (error) {
    if (!(error instanceof Utf8Error)) throw error;
    throw new Problem('bad-request', `The body cannot be read: ${error.message}.`);
  }
  const pairs = text.split('&', HTTP.formFields + 1).filter((pair) => pair !== '');
  if (pairs.length > HTTP.formFields)
    throw new Problem('bad-request', `The form has more than ${HTTP.formFields} fields.`);
  const broken = brokenEscapes(text);
  if (broken.length > 0) throw new Problem('bad-request', sentencesOf(broken), broken);
  const fields = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const name = decodePart(at < 0 ? pair : pair.slice(0, at));
    if (fields.has(name)) throw givenTwice(name);
    fields.set(name, at < 0 ? '' : decodePart(pair.slice(at + 1)));
  }
  return Object.fromEntries(fields);
}

const decodePart = (part: string) => decodeURIComponent(part.replaceAll('+', ' '));

function givenTwice(name: string): Problem {
  const detail = `${name.slice(0, HTTP.maxParamLength)} is given several times, expected once.`;
  return new Problem('invalid-parameter', detail, [{ parameter: name, detail, expected: 'one value' }]);
}
