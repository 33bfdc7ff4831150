"""ICAP (RFC 3507): what a web proxy is about to send, judged before it leaves.

A plain TCP listener beside the service, for organisations whose proxy reads TLS. REQMOD only.
"""
