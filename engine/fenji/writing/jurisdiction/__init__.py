"""Who is in charge, written for people and for programs: answers, the graph, analyses, rosters."""
