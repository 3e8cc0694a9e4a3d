"""Decisions in brief: cut down from whole ones, or made of what was compiled."""
