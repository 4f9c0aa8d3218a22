"""One file per article: its conditions, in the order of its words."""
