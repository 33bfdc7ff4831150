/* Files: text is looked at as text, everything else by the service's readers; nothing passes unseen. */
"use strict";

const clearedFiles = new Set();

async function digestOf(bytes) {
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function asText(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

function base64(bytes) {
  let binary = "";
  const view = new Uint8Array(bytes);
  for (let at = 0; at < view.length; at += 32768) binary += String.fromCharCode(...view.subarray(at, at + 32768));
  return btoa(binary);
}

/* What may go: the bytes themselves, others in their place, or null. */
async function clearBytes(bytes, name, purpose) {
  if (bytes.byteLength === 0) return bytes;
  const text = asText(bytes);
  if (text === null) return clearFile(bytes, name, purpose);
  const sent = await clear(text, purpose, name);
  return sent === text ? bytes : sent;
}

async function clearFile(bytes, name, purpose) {
  if (clearedFiles.has(await digestOf(bytes))) return bytes;
  await ready();
  const file = { name: name || "fil", bytes: base64(bytes) };
  const answer = await waited(purpose, { type: "file", ...file });
  remember(answer);
  const choice = answer.decision === "allow" ? "anyway" : await chosenFor(answer, name, purpose);
  if (choice === "retry") return clearFile(bytes, name, purpose);
  const sent = choice === "redacted" ? await redactedFile(file) : choice === "anyway" ? bytes : null;
  if (sent !== null) clearedFiles.add(await digestOf(sent));
  return sent;
}

async function waited(purpose, message) {
  const waiting = purpose === "background" ? null : panel.wait("upload");
  const answer = await tell(message);
  waiting?.done();
  return answer;
}

function chosenFor(answer, name, purpose) {
  if (purpose !== "background") return panel.ask({ text: null, answer, purpose: "upload", name });
  panel.note(words().background);
  return "cancel";
}

/* The copy without what was found; null where none could be made, which is told. */
async function redactedFile(file) {
  const copy = await waited("upload", { type: "redactFile", ...file });
  if (!copy.failed) return Uint8Array.from(atob(copy.bytes), (one) => one.charCodeAt(0)).buffer;
  await panel.ask({ text: null, answer: copy, purpose: "upload", name: file.name });
  return null;
}

/* The files that may go, in their order; null when one of them may not. */
async function clearFiles(files) {
  const sent = [];
  for (const file of files) {
    if ((await clear(file.name, "upload", file.name)) !== file.name) return null;
    const bytes = await file.arrayBuffer();
    const may = await clearBytes(bytes, file.name, "upload");
    if (may === null) return null;
    const { name, type, lastModified } = file;
    sent.push(may === bytes ? file : new File([may], name, { type, lastModified }));
  }
  return sent;
}

function holding(files) {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}
