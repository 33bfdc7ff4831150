"""Many documents: each scanned in a process of its own that may be killed, none of them lost."""
