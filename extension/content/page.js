/* What is known of this page, and the way to the service worker. It lives as long as the page does:
 * texts and the mapping are in this memory alone, in a world that no script of the page can reach. */
"use strict";

const page = {
  site: null, // what sites.json tells of it
  language: "da",
  failMode: "hold",
  contact: "",
  rules: null, // the policy and the entity types, as the service tells them
  mapping: {}, // placeholder → value, of all that was sent from this page
  values: new Set(), // what the person wrote that may not leave
  last: null, // the decision and counts of the last text, no text
  net: false, // whether the guard has given its port
  serves: false, // whether the service answered last time
};

const CLEARED_MOST = 500;
const clearedTexts = new Set();

const words = () => WORDS[page.language];

/* Blanks are no part of what was cleared: editors and pages write line ends differently. */
const sameText = (text) => text.normalize("NFC").replace(/\s+/gu, " ").trim();

const isCleared = (text) => !text.trim() || clearedTexts.has(sameText(text));

function clearText(text) {
  clearedTexts.add(sameText(text));
  if (clearedTexts.size > CLEARED_MOST) clearedTexts.delete(clearedTexts.values().next().value);
  tellOthers();
}

const PATIENCE = { check: 20, file: 70, redactFile: 70 }; // seconds; longer than the service worker's own
const SHORT_PATIENCE = 8;
const REPORTED_MS = 100; // nobody waits for the badge, but for the text

const silence = (seconds) =>
  new Promise((end) => {
    setTimeout(end, seconds * 1000, { failed: "timeout" });
  });

/* The service worker's answer; `{ failed }` with a key of WORDS.*.failures when there is none. */
async function tell(message) {
  try {
    const late = silence(PATIENCE[message.type] ?? SHORT_PATIENCE);
    return (await Promise.race([chrome.runtime.sendMessage(message), late])) ?? { failed: "service" };
  } catch {
    return { failed: chrome.runtime?.id ? "unreachable" : "reload" };
  }
}

async function introduce() {
  const known = await tell({ type: "hello" });
  page.serves = Boolean(known.rules);
  if (known.site) Object.assign(page, known, { rules: known.rules ?? page.rules });
}

const introduced = introduce();
const ready = async () => {
  await introduced;
  if (!page.site || !page.rules) await introduce();
};

function remember(answer) {
  const counts = {};
  for (const { entity_type: type } of answer.findings ?? []) counts[type] = (counts[type] ?? 0) + 1;
  page.last = { decision: answer.failed ? "failed" : answer.decision, counts };
  page.serves = !answer.failed;
  setTimeout(report, REPORTED_MS);
}

/* What the popup and the badge show. */
function state() {
  return {
    net: page.net,
    serves: page.serves,
    composer: find("composer") !== null,
    send: find("send") !== null,
    last: page.last,
    destination: page.site?.destination ?? "",
    rules: page.rules,
  };
}

function report() {
  if (window === window.top) tell({ type: "state", state: { ...state(), rules: null } });
}
