"use strict";

const PAUSE_MS = 700;
const at = (id) => document.getElementById(id);

const state = {
  language: "da",
  titles: {}, // entity type → { da, en }
  policy: null,
  source: "", // the text that was checked
  answer: null, // what the service said of it
  mapping: null, // of the redacted text last shown; in this window only
  running: null, // the AbortController of the check on its way
  timer: 0,
};

const words = () => WORDS[state.language];

/* ---- language ---- */

function speak(language) {
  state.language = language;
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-da]")) {
    element.textContent = element.dataset[language];
  }
  for (const element of document.querySelectorAll("[data-da-label]")) {
    element.setAttribute("aria-label", element.dataset[`${language}Label`]);
  }
  for (const button of document.querySelectorAll("[data-set-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.setLanguage === language));
  }
  showPolicy();
  if (state.answer) show();
}

/* ---- the service ---- */

async function ask(path, body, signal) {
  const headers = {};
  if (at("key").value) headers.Authorization = `Bearer ${at("key").value}`;
  if (body) headers["Content-Type"] = "application/json";
  const response = await fetch(path, {
    method: body ? "POST" : "GET",
    headers,
    body: body && JSON.stringify(body),
    signal,
    credentials: "omit",
    cache: "no-store",
  });
  const answer = await response.json();
  if (response.ok) return answer;
  if (response.status === 401 || response.status === 403) at("key-row").hidden = false;
  const english = state.language === "en";
  const title = english ? answer.title_en : answer.title;
  const detail = english ? answer.detail_en : answer.detail;
  throw new Error(response.status === 401 ? words().key : `${title}. ${detail}`);
}

async function learn() {
  const [policy, { entities }] = await Promise.all([ask("/v1/policy"), ask("/v1/entities")]);
  state.policy = policy;
  state.titles = Object.fromEntries(entities.map((entity) => [entity.entity_type, entity.title]));
  showPolicy();
}

function showPolicy() {
  if (!state.policy) return;
  const { id, version, destinations } = state.policy;
  const chosen = at("destination").value;
  at("destination").replaceChildren(
    ...destinations.map(({ id: value, title }) => new Option(title[state.language], value)),
  );
  if (chosen) at("destination").value = chosen;
  at("policy").textContent = words().policy(id, version);
}

/* ---- checking ---- */

async function check() {
  clearTimeout(state.timer);
  state.running?.abort();
  const text = at("text").value;
  if (!text.trim()) {
    forget();
    return;
  }
  const running = new AbortController();
  state.running = running;
  say(words().checking);
  try {
    if (!state.policy) await learn();
    const answer = await ask(
      "/v1/redact",
      { text, destination: at("destination").value, offset_unit: "utf16", mapping: true },
      running.signal,
    );
    state.answer = answer;
    state.source = text;
    if (hasSafeText(answer)) state.mapping = answer.mapping;
    show();
    say("");
  } catch (error) {
    if (error.name === "AbortError") return;
    forget();
    say(error instanceof TypeError ? words().offline : error.message);
  }
}

/* What must not be sent as it stands may be sent without what was found; the gate has looked twice. */
function hasSafeText({ decision, text, gaps }) {
  return ["redact", "block"].includes(decision) && gaps.length === 0 && typeof text === "string";
}

function checkSoon() {
  clearTimeout(state.timer);
  state.running?.abort();
  if (state.answer) {
    hide("verdict", "found", "safe");
    state.answer = null;
    say(words().changed);
  }
  state.timer = setTimeout(check, PAUSE_MS);
}

function forget() {
  state.answer = null;
  hide("verdict", "found", "safe");
  say("");
}

/* ---- showing ---- */

const say = (text) => {
  at("status").textContent = text;
};

function hide(...ids) {
  for (const id of ids) at(id).hidden = true;
}

function element(name, text, data = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  Object.assign(made.dataset, data);
  return made;
}

