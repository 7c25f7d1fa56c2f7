// Code that gets an answer from its address.

/** Power Query M, which leaves every cell a text: else Excel reads the code 1-1 as a date. */
const POWER_QUERY = [
  "let",
  '  Source = Csv.Document(Web.Contents("ADDRESS"), [Delimiter = ",", Encoding = 65001]),',
  "  Answer = Table.PromoteHeaders(Source, [PromoteAllScalars = false])",
  "in",
  "  Answer",
].join("\n");

/** Lines to copy, by where they run; the address is quoted for each. */
export function snippets(url: (format: string) => string): Record<"curl" | "python" | "excel" | "query", string> {
  return {
    curl: `curl -o answer.csv ${forShell(url("csv-w3c"))}`,
    python: `import pandas as pd\n\nanswer = pd.read_csv(${JSON.stringify(url("csv-w3c"))}, dtype=str)\nprint(answer)`,
    excel: url("csv-w3c"),
    query: POWER_QUERY.replace("ADDRESS", () => url("csv-w3c").replaceAll('"', '""')),
  };
}

/** One word of a POSIX shell. */
function forShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
