"""Evaluators: what each rule, measure and classification says of each entity of one subject."""
