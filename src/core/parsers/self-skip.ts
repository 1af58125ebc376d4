/**
 * The line in which a test says that it did not test anything (`Skipping: no model file`) before it returns as if it had
 * passed; undefined when it says no such thing. Only the test's own words can tell, so a silent one is not found here.
 */
export function selfSkip(output: string): string | undefined {
  for (const line of output.split('\n')) {
    if (line.length > MAX_LINE || !/skip/i.test(line)) continue;
    const words = line.replace(/^[^\p{L}]+/u, '');
    if (/^(?:skipp(?:ing|ed)|skip)\b(?!\s+\d)/i.test(words) || ABOUT_TEST.test(words)) return words.trim();
  }
  return undefined;
}

const MAX_LINE = 2_000;
const ABOUT_TEST = /\btests?\b.{0,80}\bskipp(?:ing|ed)\b|\bskipp(?:ing|ed)\s(?:this\s|the\s)?tests?\b/i;
