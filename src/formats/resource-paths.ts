/** The paths of resources: with the origin of the service they are their IRIs. */
export const entityPath = (id: string) => `/v1/entities/${id}`;
export const eventPath = (id: string) => `/v1/events/${id}`;
export const articlePath = (id: string) => `/v1/articles/${id}`;
export const statementPath = (id: string) => `/v1/statements/${id}`;
/** A change as the list that has it alone. */
export const changePath = (version: number) => `/v1/changes?since=${version - 1}&limit=1`;
/** A relation is a part of its subject. */
export const relationPath = (subject: string, id: string) => `${entityPath(subject)}#${id}`;
/** A quotation is a part of its statement. */
export const quotationPath = (statement: string, id: string) => `${statementPath(statement)}#${id}`;
/** The path of what drafts say: where it is asked for without this, what was reviewed is meant. */
export function draftPath(path: string): string {
  const [resource, part] = path.split('#');
  const asked = `${resource}${resource!.includes('?') ? '&' : '?'}review=draft`;
  return part === undefined ? asked : `${asked}#${part}`;
}
