// Asks the endpoint as applications in JavaScript do, and prints what it was told.
import { SparqlEndpointFetcher } from "fetch-sparql-endpoint";

const [endpoint, query, plan] = process.argv.slice(2);
const fetcher = new SparqlEndpointFetcher();

const gather = (stream) =>
  new Promise((resolve, reject) => {
    const found = [];
    stream.on("data", (item) => found.push(item));
    stream.on("end", () => resolve(found));
    stream.on("error", reject);
  });

const bindings = await fetcher.fetchBindings(endpoint, query);
let variables = [];
bindings.on("variables", (names) => {
  variables = names.map((name) => name.value);
});
const rows = await gather(bindings);
const truth = await fetcher.fetchAsk(endpoint, `ASK { <${plan}> ?p ?o }`);
const triples = await gather(await fetcher.fetchTriples(endpoint, `CONSTRUCT WHERE { <${plan}> ?p ?o }`));
console.log(JSON.stringify({ rows, variables, truth, triples: triples.length }));
