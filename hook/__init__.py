"""The hook that AI clients run before a prompt leaves: ``sluse hook``.

It starts for every prompt, so it imports nothing but a few modules of the standard library, and
asks the running service. Whatever goes wrong, the client is told to hold the text.
"""
