"""SECRET: passwords, keys, tokens and private keys; the value alone."""

from scanner.recognizers.secret.recognizer import SecretRecognizer

__all__ = ["SecretRecognizer"]
