/* Where Sluse is, its key, the language; what IT has set is shown and cannot be changed. */

import { judgedAs } from "../background/service.js";
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

function site(host, judged) {
  const item = document.createElement("li");
  const name = document.createElement("strong");
  name.textContent = host;
  const told = document.createElement("span");
  told.className = "told";
  told.textContent = judged && ` ${words.options.siteAs} ${judged}`;
  item.append(name, told);
  return item;
}

function list(all, called) {
  at("sites").replaceChildren(...all.map(({ hosts, destination }) => site(hosts.join(", "), called(destination))));
}

async function show() {
  const [set, { version, all }] = await Promise.all([settings(), sites()]);
  speak(set.language);
  for (const name of FIELDS) at(name).value = set[name];
  lock(set.locked);
  list(all, () => "");
  at("version").textContent = words.options.version(chrome.runtime.getManifest().version, version);
  rules().then((told) => told.failed || list(all, (destination) => judgedAs(told, destination)[set.language]));
}

const rules = () => chrome.runtime.sendMessage({ type: "rules" });

async function test() {
  const { failed, policy } = await rules();
  const { fails } = words.options;
  say(failed ? (fails[failed] ?? fails.other) : words.options.works(`${policy.id}, ${policy.version}`));
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
