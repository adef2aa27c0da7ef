// Neo4j's own jars are 123 MB; the rest is the plugin that fetches them.
const ABOUT_MB = 140;
const UNITS: Record<string, number> = { B: 1e-6, kB: 1e-3, MB: 1, GB: 1e3 };

/** Counts what Maven says it has downloaded, for a line that shows people it is alive. */
export function countDownloads(title: string, now: () => number = Date.now) {
  const begun = now();
  let files = 0;
  let megabytes = 0;
  let unread = '';
  return {
    read(text: string): void {
      const lines = (unread + text).split('\n');
      unread = lines.pop() ?? '';
      for (const line of lines) {
        const size = line.includes('Downloaded from ') && /\.jar \(([\d.]+) ([kMG]?B)/.exec(line);
        if (!size) continue;
        files += 1;
        megabytes += Number(size[1]) * (UNITS[size[2] ?? ''] ?? 0);
      }
    },
    text(): string {
      const seconds = Math.floor((now() - begun) / 1000);
      // Nothing is downloaded where Maven's own cache holds it all.
      if (files === 0) return `${title}: ${seconds} s`;
      return `${title}: ${files} ${files === 1 ? 'jar' : 'jars'}, ${megabytes.toFixed(0)} of about ${ABOUT_MB} MB, ${seconds} s`;
    },
  };
}
