// Code that gets an answer from its address.

/** Lines to copy, by where they run; the address is quoted for each. */
export function snippets(url: (format: string) => string): Record<"curl" | "python" | "excel", string> {
  return {
    curl: `curl -o answer.csv ${forShell(url("csv-w3c"))}`,
    python: `import pandas as pd\n\nanswer = pd.read_csv(${JSON.stringify(url("csv-w3c"))}, dtype=str)\nprint(answer)`,
    excel: url("csv-w3c"),
  };
}

/** One word of a POSIX shell. */
function forShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
