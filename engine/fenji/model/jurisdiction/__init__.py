"""The nouns of jurisdiction: departments, territory, matters, the edges between them, and the answer."""
