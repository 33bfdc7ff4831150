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

/* What may go: the bytes themselves, a text in their place, or null. */
async function clearBytes(bytes, name, purpose) {
  if (bytes.byteLength === 0) return bytes;
  const text = asText(bytes);
  if (text !== null) {
    const sent = await clear(text, purpose, name);
    return sent === text ? bytes : sent;
  }
  const digest = await digestOf(bytes);
  if (clearedFiles.has(digest)) return bytes;
  await ready();
  const waiting = purpose === "background" ? null : panel.wait("upload");
  const answer = await tell({ type: "file", name, bytes: base64(bytes) });
  waiting?.done();
  remember(answer);
  const may = answer.decision === "allow" || (await isChosen(answer, bytes, name, purpose));
  if (may) clearedFiles.add(digest);
  return may ? bytes : null;
}

async function isChosen(answer, bytes, name, purpose) {
  if (purpose === "background") {
    panel.note(words().background);
    return false;
  }
  const choice = await panel.ask({ text: null, answer, purpose: "upload", name });
  return choice === "anyway" || (choice === "retry" && (await clearBytes(bytes, name, purpose)) === bytes);
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
