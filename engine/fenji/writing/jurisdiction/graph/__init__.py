"""The graph of jurisdiction drawn: as Mermaid, as DOT for Graphviz, as SVG of our own layout."""
