"""Copilot Studio's external threat detection: an agent asks before it calls a tool.

Microsoft's cloud calls over HTTPS with a token of Entra, and takes no answer within a second, or an
error, for consent. So every call whose token is good is answered in time, with a block in doubt.
"""
