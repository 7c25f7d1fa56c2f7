"""HTTP around every answer: its headers, forms and errors, the log and the counters."""
