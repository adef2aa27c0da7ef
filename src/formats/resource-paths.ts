/** The paths of resources: with the origin of the service they are their IRIs. */
export const entityPath = (id: string) => `/v1/entities/${id}`;
export const eventPath = (id: string) => `/v1/events/${id}`;
export const articlePath = (id: string) => `/v1/articles/${id}`;
export const statementPath = (id: string) => `/v1/statements/${id}`;
/** A relation is a part of its subject. */
export const relationPath = (subject: string, id: string) => `${entityPath(subject)}#${id}`;
/** A quotation is a part of its statement. */
export const quotationPath = (statement: string, id: string) => `${statementPath(statement)}#${id}`;
