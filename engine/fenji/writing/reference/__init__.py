"""The release itself as pages: its dictionary and its rules, as people look them up."""
