/**
 * The connected sets of things that are joined pair by pair, so that what is joined to a third is joined too; the outcome does
 * not depend on the order. What is joined to nothing stands alone.
 */
export function components<T>(members: Iterable<T>, joins: Iterable<readonly [T, T]>): T[][] {
  const parent = new Map<T, T>();
  for (const member of members) parent.set(member, member);
  const rootOf = (member: T): T => {
    let root = member;
    while (parent.get(root) !== root) root = parent.get(root)!;
    parent.set(member, root);
    return root;
  };
  for (const [one, other] of joins) parent.set(rootOf(one), rootOf(other));
  return [...Map.groupBy(parent.keys(), rootOf).values()];
}
