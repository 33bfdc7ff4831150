/* Which pages are watched, and where what is written there goes. */

import { settings } from "./settings.js";

const HOST = /^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?$/;
const OWN_RULES = 1000; // ids of the rules for sites; those of addresses.js are above
const DISGUISED = "%(?:3[0-9]|[46][1-9a-f]|[57][0-9a])"; // letters and digits, which nobody has to escape
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

/* What a service worker or shared worker of a watched page would send belongs to no tab; it is not
 * sent. And no request tells the address of the page, which the page's scripts may write into. */
export async function stopWorkers() {
  const { all } = await sites();
  const { getSessionRules, updateSessionRules, ResourceType } = chrome.declarativeNetRequest;
  const hosts = [...new Set(all.flatMap((site) => site.hosts))];
  const condition = { tabIds: [chrome.tabs.TAB_ID_NONE], initiatorDomains: hosts };
  const action = { type: "block" };
  const old = (await getSessionRules()).map(({ id }) => id).filter((id) => id <= OWN_RULES);
  await updateSessionRules({
    removeRuleIds: old,
    addRules: [
      { id: 1, action, condition: { ...condition, requestMethods: ["post", "put", "patch"] } },
      { id: 2, action, condition: { ...condition, resourceTypes: ["websocket", "webtransport"] } },
      { id: 3, action, condition: { initiatorDomains: hosts, resourceTypes: Object.values(ResourceType), regexFilter: DISGUISED } },
      ...hosts.slice(0, OWN_RULES - 3).map((host, at) => ({
        id: at + 4,
        action: { type: "modifyHeaders", requestHeaders: [{ header: "referer", operation: "set", value: `https://${host}/` }] },
        condition: { initiatorDomains: [host], resourceTypes: Object.values(ResourceType) },
      })),
    ],
  });
}
