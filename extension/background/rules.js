/* Rules of the browser for one page: in its memory alone, they go with the page. */

export const FIRST = 1000; // below are the rules of sites.js
const { getSessionRules, updateSessionRules } = chrome.declarativeNetRequest;

export const isOf = (tabId) => ({ condition }) => condition.tabIds?.includes(tabId) || condition.excludedTabIds?.includes(tabId);

export const nextId = (rules) => 1 + rules.reduce((last, { id }) => Math.max(last, id), FIRST);

let turn = Promise.resolve();

/* One change after the other: each takes the rules as they then are. */
export function change(make) {
  turn = turn
    .then(async () => {
      const rules = (await getSessionRules()).filter(({ id }) => id > FIRST);
      const { add = [], drop = [] } = await make(rules);
      if (!add.length && !drop.length) return;
      await updateSessionRules({ addRules: add, removeRuleIds: drop.map(({ id }) => id) });
    })
    .catch(() => undefined);
  return turn;
}
