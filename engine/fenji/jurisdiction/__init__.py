"""Who is in charge: the chart of departments, matters and edges, and what follows from it."""

from fenji.jurisdiction.answering import answer, answer_in

__all__ = ["answer", "answer_in"]
