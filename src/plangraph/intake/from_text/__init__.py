"""From the text of a plan to a draft of its dataset: headings, the schedule, and what it mentions."""
