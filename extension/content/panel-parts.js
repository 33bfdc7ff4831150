/* The parts of the panel, made of text only: no markup of a text ever becomes markup here. */
"use strict";

function make(name, fields = {}, ...children) {
  const { dataset = {}, ...rest } = fields;
  const made = Object.assign(document.createElement(name), rest);
  Object.assign(made.dataset, dataset);
  made.append(...children);
  return made;
}

const titleOf = (type) => page.rules?.titles[type]?.[page.language] ?? type;

const BIGGEST = 20000; // code units of a text that are shown

/* The text with each finding marked where it stands. */
function marked(text, findings) {
  const box = make("div", { className: "text", tabIndex: 0 });
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", words().yourText);
  let done = 0;
  for (const { start, end, action, entity_type: type } of [...findings].sort((a, b) => a.start - b.start)) {
    if (start < done || start > BIGGEST || action === "allow") continue;
    const mark = make("mark", { title: titleOf(type), dataset: { action } }, text.slice(start, end));
    box.append(text.slice(done, start), mark);
    done = end;
  }
  box.append(text.slice(done, Math.max(done, BIGGEST)));
  return box;
}

/* The text as it is sent, with the placeholders marked. */
function safe(text, mapping) {
  const box = make("div", { className: "text", tabIndex: 0 });
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", words().asSent);
  for (const piece of text.slice(0, BIGGEST).split(/(\[[^[\]\s]{1,50}\])/u)) {
    box.append(piece in mapping ? make("mark", { className: "safe" }, piece) : piece);
  }
  return box;
}

/* The kinds of what was found, and how many of each. */
function kinds(findings) {
  const counted = new Map();
  for (const { entity_type: type, action } of findings) {
    if (action !== "allow") counted.set(titleOf(type), (counted.get(titleOf(type)) ?? 0) + 1);
  }
  return counted;
}

/* "2 × personnavn" */
const counts = (findings) => [...kinds(findings)].map(([title, count]) => (count > 1 ? `${count} × ${title}` : title));

const MOST_PLACES = 8;

/* Where in a file something stands or could not be looked at; the values are masked by the service. */
function places({ findings, gaps }) {
  const told = findings.filter(({ action }) => action !== "allow");
  const lines = told.map((one) => `${one.place}${one.line ? `, ${one.line}` : ""}: ${titleOf(one.entity_type)} ${one.preview}`);
  lines.push(...gaps.map(({ where, reason }) => `${where ? `${where}: ` : ""}${words().gaps[reason] ?? words().gap}`));
  const rest = lines.length - MOST_PLACES;
  if (rest > 0) lines.splice(MOST_PLACES, rest, words().more(rest));
  return make("div", { className: "text", tabIndex: 0 }, lines.join("\n"));
}

/* The clauses that the verdict rests on, worst first. */
function clauses({ decision, findings, gaps }) {
  const ids = new Set(findings.filter(({ action }) => action === decision).map(({ clause }) => clause));
  if (gaps.length) ids.add("tvivl");
  return (page.rules?.policy.clauses ?? []).filter(({ id }) => ids.has(id));
}

function why(answer) {
  const lines = clauses(answer).map(({ title, text }) =>
    make("p", {}, make("strong", {}, title[page.language]), text[page.language]),
  );
  const reasons = new Set(
    answer.findings
      .filter(({ action }) => action !== "allow")
      .map((one) => `${titleOf(one.entity_type)}: ${page.language === "en" ? one.reason_en : one.reason}`),
  );
  const list = make("p", { className: "told" }, [...reasons].slice(0, 8).join(" · "));
  return make("details", {}, make("summary", {}, words().why), ...lines, list);
}

const placeOf = ({ destination }) => page.rules?.places[destination]?.[page.language] ?? destination;

/* The message to whoever may approve: what kinds of things, and never which. */
function request(answer) {
  const titles = [...kinds(answer.findings).keys()];
  const last = titles.pop();
  const found = titles.length ? `${titles.join(", ")} ${words().and} ${last}` : last;
  const rested = clauses(answer).map(({ title }) => `– ${title[page.language]}`);
  return words().approvalText(placeOf(page.site), found ?? "…", rested.join("\n"));
}

const contactOf = () => page.contact || page.rules?.policy.contacts?.[page.language] || words().contact;
