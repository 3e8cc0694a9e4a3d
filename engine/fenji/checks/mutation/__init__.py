"""Small errors planted in the rules, one at a time, to see whether some scenario notices.

A mutant that no scenario notices is a line of law that could be wrong without anybody knowing
(R. DeMillo, R. Lipton, F. Sayward, Hints on Test Data Selection, 1978).
"""

from fenji.checks.mutation.mutants import Mutant, mutants
from fenji.checks.mutation.trial import Trial, try_mutant
from fenji.checks.mutation.watching import watchers

__all__ = ["Mutant", "Trial", "mutants", "try_mutant", "watchers"]
