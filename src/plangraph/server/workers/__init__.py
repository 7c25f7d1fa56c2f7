"""The processes that answer, and what they do."""
