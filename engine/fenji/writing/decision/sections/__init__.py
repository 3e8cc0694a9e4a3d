"""The sections of a decision, one file each: a decision in, blocks of a page out."""
