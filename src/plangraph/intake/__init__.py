"""From the sheets that a city has to a dataset: a mapping drafted, decided by a person, and followed."""
