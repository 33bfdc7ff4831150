/* What the pages have in common: a log of turns, as the sites show them. */
export function turn(role, text) {
  const shown = document.createElement("div");
  shown.dataset.messageAuthorRole = role;
  const line = document.createElement("p");
  line.append(text);
  shown.append(line);
  document.querySelector("#turns").append(shown);
}

export async function post(url, text) {
  const body = JSON.stringify({
    action: "next",
    messages: [
      {
        id: crypto.randomUUID(),
        author: { role: "user" },
        content: { content_type: "text", parts: [text] },
      },
    ],
    model: "auto",
    timezone: "Europe/Copenhagen",
    conversation_mode: { kind: "primary_assistant" },
  });
  const response = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  return (await response.json()).answer;
}

export async function upload(file) {
  await fetch("/backend-api/files", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ file_name: file.name, file_size: file.size, use_case: "multimodal" }),
  });
  await fetch("/blob/upload", { method: "PUT", body: file });
  document.querySelector("#uploaded").textContent = file.name;
}
