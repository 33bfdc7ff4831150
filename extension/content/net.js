/* Answers the guard in the page's world: what the page sends by script, piece by piece. */
"use strict";

/* A line of its own between pieces, so that they can be told apart in the safe text. */
const BETWEEN = "\n\n\u001f\n\n";

const isPrompt = (url) => (page.site?.prompts ?? []).some((pattern) => new RegExp(pattern).test(url.split("?")[0]));

/* For each piece what goes in its place, or null where it goes as it is; undefined when it may not go. */
async function clearPieces(url, pieces, asked) {
  await ready();
  const purpose = asked ?? (isPrompt(url) ? "send" : "background");
  const changed = pieces.map(() => null);
  if (pieces.some(({ told }) => told === "held")) return undefined;
  if (pieces.some(({ told }) => told === "hidden") && (await isHiding(pieces))) return undefined;
  const texts = pieces.flatMap(({ text }, at) => (text === undefined || isCleared(text) ? [] : [at]));
  if (texts.length && !(await clearTogether(pieces, texts, purpose, changed))) return undefined;
  for (const [at, { bytes, name }] of pieces.entries()) {
    if (bytes === undefined) continue;
    const sent = await clearBytes(bytes, name, purpose);
    if (sent === null) return undefined;
    if (sent !== bytes) changed[at] = sent;
  }
  return changed;
}

/* Whether the page may send in another form what stands in a field and nobody has cleared: it says
 * something that cannot be read, and nothing of what stands there or may go. */
async function isHiding(pieces) {
  await lookedAt();
  const stands = standing();
  const values = stands.flatMap(valuesIn);
  const texts = pieces.flatMap(({ text }) => (text === undefined ? [] : [text]));
  const isOpenly = texts.some((text) => isCleared(text) || values.some((value) => text.includes(value)));
  return stands.length > 0 && !isOpenly;
}

async function clearTogether(pieces, asked, purpose, changed) {
  const text = asked.map((at) => pieces[at].text).join(BETWEEN);
  const sent = await clear(text, purpose);
  if (sent === null) return false;
  const parts = sent.split(BETWEEN);
  if (parts.length !== asked.length) return false;
  for (const [index, at] of asked.entries()) {
    clearText(parts[index]);
    if (parts[index] !== pieces[at].text) changed[at] = parts[index];
  }
  return true;
}

/* What may not leave is in no header either: the guard knows it too. */
function learn(values) {
  const before = page.values.size;
  for (const value of values) page.values.add(value);
  if (page.values.size > before) tellGuard();
}

function unlearn(text) {
  const values = valuesIn(text);
  if (!values.length) return;
  for (const value of values) page.values.delete(value);
  tellGuard();
  tell({ type: "release", values });
}

let tellGuard = () => undefined;

function serve(port) {
  page.net = true;
  tellGuard = () => port.postMessage({ values: [...page.values], looked: looks.done });
  port.onmessage = async ({ data: { id, url, pieces, purpose } }) => {
    const texts = await clearPieces(url, pieces, purpose).catch(() => undefined);
    port.postMessage({ id, may: texts !== undefined, texts: texts ?? [] });
  };
}

/* Over before the page's first script runs: the guard gives its port in an event, here and now. */
function meet(event) {
  event.stopImmediatePropagation();
  event.preventDefault();
  document.removeEventListener("sluse-port", meet, true);
  serve(event.ports[0]);
}

document.addEventListener("sluse-port", meet, true);
document.dispatchEvent(new Event("sluse-ready"));
