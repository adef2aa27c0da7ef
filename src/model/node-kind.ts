/** The kinds of node of the graph, each by its label; an entity has the label of its type as well. */
export const NODE_KINDS = [
  'Article',
  'Source',
  'Entity',
  'Name',
  'Event',
  'Relation',
  'Role',
  'Statement',
  'Quotation',
  'Attribution',
  'Evidence',
  'Account',
  'Figure',
  'Mention',
  'ExcludedClaim',
  'EventReference',
  'Decision',
  'ChangeRecord',
  'Graph',
] as const;

export type NodeKind = (typeof NODE_KINDS)[number];
