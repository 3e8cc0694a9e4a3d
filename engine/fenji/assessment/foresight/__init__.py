"""What the compiled evaluator says beforehand: where the reference has to look, and where it need not."""
