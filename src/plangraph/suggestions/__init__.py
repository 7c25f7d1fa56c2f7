"""Links proposed from texts, for a person to accept or reject: of elements, and of what a document speaks of."""
