"""What several tests need. No test module imports another; pytest runs with `--import-mode=importlib`, so none can."""
