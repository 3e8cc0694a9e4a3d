"""Rosters of many subjects: who is in charge of whom, risks, hazards, inspection items."""
