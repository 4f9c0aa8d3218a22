"""Questions that a person has to answer: gathered by likeness, answered once, told to all."""
