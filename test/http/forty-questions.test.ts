import { expect, test } from 'vitest';
import { COUNTED, QUESTIONS } from '../support/forty-questions.ts';
import { testService } from '../support/service.ts';

// biome-ignore-start lint/suspicious/noExplicitAny: answers of every shape
const service = testService();

test.each(QUESTIONS)('%s', async (_question, request, ids) => {
  const { status, body } = await service.get(request);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.items.map(({ id }: any) => id).toSorted()).toEqual(ids.toSorted());
  expect(body.next).toBeNull();
});

test.each(COUNTED)('%s', async (_question, request, answer) => {
  const { status, body } = await service.get(request);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.items.map(({ group, count }: any) => [group.id ?? group, count])).toEqual(answer);
});

test('Who speaks against whom?', async () => {
  const { body } = await service.get('/v1/stats/who-about-whom?polarity=negative');
  const pairs = body.items.map(({ speaker, target, count }: any) => [speaker.id, target.id, count]);
  expect(pairs.toSorted()).toEqual([
    ['donald-trump', 'pakistan', 1],
    ['marvin-weinbaum', 'united-states', 2],
  ]);
});

test('How do Trump and Weinbaum compare?', async () => {
  const { body } = await service.get(
    '/v1/stats/who-about-whom?speaker=Trump&speaker=Weinbaum&targetType=Country&aboutAs=target',
  );
  const pairs = body.items.map(({ speaker, target, count, goldsteinMean }: any) => [
    speaker.id,
    target.id,
    count,
    goldsteinMean,
  ]);
  expect(pairs).toEqual([
    ['marvin-weinbaum', 'united-states', 2, -2],
    ['donald-trump', 'pakistan', 1, -2],
  ]);
});

test('Which outlet reports what nobody else does?', async () => {
  const { body } = await service.get('/v1/stats/outlets');
  expect(body.items).toMatchObject([{ article: 'shifting-sands', statements: 13, alone: 13, first: 0 }]);
});

test('What was said by two together?', async () => {
  const { body } = await service.get('/v1/statements?speaker=Trump&limit=500');
  expect(body.items.filter(({ speakers }: any) => speakers.length > 1)).toEqual([]);
});

test('What does the author hold, and what does he tell as a fact?', async () => {
  const ids = async (by: string) =>
    (await service.get(`/v1/relations?assertedBy=${by}`)).body.items.map(
      ({ subject, predicate, object }: any) => `${subject.id} ${predicate} ${object.id}`,
    );
  expect(await ids('opinion')).toEqual([
    'pakistan PARTNER_OF united-states',
    'pakistan-armed-forces INFLUENCES pakistan',
  ]);
  expect(await ids('fact')).toContain('michael-kurilla COMMANDS us-central-command');
});

test('Where are Trump and Munir named in one sentence?', async () => {
  const { body } = await service.get('/v1/mentions?entity=Munir&beside=Trump&form=alias');
  const words = body.items.map(({ evidence }: any) => evidence.exact);
  expect(words.length).toBeGreaterThan(2);
  expect(new Set(words)).toEqual(new Set(['General Asim Munir', 'General Munir', 'Munir']));
});

test('Who leads, who commands, and who is an expert?', async () => {
  const predicates = ['LEADS', 'COMMANDS', 'EXPERT_ON'];
  const { body } = await service.get(
    `/v1/relations?${predicates.map((one) => `predicate=${one}`).join('&')}`,
  );
  expect(body.items.map(({ subject }: any) => subject.id)).toEqual([
    'donald-trump',
    'marvin-weinbaum',
    'michael-kurilla',
  ]);
});
// biome-ignore-end lint/suspicious/noExplicitAny: answers of every shape
