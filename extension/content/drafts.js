/* What is being written is looked at as it is written: what may not leave is then known before the
 * person sends, and no script of the page can put it into an address, a header or another form meanwhile. */
"use strict";

const REST_MS = 200; // between two looks
const looks = { begun: 0, done: 0 }; // changes of fields, as the guard counts them too
const open = new Set(); // fields with a text that may not go, or that nobody has looked at
const drafted = new Set(); // fields that wait for a look
let looking = null;
let lookedOver = ""; // the text that was looked at last
let isSaid = false; // whether others in the tab have been told to be silent

/* What of a text may not leave. */
const valuesIn = (text) => [...page.values].filter((value) => text.includes(value));

/* The texts in fields that may not go and that nobody has cleared. */
const standing = () => [...open].filter((field) => field.isConnected).map(textOf).filter((text) => !isCleared(text));

async function look() {
  while (drafted.size) {
    const [field] = drafted;
    drafted.delete(field);
    const text = textOf(field);
    lookedOver = text;
    const answer = isCleared(text) ? {} : await tell({ type: "draft", text });
    learn(answer.values ?? []);
    if (answer.failed || valuesIn(text).length) open.add(field);
    else open.delete(field);
    if (!drafted.size) looks.done = looks.begun;
    tellGuard();
    tellOthers();
    await new Promise((rested) => setTimeout(rested, REST_MS));
  }
  looking = null;
}

function lookAt(field) {
  drafted.add(field);
  looking ??= look();
}

/* Until what has been written is looked at. */
const lookedAt = () => looking ?? Promise.resolve();

/* Frames of other sites are silent while such a text stands there. */
function tellOthers() {
  const is = standing().length > 0;
  if (is === isSaid) return;
  isSaid = is;
  tell({ type: "standing", is });
}

function onInput(event) {
  looks.begun += 1;
  const field = closest(event, FIELD);
  if (field) lookAt(field);
  else if (!looking) {
    looks.done = looks.begun;
    tellGuard();
  }
}

/* A text that came into the field without an event: put there by a script, or kept from before. */
function lookAround() {
  const field = document.visibilityState === "visible" && find("composer");
  const text = field ? textOf(field) : "";
  if (text !== lookedOver && !isCleared(text)) lookAt(field);
  tellOthers();
}

const ROUND_MS = 500;
setInterval(lookAround, ROUND_MS);
window.addEventListener("input", onInput, true);
