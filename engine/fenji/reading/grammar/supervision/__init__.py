"""`supervision/*.yaml`: how often, in which way and by whom subjects are inspected."""
