import { expect, test } from 'vitest';
import { Plans } from '../../src/db/plans.ts';
import { queries } from '../../src/endpoints/index.ts';
import { mentions } from '../../src/endpoints/mentions.ts';
import { cookbookQuestions } from '../../src/http/cookbook.ts';
import { parametersOf, requestReader } from '../../src/query/request-url.ts';
import { runnerOf } from '../../src/query/run.ts';
import { warmUp } from '../../src/query/warm-up.ts';
import { testGraph } from '../support/graph.ts';
import { addressOf, queryParameters } from '../support/query-parameters.ts';

/** Plans that note which texts are planned. */
class NotedPlans extends Plans {
  readonly planned: string[] = [];

  override async ensure(...[graph, text, parameters]: Parameters<Plans['ensure']>): Promise<void> {
    if (!this.has(text, parameters)) this.planned.push(text);
    return super.ensure(graph, text, parameters);
  }
}

const plans = new NotedPlans();
const graph = { ...testGraph(), plans };

/** What holds for two lists holds for the others, and to plan them all takes half a minute. */
const some = queries.filter(({ operationId }) => ['listMentions', 'listRelations'].includes(operationId));

test('what the documentation asks, and each word of a parameter alone, has its plan after a start', async () => {
  const documented = cookbookQuestions().map(({ path }) => path);
  const requestOf = requestReader(some);
  const warming = warmUp(graph, some, documented);
  await warming.run();
  expect(warming.progress).toBeUndefined();
  const singly = queryParameters
    .filter(({ kind, inPath }) => !inPath && (kind === 'enum' || kind === 'boolean'))
    .map(({ query, name, words }) => addressOf(query, { [name]: words[0] ?? 'true' }));
  const requests = [...documented, ...singly].flatMap((url) => requestOf(url) ?? []);
  expect(requests.length).toBeGreaterThan(10);
  plans.planned.length = 0;
  for (const { asked: query, request } of requests) {
    await runnerOf(query).respondJson(graph, parametersOf(query, request), { origin: '' });
    expect(plans.planned, JSON.stringify(request)).toEqual([]);
  }
});

test('what the documentation asks of names that a graph does not know has its plan, too', async () => {
  plans.forget();
  const request = { entity: 'a name that nobody has', form: 'name' };
  await warmUp(graph, [{ ...mentions, examples: [{ summary: '', request }] }]).run();
  plans.planned.length = 0;
  const known = parametersOf(mentions, { entity: 'Munir', form: 'name' });
  await runnerOf(mentions).respondJson(graph, known, { origin: '' });
  expect(plans.planned).toEqual([]);
});

test('a database that is started anew is planned for anew, and the service waits no longer to be ready', async () => {
  const warming = warmUp(graph, [mentions]);
  const first = warming.run();
  expect(warming.progress).toBeDefined();
  plans.forget();
  const again = warming.again();
  expect(warming.progress).toBeUndefined();
  await Promise.all([first, again]);
  expect(warming.progress).toBeUndefined();
  plans.planned.length = 0;
  await warming.again();
  expect(plans.planned).toEqual([]);
});
