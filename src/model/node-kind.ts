/** The kinds of node of the graph, each by its label; an entity has the label of its type as well. */
export const NODE_KINDS = [
  'Article',
  'Source',
  'Entity',
  'MergedEntity',
  'Name',
  'Event',
  'Relation',
  'Role',
  'Statement',
  'Quotation',
  'Attribution',
  'UnnamedTarget',
  'Evidence',
  'Account',
  'Figure',
  'Mention',
  'ExcludedClaim',
  'EventReference',
  'Decision',
  'FormerId',
  'Change',
  'Graph',
] as const;

export type NodeKind = (typeof NODE_KINDS)[number];
