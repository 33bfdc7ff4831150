/* The field that is written in: found by the selectors of sites.json, read and written as a person would. */
"use strict";

const EDITABLE = "textarea, [contenteditable='true'], [contenteditable=''], [contenteditable='plaintext-only']";
const FIELD = `${EDITABLE}, input:not([type]), input[type='text'], input[type='search']`;

/* The first element of the site's selectors for `part`, "composer" or "send"; null when there is none. */
function find(part) {
  for (const selector of page.site?.[part] ?? []) {
    const element = document.querySelector(selector);
    if (element) return element;
  }
  return null;
}

const originOf = (event) => {
  const [first] = event.composedPath();
  return first instanceof Element ? first : (first?.parentElement ?? null);
};

const closest = (event, selector) => originOf(event)?.closest(selector) ?? null;

const composerOf = (event) => closest(event, EDITABLE);

const sendOf = (event) => {
  const selectors = [...(page.site?.send ?? []), "button[type='submit']"];
  return closest(event, selectors.join(","));
};

/* The field a send button belongs to. */
const fieldOf = (button) =>
  find("composer") ?? button.closest("form")?.querySelector(EDITABLE) ?? document.querySelector(EDITABLE);

const isField = (element) => "value" in element;

/* As it is read: an editor's paragraphs are one empty line apart, however they are drawn. */
const textOf = (field) => (isField(field) ? field.value : field.innerText.replace(/\n{3,}/gu, "\n\n").trim());

const pause = () => new Promise((done) => setTimeout(done, 20));

function select(field) {
  field.focus();
  if (isField(field)) field.select();
  else getSelection().selectAllChildren(field);
}

/* What selects again what is selected now, or `place` where something is dropped. */
function selection(field, place) {
  if (isField(field)) {
    const { selectionStart: start, selectionEnd: end } = field;
    return () => field.setSelectionRange(start, end);
  }
  const { rangeCount } = getSelection();
  const range = place ?? (rangeCount ? getSelection().getRangeAt(0).cloneRange() : null);
  return () => {
    if (!range) return;
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
}

/* Puts the text in place of the selection, by the editor's own way for pasted text. */
function insert(field, text) {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true });
  if (!isField(field)) field.dispatchEvent(paste);
  if (!paste.defaultPrevented) document.execCommand("insertText", false, text);
}

/* Replaces all that is in the field; tells whether it then holds the text. */
async function write(field, text) {
  select(field);
  await pause(); // editors learn of the selection by an event
  insert(field, text);
  await pause();
  return sameText(textOf(field)) === sameText(text);
}

/* Sends as the person was about to. */
function press(field, button) {
  const send = button?.isConnected ? button : find("send");
  if (send && !send.disabled) {
    send.click();
    return;
  }
  const key = { key: "Enter", code: "Enter", keyCode: 13, which: 13, bubbles: true, cancelable: true, composed: true };
  field.dispatchEvent(new KeyboardEvent("keydown", key));
}
