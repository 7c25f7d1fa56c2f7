"""The graph on HTTP: SPARQL 1.1 Protocol (W3C), questions, linked data, and the explorer's files."""
