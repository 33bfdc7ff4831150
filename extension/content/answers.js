/* Placeholders in what the page shows are shown with their values, in a closed shadow tree.
 *
 * The page's own text stays as it is, and so do its nodes: the value is drawn over the placeholder
 * and is in nothing the page could read, copy or send.
 */
"use strict";

const PLACEHOLDER = /\[|_[1-9]/u;
const shownFor = new WeakMap(); // the page's text node → { element, text }
const restoredOf = new Map(); // text → text with its values
const rootOf = new WeakMap(); // element → its closed shadow tree
const copiedAs = new Map(); // the same, of what is shown
let isWaiting = false;

const hasAny = () => Object.keys(page.mapping).length > 0;

async function restored(text) {
  if (restoredOf.has(text)) return restoredOf.get(text);
  const { text: given } = await tell({ type: "restore", text, mapping: page.mapping });
  if (typeof given === "string") restoredOf.set(text, given);
  return given;
}

function showAnswers() {
  restoredOf.clear();
  lookAgain();
}

function lookAgain() {
  if (isWaiting || !hasAny() || !document.body) return;
  isWaiting = true;
  setTimeout(async () => {
    isWaiting = false;
    for (const node of placeholders()) await show(node);
  }, 150);
}

function placeholders() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    const { data, parentElement: parent } = walker.currentNode;
    if (!PLACEHOLDER.test(data) || !parent || parent.isContentEditable) continue;
    if (parent.closest("textarea, script, style, [data-sluse]")) continue;
    nodes.push(walker.currentNode);
  }
  return nodes;
}

async function show(node) {
  const text = node.data;
  const value = await restored(text);
  if (typeof value !== "string" || value === text || node.data !== text || !node.isConnected) return;
  hide(node);
  const element = document.createElement("span");
  element.dataset.sluse = "";
  element.append(text); // what the page reads here
  const root = element.attachShadow({ mode: "closed" });
  root.append(...drawn(text, value));
  rootOf.set(element, root);
  shownFor.set(node, { element });
  copiedAs.set(text, value);
  node.data = "";
  node.after(element);
}

/* The restored text, with a dotted line under each value whose placeholder was written exactly. */
function drawn(text, value) {
  const parts = [];
  let rest = value;
  let name = "";
  for (const [at, piece] of text.split(/(\[[^[\]\s]{1,50}\])/u).entries()) {
    if (at % 2) {
      name += piece;
      continue;
    }
    const end = rest.indexOf(piece);
    if (end < 0) return [value];
    if (end) parts.push(underlined(rest.slice(0, end), name));
    parts.push(piece);
    rest = rest.slice(end + piece.length);
    if (piece) name = "";
  }
  return rest ? [...parts, underlined(rest, name)] : parts;
}

function underlined(value, name) {
  const element = document.createElement("span");
  element.textContent = value;
  element.title = `${words().shown} ${name}`;
  element.style.cssText = "text-decoration: underline dotted; text-underline-offset: 0.2em;";
  return element;
}

function hide(node) {
  shownFor.get(node)?.element.remove();
  shownFor.delete(node);
}

/* The page has written its text anew, or taken it away: what was shown for it goes too. */
function onChange(changes) {
  for (const { type, target, removedNodes } of changes) {
    if (type === "characterData" && target.data) hide(target);
    for (const node of removedNodes) if (node.nodeType === Node.TEXT_NODE) hide(node);
  }
  lookAgain();
}

new MutationObserver(onChange).observe(document, { subtree: true, childList: true, characterData: true });

/* A person who copies an answer gets the values; the page is not told. */
function onCopy(event) {
  const selection = getSelection();
  if (!event.isTrusted || !hasAny() || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const text = range.collapsed ? withinOne(selection) : copied(range.cloneContents());
  if (!text) return;
  stop(event);
  event.clipboardData.setData("text/plain", text);
}

/* What is selected inside one restored text. */
function withinOne(selection) {
  const [{ startContainer, startOffset, endContainer, endOffset }] = selection.getComposedRanges({
    shadowRoots: [...document.querySelectorAll("span[data-sluse]")].map((one) => rootOf.get(one)).filter(Boolean),
  });
  if (!(startContainer.getRootNode() instanceof ShadowRoot)) return "";
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.toString();
}

/* The text of what is selected, with its values; empty where nothing in it was restored. */
function copied(fragment) {
  if (!fragment.querySelector("[data-sluse]")) return "";
  const holder = document.createElement("div");
  holder.append(fragment);
  for (const element of holder.querySelectorAll("[data-sluse]")) {
    element.replaceWith(copiedAs.get(element.textContent) ?? element.textContent);
  }
  for (const block of holder.querySelectorAll("p, li, div, br, h1, h2, h3, tr, pre")) block.before("\n");
  return holder.textContent.trim();
}

window.addEventListener("copy", onCopy, true);

/* What is dragged from here is not told to the page; where it is dropped, it is held. */
function onDrag(event) {
  const selection = getSelection();
  const isOurs = originOf(event)?.closest("[data-sluse]");
  if (isOurs || (selection.rangeCount && copied(selection.getRangeAt(0).cloneContents()))) event.stopImmediatePropagation();
}

window.addEventListener("dragstart", onDrag, true);
