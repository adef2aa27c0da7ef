import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take more than a minute: one that began among the last would run alone for as long. */
const SLOW = [
  'graph/growth',
  'writes/ingest-many',
  'neo4j/bulk',
  'writes/ingest',
  'neo4j/dump',
  'writes/counts',
  'graph/explain',
  'http/browser',
  'writes/voices',
  'writes/drafts',
];

const place = ({ moduleId }: TestSpecification) => {
  const at = SLOW.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at < 0 ? SLOW.length : at;
};

/** Runs slow files first, and the others as they come. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => place(a) - place(b));
  }
}
