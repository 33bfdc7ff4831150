"""LiteLLM's generic guardrail: every request is judged before the model, every answer restored."""
