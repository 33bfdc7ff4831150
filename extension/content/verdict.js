/* May this text go? Asks the service; where a person has to choose, asks the person. */
"use strict";

/* The text without what was found, where the service has made one: not where it only warns, nor
 * where something could not be looked at. */
function safeOf({ decision, text, gaps }) {
  const isMade = ["redact", "block"].includes(decision) && gaps.length === 0;
  return isMade && typeof text === "string" ? text : null;
}

/* Whether there can be a version without what was found; that of a file is made when it is chosen. */
const hasSafe = (text, answer) =>
  text === null
    ? ["redact", "block"].includes(answer.decision) && answer.gaps.length === 0
    : safeOf(answer) !== null;

/* What a page sends on its own need not be what the person wrote. */
async function check(text, purpose) {
  await ready();
  const answer = await tell({ type: "check", text, known: page.mapping, isOwn: purpose !== "background" });
  remember(answer);
  learn(answer.values ?? []);
  return answer;
}

/* The placeholders of a text that goes: only now are they anybody's. */
function adopt(answer) {
  Object.assign(page.mapping, answer.mapping);
  clearText(answer.text);
  showAnswers();
}

/* What may go of the text: all of it, a version of it, or null.
 *
 * `purpose` says what is about to happen: "send", "insert", "upload", or "background" when the page
 * itself sends, and nobody can be asked.
 */
async function clear(text, purpose, name = "") {
  if (isCleared(text)) return text;
  const waiting = purpose === "background" ? null : panel.wait(purpose);
  const answer = await check(text, purpose);
  waiting?.done();
  if (answer.decision === "allow") {
    clearText(text);
    return text;
  }
  return purpose === "background" ? alone(answer) : choose(text, answer, purpose, name);
}

/* Without a person: the version without what was found, or nothing. */
function alone(answer) {
  const safe = answer.failed ? null : safeOf(answer);
  if (safe === null) {
    panel.note(words().background);
    return null;
  }
  adopt(answer);
  return safe;
}

async function choose(text, answer, purpose, name) {
  const choice = await panel.ask({ text, answer, purpose, name });
  if (choice === "retry") return clear(text, purpose, name);
  if (choice === "redacted") {
    adopt(answer);
    return answer.text;
  }
  if (choice === "anyway") {
    clearText(text);
    unlearn(text);
    return text;
  }
  return null;
}
