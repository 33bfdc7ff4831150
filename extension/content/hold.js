/* Paste, drop, file choice, Enter and the send button wait until the text may go.
 *
 * Only what a person does is held here; what scripts do, these included, meets the guard.
 */
"use strict";

const stop = (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

let isHolding = false;

/* One text at a time: a second Enter while the first is looked at does nothing. */
async function once(work) {
  if (isHolding) return;
  isHolding = true;
  try {
    await work();
  } finally {
    isHolding = false;
  }
}

function holdSend(event, field, button) {
  if (!field) return;
  const text = textOf(field);
  if (isCleared(text)) return;
  stop(event);
  once(async () => {
    const sent = await clear(text, "send");
    if (sent === null || sameText(textOf(field)) !== sameText(text)) field.focus();
    else if (sent === text || (await write(field, sent))) press(field, button);
    else panel.unwritten(sent);
  });
}

function onKey(event) {
  if (!event.isTrusted || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  holdSend(event, composerOf(event), null);
}

function onClick(event) {
  const button = event.isTrusted && sendOf(event);
  if (button) holdSend(event, fieldOf(button), button);
}

function onSubmit(event) {
  if (event.isTrusted) holdSend(event, event.target.querySelector?.(EDITABLE), event.submitter);
}

function onPaste(event) {
  if (event.isTrusted) holdTransfer(event, event.clipboardData, "paste");
}

function onDrop(event) {
  if (event.isTrusted) holdTransfer(event, event.dataTransfer, "drop");
}

/* What a page could read of it; a page may take the pasted from anywhere, the dropped from itself too. */
function textIn(transfer) {
  const html = transfer.getData("text/html");
  const read = html && new DOMParser().parseFromString(html, "text/html").body.textContent;
  return transfer.getData("text/plain") || read || [...transfer.types].map((type) => transfer.getData(type)).join("\n").trim();
}

function holdTransfer(event, transfer, name) {
  const field = closest(event, FIELD);
  const files = [...transfer.files];
  const text = textIn(transfer);
  if (!files.length && (!text || (!field && isOwnDrag))) return;
  stop(event);
  const target = originOf(event);
  const place = name === "drop" ? document.caretRangeFromPoint(event.clientX, event.clientY) : null;
  once(() => {
    if (files.length) return giveFiles(target, files, name);
    return field ? giveText(field, text, place) : giveAway(target, text, name);
  });
}

let isOwnDrag = false;
for (const [name, own] of Object.entries({ dragstart: true, dragend: false })) {
  window.addEventListener(name, () => { isOwnDrag = own; }, true);
}

/* Text that comes all at once and is neither pasted nor dropped: dictated, corrected, or put there by a
 * program or by the page itself. One key is let be; what is composed sign by sign cannot be stopped. */
const MORE_THAN_A_KEY = /[\p{L}\p{N}][^]*[\p{L}\p{N}]/u;
let coming = Promise.resolve();

function onBeforeInput(event) {
  const field = event.isTrusted && event.cancelable && !isOwnDrag && closest(event, FIELD);
  const text = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
  if (!field || !MORE_THAN_A_KEY.test(text) || isCleared(text)) return;
  stop(event);
  const isCorrection = event.inputType === "insertReplacementText";
  const place = isCorrection && !isField(field) ? rangeOf(event.getTargetRanges()[0]) : null;
  coming = coming.then(async () => {
    while (isHolding) await pause();
    await once(() => giveText(field, text, place));
  });
}

function rangeOf(told) {
  if (!told) return null;
  const range = document.createRange();
  range.setStart(told.startContainer, told.startOffset);
  range.setEnd(told.endContainer, told.endOffset);
  return range;
}

/* To a page that takes text where there is no field. */
async function giveAway(target, text, name) {
  const sent = await clear(text, "insert");
  if (sent === null) return;
  const data = new DataTransfer();
  data.setData("text/plain", sent);
  transferred(target, data, name);
}

async function giveText(field, text, place) {
  const back = selection(field, place);
  const sent = await clear(text, "insert");
  await pause(); // while a panel closes, nothing else takes the focus
  field.focus();
  back();
  await pause();
  if (sent !== null) insert(field, sent);
}

async function giveFiles(target, files, name) {
  const sent = await clearFiles(files);
  if (sent === null) return;
  transferred(target, holding(sent), name);
}

function transferred(target, data, name) {
  const fields = { bubbles: true, cancelable: true, composed: true };
  const event =
    name === "paste"
      ? new ClipboardEvent("paste", { ...fields, clipboardData: data })
      : new DragEvent("drop", { ...fields, dataTransfer: data });
  target.dispatchEvent(event);
}

/* The page learns of a choice of files when they may go. */
function onChoice(event) {
  const input = originOf(event);
  if (!event.isTrusted || !(input instanceof HTMLInputElement) || input.type !== "file" || !input.files.length) return;
  stop(event);
  if (event.type === "input") return; // the change follows at once
  const files = [...input.files];
  input.value = "";
  once(async () => {
    const sent = await clearFiles(files);
    if (sent === null) return;
    input.files = holding(sent).files;
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

const HELD = { keydown: onKey, click: onClick, submit: onSubmit, paste: onPaste, beforeinput: onBeforeInput, drop: onDrop, change: onChoice, input: onChoice };
for (const [name, hold] of Object.entries(HELD)) window.addEventListener(name, hold, true);
