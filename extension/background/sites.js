/* Which pages are watched, and where what is written there goes. */

import { settings } from "./settings.js";

const HOST = /^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?$/;
const shipped = fetch(chrome.runtime.getURL("sites.json")).then((file) => file.json());

/* All sites, those of IT after the shipped ones, and the version of the shipped descriptions. */
export async function sites() {
  const [{ version, sites: known, other }, { sites: added }] = await Promise.all([shipped, settings()]);
  const more = added
    .filter(({ host }) => HOST.test(host))
    .map(({ host, destination }) => ({ ...other, id: host, hosts: [host], destination }));
  return { version, all: [...known, ...more] };
}

/* The site of an origin; undefined for a page that is not watched. */
export async function siteOf(origin) {
  if (!URL.canParse(origin)) return undefined;
  const { protocol, hostname } = new URL(origin);
  const { all } = await sites();
  return protocol === "https:" ? all.findLast(({ hosts }) => hosts.includes(hostname)) : undefined;
}

/* The scripts of the shipped sites, on the sites of IT. What is watched already stays so meanwhile. */
export async function watchAdded() {
  const { all } = await sites();
  const { content_scripts: scripts } = chrome.runtime.getManifest();
  const matches = all.filter(({ id, hosts }) => hosts[0] === id).map(({ id }) => `https://${id}/*`);
  const known = await chrome.scripting.getRegisteredContentScripts();
  const isSame = known.every((one) => one.matches.toString() === matches.toString());
  if (isSame && known.length === (matches.length ? scripts.length : 0)) return;
  if (known.length) await chrome.scripting.unregisterContentScripts();
  if (!matches.length) return;
  await chrome.scripting.registerContentScripts(
    scripts.map(({ js, world }, index) => ({
      id: `added-${index}`,
      matches,
      js,
      world: world ?? "ISOLATED",
      runAt: "document_start",
      allFrames: true,
      matchOriginAsFallback: true,
    })),
  );
}

/* What a service worker or shared worker of a watched page would send belongs to no tab; it is not sent. */
export async function stopWorkers() {
  const { all } = await sites();
  const condition = { tabIds: [chrome.tabs.TAB_ID_NONE], initiatorDomains: all.flatMap(({ hosts }) => hosts) };
  const action = { type: "block" };
  await chrome.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [1, 2],
    addRules: [
      { id: 1, action, condition: { ...condition, requestMethods: ["post", "put", "patch"] } },
      { id: 2, action, condition: { ...condition, resourceTypes: ["websocket", "webtransport"] } },
    ],
  });
}
