"""From the nodes of all files of a release to the nouns of the model: one file per idea."""
