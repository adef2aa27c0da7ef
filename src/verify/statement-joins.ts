interface Part {
  quotation: string;
  given: string;
  isOpen: boolean;
  source: string;
  published: string | null;
  same: { quotation: string; given: string; statement: string; score: number }[];
}

interface JoinsRow {
  id: string;
  parts: Part[];
}

/** What is wrong with the parts that a statement is joined of. */
export function joinFaults({ id, parts }: JoinsRow): string[] {
  if (parts.length === 0) return [];
  const own = [...new Set(parts.filter(({ isOpen }) => !isOpen).map(({ given }) => given))];
  const wanted = own[0] ?? earliest(parts);
  const repeated = [...Map.groupBy(parts, ({ source }) => source)].filter(
    ([, of]) => new Set(of.map(({ given }) => given)).size > 1,
  );
  return [
    ...(own.length > 1 ? [`is joined of several that have ids of their own: ${own.sort().join(', ')}`] : []),
    ...(own.length <= 1 && wanted !== id ? [`should have the id ${wanted}`] : []),
    ...repeated.map(([source]) => `is joined of several statements of ${source}`),
    ...(areConnected(parts) ? [] : ['is joined of parts that nothing connects']),
    ...parts.flatMap(({ quotation, same }) =>
      same
        .filter(({ score }) => !(score > 0 && score <= 1))
        .map((one) => `${quotation} is the same as ${one.quotation} by a score of ${one.score}`),
    ),
  ];
}

function earliest(parts: Part[]): string {
  const days = parts.map(({ published }) => published ?? 'undated').sort();
  const first = parts.filter(({ published }) => (published ?? 'undated') === days[0]);
  return first.map(({ given }) => given).sort()[0]!;
}

/** Whether each part can be reached from the first, by a common id or by what was found to be the same. */
function areConnected(parts: Part[]): boolean {
  const reached = new Set<Part>();
  for (let next = [parts[0]!]; next.length > 0; ) {
    for (const part of next) reached.add(part);
    next = parts.filter(
      (part) =>
        !reached.has(part) &&
        next.some(
          (there) =>
            there.given === part.given || there.same.some(({ quotation }) => quotation === part.quotation),
        ),
    );
  }
  return reached.size === parts.length;
}
