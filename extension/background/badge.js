/* The badge: whether this page is watched, and whether the service answers. */

import "../words.js";
import { settings } from "./settings.js";

const LOOKS = {
  on: { text: "✓", color: "#1e6b3c" },
  partly: { text: "?", color: "#8a5a00" },
  off: { text: "!", color: "#9c2323" },
};

/* "on", "partly" (the page's field is not where sites.json says) or "off" (nothing is sent). */
export function condition({ net, serves, composer }) {
  if (!net || !serves) return "off";
  return composer ? "on" : "partly";
}

export async function show(tabId, state) {
  const is = condition(state);
  const { language } = await settings();
  const { text, color } = LOOKS[is];
  try {
    await Promise.all([
      chrome.action.setBadgeBackgroundColor({ tabId, color }),
      chrome.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
      chrome.action.setBadgeText({ tabId, text }),
      chrome.action.setTitle({ tabId, title: globalThis.WORDS[language].badge[is] }),
    ]);
  } catch {
    // the tab is closed
  }
}
