import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ReconcilableEntity } from '../../src/endpoints/reconcile/entity.ts';
import { PREVIEW_POLICY, previewPage } from '../../src/endpoints/reconcile/preview.ts';
import { parseBatch, type ReconcileQuery } from '../../src/endpoints/reconcile/requests.ts';
import { rankCandidates } from '../../src/endpoints/reconcile/score.ts';

type Kind = ReconcilableEntity['names'][number]['kind'];

const entity = (
  id: string,
  names: [string, Kind][],
  further: Partial<ReconcilableEntity> = {},
): ReconcilableEntity => ({
  id,
  name: names[0]![0],
  type: 'Person',
  description: null,
  aliases: [],
  iso3166: null,
  wikidata: null,
  names: names.map(([key, kind]) => ({ key, kind, shared: false })),
  country: null,
  roles: [],
  statementsBy: 0,
  statementsAbout: 0,
  ...further,
});

/** A query as the service reads it. */
function queryOf(query: Record<string, unknown>): ReconcileQuery {
  const { q } = parseBatch(JSON.stringify({ q: query }));
  if (!q || 'errors' in q) throw new Error('The query could not be read.');
  return q;
}

const rank = (query: Record<string, unknown>, entities: ReconcilableEntity[]) =>
  rankCandidates(queryOf(query), entities).map(({ id, match }) => [id, match]);

const elder = entity('bush-elder', [['george bush', 'name']]);
const younger = entity('bush-younger', [
  ['george w bush', 'name'],
  ['george bush', 'name'],
]);
const city = entity('washington-city', [['washington', 'name']], { type: 'Place' });
const state = entity('united-states', [
  ['united states', 'name'],
  ['washington', 'metonym'],
]);

describe('a match', () => {
  test('is the only one of its name', () => {
    expect(rank({ query: 'George W. Bush' }, [younger])).toEqual([['bush-younger', true]]);
  });

  test('is none of two that have the name', () => {
    expect(rank({ query: 'George Bush' }, [elder, younger])).toEqual([
      ['bush-elder', false],
      ['bush-younger', false],
    ]);
  });

  test('is not certain where a metonym of something else is the same', () => {
    expect(rank({ query: 'Washington' }, [state, city])).toEqual([
      ['washington-city', false],
      ['united-states', false],
    ]);
  });

  test('is told from its namesake by a type or a property', () => {
    const here = entity('smith-1', [['john smith', 'name']], {
      country: { id: 'france', name: 'France', wikidata: 'Q142', keys: ['france', 'french republic'] },
    });
    const there = entity('smith-2', [['john smith', 'name']]);
    expect(rank({ query: 'John Smith' }, [here, there]).every(([, match]) => !match)).toBe(true);
    // The other has the name still, and stays in doubt.
    expect(
      rank({ query: 'John Smith', properties: [{ pid: 'country', v: 'French Republic' }] }, [here, there]),
    ).toEqual([
      ['smith-1', false],
      ['smith-2', false],
    ]);
    expect(rank({ query: 'Washington', type: 'Place' }, [state, city])).toEqual([['washington-city', true]]);
  });
});

describe('the page of a preview', () => {
  test('takes nothing in the graph for markup', () => {
    const page = previewPage(
      entity('x', [['<script>alert(1)</script>', 'name']], { description: '"><img src=x onerror=alert(1)>' }),
      'http://host/"onclick="x',
    );
    expect(page).not.toMatch(/<script|<img|"onclick/);
  });

  test('is styled by what its policy lets through', () => {
    const [, style] = /<style>(.*)<\/style>/.exec(previewPage(elder, 'http://host/'))!;
    const hash = createHash('sha256').update(style!).digest('base64');
    expect(PREVIEW_POLICY).toContain(`style-src 'sha256-${hash}'`);
  });
});
