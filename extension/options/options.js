/* Where Sluse is, its key, the language; what IT has set is shown and cannot be changed. */

import { endpointOf, save, settings } from "../background/settings.js";
import { sites } from "../background/sites.js";

const FIELDS = ["endpoint", "key", "language"];
const at = (id) => document.getElementById(id);

let words = null;

const say = (text) => {
  at("told").textContent = text;
};

function speak(language) {
  words = globalThis.WORDS[language];
  document.documentElement.lang = language;
  document.title = words.options.title;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = words.options[element.dataset.word];
  }
}

function lock(locked) {
  const own = FIELDS.filter((name) => !locked.includes(name));
  for (const name of FIELDS) at(name).disabled = locked.includes(name);
  at("save").hidden = own.length === 0;
  at("managed").hidden = own.length === FIELDS.length;
  at("managed").textContent = own.length ? words.options.partlyManaged : words.options.managed;
}

function site({ hosts, destination }) {
  const item = document.createElement("li");
  const host = document.createElement("strong");
  host.textContent = hosts.join(", ");
  const told = document.createElement("span");
  told.className = "told";
  told.textContent = ` ${words.options.siteAs} ${destination}`;
  item.append(host, told);
  return item;
}

async function show() {
  const [set, { version, all }] = await Promise.all([settings(), sites()]);
  speak(set.language);
  for (const name of FIELDS) at(name).value = set[name];
  lock(set.locked);
  at("sites").replaceChildren(...all.map(site));
  at("version").textContent = words.options.version(chrome.runtime.getManifest().version, version);
}

async function test() {
  const { failed, policy } = await chrome.runtime.sendMessage({ type: "rules" });
  say(failed ? words.failures[failed] : words.options.works(`${policy.id}, ${policy.version}`));
}

at("settings").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!endpointOf(at("endpoint").value)) {
    say(words.options.endpointWrong);
    at("endpoint").focus();
    return;
  }
  const values = Object.fromEntries(FIELDS.filter((name) => !at(name).disabled).map((name) => [name, at(name).value.trim()]));
  await save(values);
  await show();
  say(words.options.saved);
});
at("test").addEventListener("click", test);
chrome.storage.onChanged.addListener(show);
show();
