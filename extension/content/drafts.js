/* What is being written is looked at as it is written: what may not leave is then known before the
 * person sends, and no script of the page can put it into an address or a header meanwhile. */
"use strict";

const REST_MS = 200; // between two looks
let drafted = null; // the field that waits for a look
let isLooking = false;

async function lookAt() {
  if (isLooking) return;
  isLooking = true;
  while (drafted) {
    const text = textOf(drafted);
    drafted = null;
    if (!isCleared(text)) learn((await tell({ type: "draft", text })).values ?? []);
    await new Promise((rested) => setTimeout(rested, REST_MS));
  }
  isLooking = false;
}

function onInput(event) {
  const field = closest(event, FIELD);
  if (!field) return;
  drafted = field;
  lookAt();
}

window.addEventListener("input", onInput, true);
