/* Settings: what IT has set wins over what the person has, and that over the defaults. No text is kept. */

const DEFAULTS = {
  endpoint: "http://127.0.0.1:8080",
  key: "",
  language: "da",
  contact: "",
  fail_mode: "hold",
  sites: [],
};
const OWN = ["endpoint", "key", "language"]; // what a person may set

async function managed() {
  try {
    return await chrome.storage.managed.get();
  } catch {
    return {}; // no policy is set on this machine
  }
}

/* The settings, and in `locked` the names of those that IT has set. */
export async function settings() {
  const [own, set] = await Promise.all([chrome.storage.local.get(OWN), managed()]);
  return { ...DEFAULTS, ...own, ...set, locked: Object.keys(set) };
}

/* The address of the service, or null where it is none: in clear over loopback only. */
export function endpointOf(address) {
  try {
    const { protocol, hostname, origin } = new URL(address);
    const isLocal = ["127.0.0.1", "localhost"].includes(hostname);
    return protocol === "https:" || (protocol === "http:" && isLocal) ? origin : null;
  } catch {
    return null;
  }
}

export async function save(values) {
  const kept = Object.fromEntries(OWN.filter((name) => name in values).map((name) => [name, values[name]]));
  await chrome.storage.local.set(kept);
}
