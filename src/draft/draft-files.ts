import { stringify } from 'yaml';
import type { Draft, DraftRecord } from './draft-article.ts';
import type { RawArticle } from './reading/raw-article.ts';

/**
 * `annotation.yaml` of a draft.
 * @param rejected what a model said that does not stand in the article.
 */
export function annotationYaml(
  { annotation }: Draft,
  { leftOut }: Pick<RawArticle, 'leftOut'>,
  rejected: readonly string[] = [],
): string {
  const left =
    leftOut.length === 0
      ? []
      : ['# Left out of the page:', ...leftOut.map((line) => `#   ${line.replace(/[\r\n]+/g, ' ')}`)];
  const head = [
    '# A draft that no person has reviewed yet. `draft` says which rule found each fact and how sure that is;',
    '# what was less sure than 0.5 is left out, with what it may be as alternatives.',
    ...left,
    ...(rejected.length === 0 ? [] : ['# Rejected of what the model said:']),
    ...rejected.map((reason) => `#   ${reason.replace(/[\r\n]+/g, ' ')}`),
  ];
  return `${head.join('\n')}\n${yaml(annotation)}`;
}

/** `entities.yaml` with the entities that drafts found and the authority file has not. */
export const entitiesYaml = (entities: readonly DraftRecord[]): string =>
  `# Entities that drafts found and the authority file has not. They count as reviewed once a reviewed article uses them.\n${yaml({ entities: entities.map((entity) => ({ ...entity, review: 'draft' })) })}`;

/** Numbers of code and of days stay text: each string that YAML could take for something else is quoted. */
const yaml = (value: unknown) =>
  stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, defaultStringType: 'PLAIN' });
