"use strict";

/* What the page says besides what stands in index.html and what the service answers. */
const WORDS = {
  da: {
    allow: ["Teksten må sendes", "✓"],
    warn: ["Se efter, før du sender", "!"],
    redact: ["Send den rensede tekst i stedet", "⇄"],
    block: ["Teksten må ikke sendes", "✕"],
    actions: { allow: "Må sendes", warn: "Se efter", redact: "Erstattes", block: "Må ikke sendes" },
    files: {
      allow: "Filen må sendes",
      warn: "Se efter, før du sender filen",
      redact: "Send en renset fil i stedet",
      block: "Filen må ikke sendes",
    },
    gaps: {
      encrypted: "Filen er låst eller krypteret.",
      corrupt: "Filen er beskadiget.",
      empty: "Filen er tom.",
      needs_ocr: "Et billede kunne ikke læses.",
      unknown_format: "Filtypen er ukendt.",
      timeout: "Filen blev ikke undersøgt til ende i tide.",
      too_large: "Noget i filen er for stort.",
    },
    checkingFile: "Tjekker filen …",
    cleaning: "Renser filen …",
    fetched: (name) => `${name} er hentet. Filen er læst igen, og værdierne er væk.`,
    checking: "Tjekker …",
    changed: "Teksten er ændret. Den tjekkes igen om et øjeblik.",
    offline: "Sluse svarer ikke. Teksten er ikke godkendt. Prøv igen om lidt.",
    key: "Skriv din nøgle, og tjek igen.",
    copied: "Kopieret.",
    notCopied: "Markér teksten, og tryk Ctrl+C.",
    gap: "En del af teksten kunne ikke undersøges.",
    approval: "Godkendt:",
    policy: (id, version) => `Regler: ${id}, version ${version}`,
  },
  en: {
    allow: ["The text may be sent", "✓"],
    warn: ["Look again before you send", "!"],
    redact: ["Send the cleaned text instead", "⇄"],
    block: ["The text may not be sent", "✕"],
    actions: { allow: "May be sent", warn: "Look again", redact: "Replaced", block: "May not be sent" },
    files: {
      allow: "The file may be sent",
      warn: "Look again before you send the file",
      redact: "Send a cleaned file instead",
      block: "The file may not be sent",
    },
    gaps: {
      encrypted: "The file is locked or encrypted.",
      corrupt: "The file is damaged.",
      empty: "The file is empty.",
      needs_ocr: "A picture could not be read.",
      unknown_format: "The file type is unknown.",
      timeout: "The file was not examined to the end in time.",
      too_large: "Something in the file is too large.",
    },
    checkingFile: "Checking the file …",
    cleaning: "Cleaning the file …",
    fetched: (name) => `${name} is here. It was read again, and the values are gone.`,
    checking: "Checking …",
    changed: "The text has changed. It will be checked again in a moment.",
    offline: "Sluse does not answer. The text has not been approved. Try again shortly.",
    key: "Enter your key and check again.",
    copied: "Copied.",
    notCopied: "Select the text and press Ctrl+C.",
    gap: "A part of the text could not be examined.",
    approval: "Approved:",
    policy: (id, version) => `Rules: ${id}, version ${version}`,
  },
};

/* Colour by kind; the name of each stands beside it. */
const KINDS = {
  person: ["PERSON", "DATE_OF_BIRTH", "SPECIAL_CATEGORY"],
  organization: ["ORGANIZATION", "DK_CVR", "DK_P_NUMBER", "DK_GLN", "CUSTOMER_ID"],
  number: ["DK_CPR", "ID_DOCUMENT", "SECRET", "CREDIT_CARD", "IBAN_CODE", "DK_BANK_ACCOUNT"],
  contact: ["ADDRESS", "EMAIL_ADDRESS", "PHONE_NUMBER"],
};

/* Invented from end to end. */
const EXAMPLE = `Hej Astrid

Tak for mødet i går hos Fjordlyst Bageri ApS. Som aftalt sender jeg vores budget for næste år.

Du kan fange mig på 32 12 34 56 eller bo.lundtoft@fjordlyst-bageri.example, hvis du har spørgsmål til lejemålet på Strandengen 14, 5960 Marstal.

Kan du hjælpe os med at skrive et kort resumé, som vi kan vise banken?

Venlig hilsen
Bo Lundtoft
Fjordlyst Bageri ApS`;
