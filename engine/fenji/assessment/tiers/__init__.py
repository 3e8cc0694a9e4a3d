"""From findings and values to tiers: the steps of policies, and the figures they give."""
