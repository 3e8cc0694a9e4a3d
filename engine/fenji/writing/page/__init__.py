"""Pages of styled words, and how they become text for a terminal or Markdown."""
