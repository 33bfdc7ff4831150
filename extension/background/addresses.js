/* What a person wrote and may not send is in no address: the browser itself refuses every request of
 * a watched page whose address holds it, whatever in the page makes the request. The rules are in the
 * browser's memory, and go with the page. */

import { sites } from "./sites.js";

const FIRST = 1000; // below are the rules of sites.js
const MOST = 400; // rules of one page; the browser has room for 1,000 of all pages
const ROOM = 900;
const FEWEST = 5; // letters and digits of a value; fewer cannot be told from others
const LETTERS = [32, 24, 16, 12, 8]; // that are looked for: as many as the browser takes into one pattern
const PERCENT = "%(?:25)?"; // an address may stand within an address
const BETWEEN = `(?:${PERCENT}[0-9a-f]{2}|[^a-z0-9])*`;
const { TAB_ID_NONE } = chrome.tabs;
const { ResourceType, isRegexSupported } = chrome.declarativeNetRequest;

const wordsOf = (value) => value.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];

export const isLongEnough = (value) => wordsOf(value).join("").length >= FEWEST;

/* A letter or digit as it stands in an address, where case is not told apart. */
function written(letter) {
  if (/[a-z0-9]/iu.test(letter)) return letter;
  const cases = new Set([letter.toLowerCase(), letter.toUpperCase()]);
  const encoded = [...cases].map((one) => [...new TextEncoder().encode(one)].map((byte) => PERCENT + byte.toString(16)).join(""));
  return `(?:${encoded.join("|")})`;
}

/* The first `most` letters of the value, whatever stands between its words. A single word is looked for
 * behind the name of the host only, which may be an ordinary word. */
function patternOf(value, most) {
  let left = most;
  const parts = [];
  for (const word of wordsOf(value)) {
    const letters = [...word].slice(0, left);
    left -= letters.length;
    if (letters.length) parts.push(letters.map(written).join(""));
  }
  return (parts.length > 1 ? "" : "^[^/]*//[^/]*/.*") + parts.join(BETWEEN);
}

async function pattern(value) {
  for (const most of LETTERS) {
    const regex = patternOf(value, most);
    if ((await isRegexSupported({ regex, isCaseSensitive: false })).isSupported) return regex;
  }
  return null;
}

const patternsOf = async (values) =>
  new Set((await Promise.all(values.filter(isLongEnough).map(pattern))).filter((one) => one !== null));

const isOf = (tabId) => ({ condition }) => condition.tabIds?.includes(tabId) || condition.excludedTabIds?.includes(tabId);

let turn = Promise.resolve();

/* One change after the other: each takes the rules as they then are. */
function change(make) {
  turn = turn
    .then(async () => {
      const rules = (await chrome.declarativeNetRequest.getSessionRules()).filter(({ id }) => id > FIRST);
      const { add = [], drop = [] } = await make(rules);
      if (!add.length && !drop.length) return;
      await chrome.declarativeNetRequest.updateSessionRules({ addRules: add, removeRuleIds: drop.map(({ id }) => id) });
    })
    .catch(() => undefined);
  return turn;
}

/* In the page's own tab whoever asks; elsewhere what a watched page asks, in a window it has opened. */
function rulesFor(regexFilter, tabId, id, hosts) {
  const action = { type: "block" };
  const seen = { regexFilter, resourceTypes: Object.values(ResourceType) };
  return [
    { id, action, condition: { ...seen, tabIds: [tabId, TAB_ID_NONE] } },
    { id: id + 1, action, condition: { ...seen, initiatorDomains: hosts, excludedTabIds: [tabId] } },
  ];
}

export const refuse = (tabId, values) =>
  change(async (rules) => {
    const own = rules.filter(isOf(tabId));
    const known = new Set(own.map(({ condition }) => condition.regexFilter));
    const patterns = [...(await patternsOf(values))].filter((one) => !known.has(one));
    if (!patterns.length) return {};
    const hosts = (await sites()).all.flatMap((site) => site.hosts);
    const next = 1 + rules.reduce((last, { id }) => Math.max(last, id), FIRST);
    const add = patterns.flatMap((one, at) => rulesFor(one, tabId, next + 2 * at, hosts)).slice(-MOST);
    const over = Math.max(own.length + add.length - MOST, rules.length + add.length - ROOM, 0);
    return { add, drop: [...own, ...rules.filter((one) => !own.includes(one))].slice(0, over) };
  });

/* The person has let these go, or, without `values`, the page is gone. */
export const release = (tabId, values) =>
  change(async (rules) => {
    const patterns = values && (await patternsOf(values));
    return { drop: rules.filter(isOf(tabId)).filter(({ condition }) => !patterns || patterns.has(condition.regexFilter)) };
  });
