// The media types of what is sent and of what comes back, as store/formats.py has them.

export const QUERY = "application/sparql-query";
export const RESULTS = "application/sparql-results+json";
export const TURTLE = "text/turtle";
export const TRIPLES = "application/n-triples";
