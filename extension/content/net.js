/* Answers the guard in the page's world: what the page sends by script, piece by piece. */
"use strict";

/* A line of its own between pieces, so that they can be told apart in the safe text. */
const BETWEEN = "\n\n\u001f\n\n";

const isPrompt = (url) => (page.site?.prompts ?? []).some((pattern) => new RegExp(pattern).test(url.split("?")[0]));

/* For each piece what goes in its place, or null where it goes as it is; undefined when it may not go. */
async function clearPieces(url, pieces) {
  await ready();
  const purpose = isPrompt(url) ? "send" : "background";
  const changed = pieces.map(() => null);
  const asked = pieces.flatMap(({ text }, at) => (text === undefined || isCleared(text) ? [] : [at]));
  if (asked.length && !(await clearTogether(pieces, asked, purpose, changed))) return undefined;
  for (const [at, { bytes, name }] of pieces.entries()) {
    if (bytes === undefined) continue;
    const sent = await clearBytes(bytes, name, purpose);
    if (sent === null) return undefined;
    if (sent !== bytes) changed[at] = sent;
  }
  return changed;
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

function serve(port) {
  page.net = true;
  port.onmessage = async ({ data: { id, url, pieces } }) => {
    const texts = await clearPieces(url, pieces).catch(() => undefined);
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
