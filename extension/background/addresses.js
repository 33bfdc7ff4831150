/* What a person wrote and may not send is in no address: the browser itself refuses every request of
 * a watched page whose address holds it, whatever in the page makes the request. The rules are in the
 * browser's memory, and go with the page. */

import { change, isOf, nextId } from "./rules.js";
import { sites } from "./sites.js";

const MOST = 400; // rules of one page; the browser has room for 1,000 of all pages
const ROOM = 900;
const FEWEST = 5; // letters and digits of a value that is looked for anywhere; fewer stand alone
const LETTERS = [32, 24, 16, 12, 8]; // that are looked for: as many as the browser takes into one pattern
const PERCENT = "%(?:25)?"; // an address may stand within an address
const BETWEEN = `(?:${PERCENT}[0-9a-f]{2}|[^a-z0-9])*`;
const PATH = "^[^/]*//[^/]*/"; // behind the name of the host
const { TAB_ID_NONE } = chrome.tabs;
const { ResourceType, isRegexSupported } = chrome.declarativeNetRequest;

const wordsOf = (value) => value.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];

const countOf = (value) => wordsOf(value).join("").length;

export const isWritten = (value) => countOf(value) > 0;

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
  return (parts.length > 1 ? "" : `${PATH}.*`) + parts.join(BETWEEN);
}

/* Where text goes on: a sign that is no letter, escaped or not. Letters of Danish are not among them. */
const SIGN = `(?:${PERCENT}(?:[0-7]|e2${PERCENT}80${PERCENT}[89ab]|c2${PERCENT}[ab])[0-9a-f]|[+])`;
const ALONE = /\p{L}.*[\p{L}\p{N}]|\p{N}{3}|\p{N}.*\p{L}/su;

/* A value of few letters stands alone: among the words of a text, or as all of a part of the path or of
 * a parameter's value. The names of parameters and files are the site's: per_page, max.js. */
function shortPatternsOf(value) {
  const text = wordsOf(value).map((word) => [...word].map(written).join("")).join(BETWEEN);
  const among = `.*${SIGN}${text}(?:[^a-z0-9]|$)`;
  const alone = `(?:.*[/=?&,;:|@(!'*])?${text}[.!,;:)'*]*(?:[&/?|@+%]|$)`;
  return (ALONE.test(value) ? [among, alone] : [among]).map((one) => PATH + one);
}

const isTaken = async (regex) => (await isRegexSupported({ regex, isCaseSensitive: false })).isSupported;

async function patternsFor(value) {
  if (countOf(value) < FEWEST) return shortPatternsOf(value);
  for (const regex of LETTERS.map((most) => patternOf(value, most))) if (await isTaken(regex)) return [regex];
  return [];
}

async function patternsOf(values) {
  const taken = new Set();
  for (const regexes of await Promise.all(values.filter(isWritten).map(patternsFor))) {
    for (const regex of regexes) if (await isTaken(regex)) taken.add(regex);
  }
  return taken;
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
    const next = nextId(rules);
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
