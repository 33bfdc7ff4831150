/* The one part that reaches the service. It answers this extension's scripts only, and takes where a
 * text goes from the page the browser says it comes from, never from the message. */

import { show } from "./badge.js";
import { check, checkFile, redactFile, restore, rules } from "./service.js";
import { settings } from "./settings.js";
import { siteOf, stopWorkers, watchAdded } from "./sites.js";

const fromPage = {
  async hello(_, site) {
    const [{ language, fail_mode: failMode, contact }, told] = await Promise.all([settings(), rules()]);
    return { site, language, failMode, contact, rules: told.failed ? null : told };
  },
  check: ({ text, known }, site) => check(text, site.destination, known),
  restore: ({ text, mapping }) => restore(text, mapping),
  file: ({ name, bytes }, site) => checkFile(name, bytes, site.destination),
  redactFile: ({ name, bytes }, site) => redactFile(name, bytes, site.destination),
  async state({ state }, _, sender) {
    await show(sender.tab.id, state);
    return {};
  },
};

const fromOwn = { rules };

async function answered(message, sender) {
  if (sender.id !== chrome.runtime.id) return { failed: "service" };
  if (sender.url?.startsWith(chrome.runtime.getURL(""))) return (await fromOwn[message.type]?.(message)) ?? { failed: "service" };
  const site = sender.tab && (await siteOf(sender.origin));
  return site ? ((await fromPage[message.type]?.(message, site, sender)) ?? { failed: "service" }) : { failed: "service" };
}

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  answered(message, sender).then(answer, () => answer({ failed: "service" }));
  return true;
});

let begun = Promise.resolve();

/* One after the other: each takes the settings as they then are. */
function begin() {
  begun = begun.then(() => Promise.all([watchAdded(), stopWorkers()])).catch(() => undefined);
}

chrome.runtime.onInstalled.addListener(begin);
chrome.runtime.onStartup.addListener(begin);
chrome.storage.onChanged.addListener((_, area) => area === "managed" && begin());
begin();