const titleOf = (type) => {
  const title = state.titles[type]?.[state.language] ?? type;
  return title.charAt(0).toUpperCase() + title.slice(1);
};
const reasonOf = (finding) => (state.language === "en" ? finding.reason_en : finding.reason);
const kindOf = (type) => Object.keys(KINDS).find((kind) => KINDS[kind].includes(type)) ?? "other";

function show() {
  const { decision, findings, gaps, message, text } = state.answer;
  const [title, sign] = words()[decision];
  at("verdict").dataset.decision = decision;
  at("verdict-title").textContent = title;
  document.querySelector("#verdict .sign").textContent = sign;
  at("verdict-message").textContent = message[state.language];
  at("verdict-clauses").replaceChildren(...notes(findings, gaps));
  at("verdict").hidden = false;

  at("marked").replaceChildren(...marked(findings));
  at("list").tBodies[0].replaceChildren(...findings.map(row));
  at("found").hidden = findings.length === 0;

  const isSafe = hasSafeText(state.answer);
  at("redacted").textContent = isSafe ? text : "";
  at("copied").textContent = "";
  at("safe").hidden = !isSafe;
  at("back").hidden = !state.mapping || Object.keys(state.mapping).length === 0;
}

function notes(findings, gaps) {
  const lines = new Set();
  if (gaps.length) lines.add(words().gap);
  for (const id of clausesOf(findings)) {
    const clause = state.policy.clauses.find((one) => one.id === id);
    if (clause) lines.add(`${clause.title[state.language]}. ${clause.text[state.language]}`);
  }
  for (const { approval } of findings) if (approval) lines.add(`${words().approval} ${approval}`);
  return [...lines].map((line) => element("li", line));
}

/* Those of the worst findings: what the verdict rests on. */
function clausesOf(findings) {
  const { decision } = state.answer;
  if (decision === "allow") return [];
  return new Set(findings.filter((one) => one.action === decision).map((one) => one.clause));
}

function marked(findings) {
  const pieces = [];
  let done = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    if (finding.start < done) continue;
    pieces.push(state.source.slice(done, finding.start));
    const mark = element("mark", state.source.slice(finding.start, finding.end), {
      kind: kindOf(finding.entity_type),
      action: finding.action,
      title: titleOf(finding.entity_type),
    });
    mark.title = `${words().actions[finding.action]}: ${reasonOf(finding)}`;
    pieces.push(mark);
    done = finding.end;
  }
  pieces.push(state.source.slice(done));
  return pieces;
}

function row(finding) {
  const made = document.createElement("tr");
  made.append(
    element("td", titleOf(finding.entity_type)),
    element("td", state.source.slice(finding.start, finding.end)),
    element("td", words().actions[finding.action]),
    element("td", reasonOf(finding)),
  );
  return made;
}

/* ---- copying and putting back ---- */

async function copy(from, told) {
  const source = at(from);
  try {
    await navigator.clipboard.writeText(source.textContent);
    at(told).textContent = words().copied;
  } catch {
    getSelection().selectAllChildren(source);
    at(told).textContent = words().notCopied;
  }
}

async function restore() {
  try {
    const { text } = await ask("/v1/restore", { text: at("answer").value, mapping: state.mapping });
    at("restored").textContent = text;
    at("copied-restored").textContent = "";
    at("restored-part").hidden = false;
    at("restored").focus();
  } catch (error) {
    say(error instanceof TypeError ? words().offline : error.message);
  }
}

/* ---- begin ---- */

at("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  check();
});
at("text").addEventListener("input", checkSoon);
at("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) check();
});
at("destination").addEventListener("change", check);
at("example").addEventListener("click", () => {
  at("text").value = EXAMPLE;
  check();
});
at("copy").addEventListener("click", () => copy("redacted", "copied"));
at("copy-restored").addEventListener("click", () => copy("restored", "copied-restored"));
at("restore").addEventListener("click", restore);
for (const button of document.querySelectorAll("[data-set-language]")) {
  button.addEventListener("click", () => speak(button.dataset.setLanguage));
}

speak("da"); // the language of the house; English is a click away
learn().catch((error) => say(error instanceof TypeError ? words().offline : error.message));
