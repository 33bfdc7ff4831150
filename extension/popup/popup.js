/* What Sluse does on the page in front: whether it watches, the last verdict in counts, a self-test. */

import { condition } from "../background/badge.js";
import { judgedAs } from "../background/service.js";
import { settings } from "../background/settings.js";

const at = (id) => document.getElementById(id);

const { language } = await settings();
const words = globalThis.WORDS[language].popup;
document.documentElement.lang = language;

async function look() {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const asked = new URLSearchParams(location.search).get("tab"); // the popup opened as a page
  const id = asked ? Number(asked) : tab?.id;
  return chrome.tabs.sendMessage(id, { type: "selftest" }, { frameId: 0 }).catch(() => null);
}

function lastOf({ last, rules }) {
  if (!last) return words.none;
  const found = Object.entries(last.counts).map(
    ([type, count]) => `${count} × ${rules?.titles[type]?.[language] ?? type}`,
  );
  return [words.decisions[last.decision], ...found].join(" · ");
}

function part(name, holds) {
  const item = document.createElement("li");
  item.dataset.holds = String(holds);
  const mark = document.createElement("span");
  mark.textContent = holds ? "✓" : "✕";
  mark.setAttribute("aria-hidden", "true");
  const told = document.createElement("span");
  told.className = "told";
  told.textContent = ` – ${holds ? words.yes : words.no}`;
  item.append(mark, ` ${words.parts[name]}`, told);
  return item;
}

async function show() {
  const state = await look();
  const is = state ? condition(state) : "away";
  document.body.dataset.is = is;
  at("title").textContent = words[is];
  at("text").textContent = words[`${is}Text`];
  at("here").hidden = !state;
  if (!state) return;
  const { rules, destination } = state;
  at("judged").hidden = !rules;
  at("destination").textContent = rules ? judgedAs(rules, destination)[language] : "";
  at("last").textContent = lastOf(state);
  at("parts").replaceChildren(
    part("service", state.serves),
    part("net", state.net),
    part("composer", state.composer),
    part("send", state.send),
  );
}

at("destination-name").textContent = words.destination;
at("last-name").textContent = words.last;
at("selftest").textContent = words.selftest;
at("again").textContent = words.again;
at("kept").textContent = words.kept;
at("options").textContent = words.options;
at("again").addEventListener("click", show);
at("options").addEventListener("click", () => chrome.runtime.openOptionsPage());
show();
