/* The page is watched from its first moment; what it looks like is tested when it has settled. */
"use strict";

const SETTLED = [1500, 5000, 15000];

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (sender.id !== chrome.runtime.id || window !== window.top) return false;
  if (message.type !== "selftest") return false;
  introduce().then(() => answer(state()));
  return true;
});

introduced.then(report);
for (const after of SETTLED) setTimeout(report, after);
