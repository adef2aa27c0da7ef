import type OpenAI from 'openai';
import { MODEL } from '../../limits.ts';
import { replySchema } from './reply.ts';

/** Where a model is, and how much of it may be used. */
export interface ModelSettings {
  model: string;
  /** Base of an API that speaks as OpenAI's does, such as http://127.0.0.1:8080/v1. */
  url: string;
  key?: string;
  /** Tokens that a run may take in all. */
  tokens: number;
  /** Milliseconds of one call. */
  timeout?: number;
}

export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** The model could not be asked, or did not respond with anything of use. */
export class ModelFailure extends Error {}

type Format = NonNullable<OpenAI.ChatCompletionCreateParams['response_format']>;

/** How a reply is held to its schema: by the API, else as JSON, else by the instructions alone. */
const FORMATS: (Format | undefined)[] = [
  { type: 'json_schema', json_schema: { name: 'statements', strict: true, schema: replySchema() } },
  { type: 'json_object' },
  undefined,
];

/** A model that is asked over HTTP; it counts the tokens that it took. */
export class Chat {
  readonly settings: ModelSettings;
  /** Tokens that were taken so far. */
  used = 0;
  #client: OpenAI | undefined;
  #format = 0;

  constructor(settings: ModelSettings) {
    this.settings = settings;
  }

  /**
   * One reply of the model. What may pass (429, 503, a broken connection, a timeout) is tried again by the client, after as long as
   * `Retry-After` says.
   * @throws ModelFailure that says why there is none; the error of the signal where it was aborted.
   */
  async ask(messages: Message[], signal?: AbortSignal): Promise<string> {
    const { model, tokens } = this.settings;
    if (this.used >= tokens)
      throw new ModelFailure(`${this.used} tokens are used up, expected at most ${tokens} (DRAFT_TOKENS)`);
    for (;;) {
      const format = FORMATS[this.#format];
      try {
        const { choices, usage } = await (await this.#open()).chat.completions.create(
          { model, messages, temperature: 0, ...(format && { response_format: format }) },
          { signal },
        );
        this.used += usage?.total_tokens ?? estimate(messages, choices?.[0]?.message?.content);
        const message = choices?.[0]?.message;
        if (message?.refusal) throw new ModelFailure(`the model refused: ${message.refusal}`);
        if (typeof message?.content !== 'string') throw new ModelFailure('the reply has no message');
        return message.content;
      } catch (error) {
        signal?.throwIfAborted();
        if (this.#format < FORMATS.length - 1 && isUnknownFormat(error)) {
          this.#format++;
          continue;
        }
        throw error instanceof ModelFailure ? error : new ModelFailure(whyOf(error as Error));
      }
    }
  }

  /** The package is loaded with the first call: who has no model does without it. */
  async #open(): Promise<OpenAI> {
    if (this.#client) return this.#client;
    const { default: Client } = await import('openai');
    const { url, key = 'none', timeout = MODEL.timeout } = this.settings;
    this.#client = new Client({
      baseURL: url,
      apiKey: key,
      timeout,
      maxRetries: MODEL.retries,
      logLevel: 'off',
    });
    return this.#client;
  }
}

/** Whether an API says that it does not know how replies are to be held to a schema. */
const isUnknownFormat = (error: unknown): boolean => {
  const { status, message = '' } = error as { status?: number; message?: string };
  return (
    (status === 400 || status === 422) && /response_format|json_schema|json_object|schema/i.test(message)
  );
};

/** Some servers do not count; four characters are about a token. */
const estimate = (messages: Message[], reply: string | null | undefined) =>
  Math.ceil((messages.reduce((sum, { content }) => sum + content.length, 0) + (reply ?? '').length) / 4);

const whyOf = ({ message, cause }: Error): string =>
  cause instanceof Error ? `${message} ${cause.message}` : message;
