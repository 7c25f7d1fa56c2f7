import { expect, test } from "vitest";
import { snippets } from "../src/views/query/snippets";

test("an address with quotes stays one word of the shell and one text of Python", () => {
  const code = snippets((format) => `http://127.0.0.1/sparql?query='"&format=${format}`);

  expect(code.curl).toBe(`curl -o answer.csv 'http://127.0.0.1/sparql?query='\\''"&format=csv-w3c'`);
  expect(code.python).toContain(`pd.read_csv("http://127.0.0.1/sparql?query='\\"&format=csv-w3c"`);
});
