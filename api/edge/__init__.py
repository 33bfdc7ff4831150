"""What every request passes before a route sees it; each a plain ASGI layer."""
