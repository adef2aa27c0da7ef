import type { AuthorityRecord } from '../../model/annotation.ts';
import type { Draft } from '../draft-article.ts';
import { Quoting } from '../quoting.ts';
import type { DraftStatement } from '../statements.ts';
import { type AnchoredItem, anchorItems, type RejectedItem } from './anchor-items.ts';
import { type Chat, type Message, ModelFailure } from './chat.ts';
import { mergeItems } from './merge-items.ts';
import {
  againMessage,
  articleMessage,
  INSTRUCTIONS,
  invalidMessage,
  type Paragraph,
  paragraphsOf,
  piecesOf,
} from './prompt.ts';
import { InvalidReply, parseReply, type RepliedItem } from './reply.ts';
import { type ReplyCache, replyKey } from './reply-cache.ts';

/** What a model added to a draft. */
export interface ModelledDraft {
  draft: Draft;
  /** What the model said that does not stand in the article, in a line each. */
  rejected: string[];
  /** Why the model was not asked about all of it; null where it was. */
  failure: string | null;
}

export interface ModelOptions {
  chat: Chat;
  cache?: ReplyCache;
  authority: readonly AuthorityRecord[];
  /** What the loader finds wrong with a draft. */
  faultsOf: (draft: Draft) => readonly string[];
  onProgress?: (text: string) => void;
  signal?: AbortSignal;
}

/**
 * Asks a model what an article says, and joins it with what the rules found. What the model says counts only where it stands in the
 * article; where the model fails, the draft of the rules stands.
 * @throws the reason of the signal where it was aborted.
 */
export async function draftWithModel(draft: Draft, options: ModelOptions): Promise<ModelledDraft> {
  const { onProgress = () => {}, signal } = options;
  const pieces = piecesOf(paragraphsOf(draft.text));
  const quoting = new Quoting(draft.text);
  const found: AnchoredItem[] = [];
  const rejected: RejectedItem[] = [];
  let failure: string | null = null;
  for (const [nth, piece] of pieces.entries()) {
    signal?.throwIfAborted();
    onProgress(`asking ${options.chat.settings.model}, ${nth + 1} of ${pieces.length}`);
    try {
      const outcome = await askAbout(piece, quoting, options);
      found.push(...outcome.anchored);
      rejected.push(...outcome.faulty);
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      failure = error.message;
      break;
    }
  }
  const merged = mergeItems(draft, found, options.authority);
  const { valid, refused } = withoutFaults(draft, merged, options.faultsOf);
  const told = rejected.map(({ reason }) => reason);
  return { draft: valid, rejected: [...told, ...refused], failure };
}

/** Asks about a piece, and once more about what cannot be found of the reply. */
async function askAbout(
  piece: readonly Paragraph[],
  quoting: Quoting,
  options: ModelOptions,
): Promise<{ anchored: AnchoredItem[]; faulty: RejectedItem[] }> {
  const messages: Message[] = [
    { role: 'system', content: INSTRUCTIONS },
    { role: 'user', content: articleMessage(piece) },
  ];
  const items = await replyTo(messages, options);
  const first = anchorItems(items, piece, quoting);
  if (first.faulty.length === 0) return first;
  messages.push(
    { role: 'assistant', content: JSON.stringify({ statements: items }) },
    { role: 'user', content: againMessage(first.faulty) },
  );
  const again = anchorItems((await replyTo(messages, options)).slice(0, first.faulty.length), piece, quoting);
  const anchored = [...first.anchored, ...again.anchored];
  // What was left out of the second reply stays rejected for the reason of the first.
  const left = again.faulty.length > 0 || again.anchored.length > 0 ? again.faulty : first.faulty;
  return { anchored, faulty: left };
}

/** The items of a reply, which is asked for once more where it cannot be read. */
async function replyTo(messages: Message[], { chat, cache, signal }: ModelOptions): Promise<RepliedItem[]> {
  const key = replyKey(chat.settings, messages);
  const cached = cache?.read(key);
  if (cached !== undefined) return parseReply(cached);
  const asked = [...messages];
  for (let left = 1; ; left--) {
    const content = await chat.ask(asked, signal);
    try {
      const items = parseReply(content);
      cache?.write(key, content);
      return items;
    } catch (error) {
      if (!(error instanceof InvalidReply)) throw error;
      if (left === 0) throw new ModelFailure(`the reply cannot be taken: ${error.message}`);
      asked.push({ role: 'assistant', content }, { role: 'user', content: invalidMessage(error.message) });
    }
  }
}

/** The merged draft; where the loader would refuse it, without those statements of the model that it refuses. */
function withoutFaults(
  rules: Draft,
  merged: Draft,
  faultsOf: ModelOptions['faultsOf'],
): { valid: Draft; refused: string[] } {
  if (faultsOf(merged).length === 0) return { valid: merged, refused: [] };
  const before = new Map(rules.annotation.statements?.map((statement) => [statement.id, statement]));
  const refused: string[] = [];
  let kept: DraftStatement[] = rules.annotation.statements ?? [];
  const asDraft = (statements: DraftStatement[]): Draft => ({
    ...merged,
    annotation: { ...merged.annotation, statements },
  });
  for (const statement of merged.annotation.statements ?? []) {
    const tried = before.has(statement.id)
      ? kept.map((one) => (one.id === statement.id ? statement : one))
      : [...kept, statement];
    const [fault] = faultsOf(asDraft(tried));
    if (fault === undefined) kept = tried;
    else refused.push(`${statement.id}: ${fault.replace(/\s+/g, ' ')}`);
  }
  return { valid: asDraft(kept), refused };
}
