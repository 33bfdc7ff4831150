/* What a person is writing, looked at while it is written: one live text of the service for each page. */

import { endpointOf, settings } from "./settings.js";

const SECONDS = 5;
const texts = new Map(); // page → { socket, text, answered }

export function forgetText(page) {
  texts.get(page)?.socket.close();
  texts.delete(page);
}

async function connected() {
  const { endpoint, key } = await settings();
  const address = endpointOf(endpoint);
  if (!address) throw new TypeError("no address");
  const socket = new WebSocket(`${address.replace(/^http/u, "ws")}/v1/live`);
  const kept = { socket, key, text: null, answered: null };
  socket.onmessage = ({ data }) => kept.answered?.(JSON.parse(data));
  await new Promise((open, fail) => {
    Object.assign(socket, { onopen: open, onclose: fail });
  });
  return kept;
}

function message({ text: before, key }, text, destination) {
  if (before === null) return { type: "open", destination, offset_unit: "utf16", text, ...(key && { key }) };
  let start = 0;
  while (start < before.length && before[start] === text[start]) start += 1;
  return { type: "edit", start, end: before.length, text: text.slice(start) };
}

/* What has been found since last time in the text of `page`, or `{ failed }`. */
export async function look(page, text, destination) {
  try {
    const kept = texts.get(page) ?? (await connected());
    texts.set(page, kept);
    const answer = await new Promise((given, fail) => {
      kept.answered = given;
      kept.socket.onclose = fail;
      setTimeout(fail, SECONDS * 1000);
      kept.socket.send(JSON.stringify(message(kept, text, destination)));
    });
    kept.text = text;
    return { findings: answer.added };
  } catch {
    forgetText(page);
    return { failed: "unreachable" };
  }
}
