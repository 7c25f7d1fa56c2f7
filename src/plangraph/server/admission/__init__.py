"""What is let in, in which order, and what is answered already."""
