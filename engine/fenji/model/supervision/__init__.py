"""The nouns of supervision: how often, in which way and by whom a subject is inspected."""
