"""`activities.yaml` and `jurisdiction/*.yaml`: who is in charge, as the files say it."""
