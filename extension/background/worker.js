/* The one part that reaches the service. It answers this extension's scripts only, and takes where a
 * text goes from the page the browser says it comes from, never from the message. */

import { isWritten, refuse, release } from "./addresses.js";
import { show } from "./badge.js";
import { forgetText, look } from "./live.js";
import { silence } from "./others.js";
import { check, checkFile, redactFile, restore, rules } from "./service.js";
import { settings } from "./settings.js";
import { siteOf, stopWorkers, watchAdded } from "./sites.js";

const pageOf = ({ tab, frameId }) => `${tab.id} ${frameId}`;

/* An answer on a text, and in `values` what of it may not leave; the browser is told of that too. */
function withValues(text, answer, { tab }) {
  const found = (answer.findings ?? []).filter(({ action }) => action !== "allow");
  const values = answer.failed ? runs(text) : found.map(({ start, end }) => text.slice(start, end));
  refuse(tab.id, values);
  return { ...answer, values: values.filter(isWritten) };
}

const RUN = 3;

/* Nobody has looked at the text: any three words of it may be what may not leave. */
function runs(text) {
  const words = text.match(/[^\s]+/gu) ?? [];
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(" "));
}

const fromPage = {
  async hello(_, site, sender) {
    forgetText(pageOf(sender));
    if (sender.frameId === 0) await release(sender.tab.id);
    const [{ language, fail_mode: failMode, contact }, told] = await Promise.all([settings(), rules()]);
    return { site, language, failMode, contact, rules: told.failed ? null : told };
  },
  async check({ text, known, isOwn }, site, sender) {
    const answer = await check(text, site.destination, known);
    return isOwn ? withValues(text, answer, sender) : answer;
  },
  draft: async ({ text }, site, sender) => withValues(text, await look(pageOf(sender), text, site.destination), sender),
  async release({ values }, _, sender) {
    await release(sender.tab.id, values);
    return {};
  },
  async standing({ is }, _, sender) {
    await silence(sender.tab.id, is);
    return {};
  },
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

chrome.tabs.onRemoved.addListener((tabId) => release(tabId));
chrome.runtime.onInstalled.addListener(begin);
chrome.runtime.onStartup.addListener(begin);
chrome.storage.onChanged.addListener((_, area) => area === "managed" && begin());
begin();
