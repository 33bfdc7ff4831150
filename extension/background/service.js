/* Asks the service. Every way to fail has a name in WORDS.*.failures, and none of them is a verdict. */

import { endpointOf, settings } from "./settings.js";

const SECONDS = { text: 15, file: 60, rules: 5 };
const FAILURES = { 401: "key", 403: "key", 404: "files", 413: "large", 415: "files", 503: "busy" };

const asJson = (answer) => answer.json();

async function ask(path, seconds, init = {}, read = asJson) {
  const { endpoint, key } = await settings();
  const origin = endpointOf(endpoint);
  if (!origin) return { failed: "unreachable" };
  const headers = { ...init.headers, ...(key && { Authorization: `Bearer ${key}` }) };
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    const answer = await fetch(origin + path, { ...init, headers, signal, credentials: "omit", cache: "no-store", redirect: "error" });
    if (answer.ok) return await read(answer);
    return { failed: FAILURES[answer.status] ?? "service" };
  } catch (error) {
    return { failed: error.name === "TimeoutError" ? "timeout" : "unreachable" };
  }
}

const json = (body) => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

const DECISIONS = ["allow", "warn", "redact", "block"];

/* An answer of another shape is no verdict. */
function verdict(answer) {
  const isWhole = DECISIONS.includes(answer.decision) && Array.isArray(answer.findings) && Array.isArray(answer.gaps);
  return answer.failed || isWhole ? answer : { failed: "service" };
}

/* The verdict on a text; `known` is the mapping of what was sent before, whose numbers go on. */
export async function check(text, destination, known) {
  const body = { text, destination, known, mapping: true, offset_unit: "utf16" };
  return verdict(await ask("/v1/redact", SECONDS.text, json(body)));
}

export const restore = (text, mapping) => ask("/v1/restore", SECONDS.text, json({ text, mapping }));

function form(name, bytes, destination) {
  const body = new FormData();
  body.set("file", new File([decoded(bytes)], name));
  body.set("destination", destination);
  return { method: "POST", body };
}

const decoded = (bytes) => Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0));

/* The verdict on a file; `bytes` is base64. */
export const checkFile = async (name, bytes, destination) =>
  verdict(await ask("/v1/files", SECONDS.file, form(name, bytes, destination)));

/* The file without what may not go, in `bytes`, base64. */
export const redactFile = (name, bytes, destination) =>
  ask("/v1/files?redact=true", SECONDS.file, form(name, bytes, destination), async (answer) => ({
    bytes: encoded(new Uint8Array(await answer.arrayBuffer())),
  }));

function encoded(view) {
  let binary = "";
  for (let at = 0; at < view.length; at += 32768) binary += String.fromCharCode(...view.subarray(at, at + 32768));
  return btoa(binary);
}

/* The policy, and what people call entity types and places; `{ failed }` when there is no answer. */
export async function rules() {
  const [policy, listed] = await Promise.all([ask("/v1/policy", SECONDS.rules), ask("/v1/entities", SECONDS.rules)]);
  const failed = policy.failed ?? listed.failed;
  if (failed) return { failed };
  return {
    policy,
    titles: Object.fromEntries(listed.entities.map((one) => [one.entity_type, one.title])),
    places: { ...policy.tools, ...Object.fromEntries(policy.destinations.map(({ id, title }) => [id, title])) },
  };
}

/* By the rules of which place texts for `destination` are judged, as people call it. */
export function judgedAs({ policy, places }, destination) {
  const { id } = policy.destinations.find((one) => one.id === destination) ?? { id: policy.fallback };
  return places[id];
}
