import type { CheckedInputs, InputCheck } from '../../src/ingest/check/check.ts';
import type { ArticleFacts } from '../../src/ingest/facts/facts.ts';

/** The check of inputs in which nothing is wrong. */
export function inputCheckOf(checked: CheckedInputs): InputCheck {
  const { entities, decisions, read } = checked;
  function* articles(): Generator<ArticleFacts, CheckedInputs> {
    yield* read();
    return checked;
  }
  return { entities, decisions, isFaulty: () => false, articles: articles() };
}
