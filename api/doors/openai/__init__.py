"""An OpenAI-compatible proxy: a client changes its base URL, and nothing else."""
