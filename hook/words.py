"""What a person is told when the hook holds a text back; Danish first, English after."""

from __future__ import annotations

DOWN = (
    "Sluse svarer ikke, så teksten er ikke sendt. Start den med “sluse serve”, eller spørg IT.",
    "Sluse does not answer, so nothing was sent. Start it with “sluse serve”, or ask IT.",
)
LATE = (
    "Sluse nåede ikke at undersøge teksten, så den er ikke sendt. Prøv igen, eller del den op.",
    "Sluse had no time to examine the text, so it was not sent. Try again, or split it.",
)
BUSY = (
    "Sluse har travlt, så teksten er ikke sendt. Prøv igen om lidt.",
    "Sluse is busy, so the text was not sent. Try again shortly.",
)
NO_KEY = (
    "Sluse vil ikke svare uden en gyldig nøgle, så teksten er ikke sendt. Spørg IT.",
    "Sluse does not answer without a valid key, so the text was not sent. Ask IT.",
)
TOO_LARGE = (
    "Teksten er for stor til at blive undersøgt, så den er ikke sendt. Del den op.",
    "The text is too large to be examined, so it was not sent. Split it.",
)
UNREADABLE = (
    "Sluse kan ikke læse det, programmet ville sende, så det er ikke sendt. Spørg IT.",
    "Sluse cannot read what the program wanted to send, so it was not sent. Ask IT.",
)
FAILED = (
    "Noget gik galt i Sluse, så teksten er ikke sendt. Prøv igen, eller spørg IT.",
    "Something went wrong in Sluse, so the text was not sent. Try again, or ask IT.",
)
MISUSED = (
    "Sluse er sat forkert op her, så teksten er ikke sendt. Se “sluse hook status”.",
    "Sluse is set up wrongly here, so the text was not sent. See “sluse hook status”.",
)
SAFE = ("Denne udgave må sendes:", "This version may be sent:")
USAGE = (
    "“sluse hook” køres af AI-programmer og læser deres JSON. Se “sluse hook --help”.",
    "“sluse hook” is run by AI clients and reads their JSON. See “sluse hook --help”.",
)
