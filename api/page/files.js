"use strict";

/* A file instead of a text: dropped or chosen, told in the same words, given back without its values. */

const file = { chosen: null, answer: null };

async function send(path) {
  const form = new FormData();
  form.append("file", file.chosen);
  form.append("destination", at("destination").value);
  if (at("password").value) form.append("password", at("password").value);
  const headers = at("key").value ? { Authorization: `Bearer ${at("key").value}` } : {};
  const given = { method: "POST", body: form, headers, credentials: "omit", cache: "no-store" };
  const response = await fetch(path, given);
  if (response.ok) return response;
  if (response.status === 401 || response.status === 403) at("key-row").hidden = false;
  const answer = await response.json();
  const english = state.language === "en";
  throw new Error(
    response.status === 401
      ? words().key
      : `${english ? answer.title_en : answer.title}. ${english ? answer.detail_en : answer.detail}`,
  );
}

async function checkFile(chosen) {
  clearTimeout(state.timer);
  state.running?.abort();
  forget();
  at("text").value = "";
  file.chosen = chosen;
  file.answer = null;
  at("chosen").textContent = chosen.name;
  hide("file-part");
  say(words().checkingFile);
  try {
    if (!state.policy) await learn();
    file.answer = await (await send("/v1/files")).json();
    showFile();
    say("");
  } catch (error) {
    say(error instanceof TypeError ? words().offline : error.message);
  }
}

function showFile() {
  if (!file.answer) return;
  const { decision, findings, gaps, message } = file.answer;
  const [, sign] = words()[decision];
  at("verdict").dataset.decision = decision;
  at("verdict-title").textContent = words().files[decision];
  document.querySelector("#verdict .sign").textContent = sign;
  at("verdict-message").textContent = message[state.language];
  at("verdict-clauses").replaceChildren(...gaps.map(gapLine));
  at("verdict").hidden = false;
  at("file-name").textContent = at("chosen").textContent = file.chosen.name;
  at("file-list").tBodies[0].replaceChildren(...findings.map(fileRow));
  at("file-list").hidden = findings.length === 0;
  at("password-row").hidden = !gaps.some(({ reason }) => reason === "encrypted");
  at("fetch").hidden = gaps.length > 0 || !["redact", "block"].includes(decision);
  at("file-part").hidden = false;
}

const placeOf = (danish, english) => (state.language === "en" ? english : danish);

function gapLine({ reason, where, where_en }) {
  const told = words().gaps[reason] ?? words().gap;
  const place = placeOf(where, where_en);
  return element("li", place ? `${told} (${place})` : told);
}

function fileRow(finding) {
  const made = document.createElement("tr");
  const line = [finding.line, finding.column].filter(Boolean).join(":");
  made.append(
    element("td", titleOf(finding.entity_type)),
    element("td", finding.preview),
    element("td", [placeOf(finding.place, finding.place_en), line].filter(Boolean).join(" ")),
    element("td", words().actions[finding.action]),
    element("td", reasonOf(finding)),
  );
  return made;
}

async function fetchFile() {
  say(words().cleaning);
  try {
    const address = URL.createObjectURL(await (await send("/v1/files?redact=true")).blob());
    const link = element("a", "");
    link.href = address;
    link.download = file.chosen.name.replace(/(\.[^.]*)?$/, (ending) => `.renset${ending}`);
    link.click();
    URL.revokeObjectURL(address);
    say(words().fetched(link.download));
  } catch (error) {
    say(error instanceof TypeError ? words().offline : error.message);
  }
}

function forgetFile() {
  if (!file.chosen) return;
  file.chosen = file.answer = null;
  at("chosen").textContent = at("chosen").dataset[state.language];
  at("file").value = "";
  hide("file-part", "verdict");
}

at("file").addEventListener("change", () => {
  if (at("file").files[0]) checkFile(at("file").files[0]);
});
at("fetch").addEventListener("click", fetchFile);
at("text").addEventListener("input", forgetFile);
at("password-row").addEventListener("submit", (event) => {
  event.preventDefault();
  checkFile(file.chosen);
});
at("destination").addEventListener("change", () => {
  if (file.chosen) checkFile(file.chosen);
});
for (const button of document.querySelectorAll("[data-set-language]")) {
  button.addEventListener("click", showFile);
}
for (const name of ["dragenter", "dragover"]) {
  addEventListener(name, (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
}
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});
addEventListener("drop", (event) => {
  document.body.classList.remove("dropping");
  const [dropped] = event.dataTransfer.files;
  if (!dropped) return;
  event.preventDefault();
  checkFile(dropped);
});
