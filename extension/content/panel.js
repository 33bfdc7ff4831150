/* The panel: what was found, where, why, and what can be done about it.
 *
 * A modal dialog in a closed shadow tree: the browser keeps the focus in it, Esc cancels, and the
 * page can neither read it nor press its buttons.
 */
"use strict";

const SIGNS = { warn: "!", redact: "⇄", block: "✕", failed: "…" };
const SOON_MS = 400; // before it is told that something is going on
const NOTE_MS = 8000;

const panel = (() => {
  const host = document.createElement("div");
  host.dataset.sluse = "";
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PANEL_STYLE);
  root.adoptedStyleSheets = [sheet];
  for (const name of ["keydown", "keypress", "keyup", "click", "pointerdown", "mousedown", "paste", "copy", "input"]) {
    root.addEventListener(name, (event) => event.stopPropagation());
  }
  let queue = Promise.resolve();

  const place = () => document.documentElement.append(host);

  /* A small word in the corner, read out by screen readers, that takes no focus. */
  function say(text, isBusy) {
    const note = make("div", { className: "note", lang: page.language });
    note.setAttribute("role", "status");
    place();
    root.append(note);
    if (isBusy) note.append(make("span", { className: "turning" }));
    note.append(make("span", {}, text));
    return note;
  }

  function note(text) {
    for (const old of root.querySelectorAll(".note")) old.remove();
    const shown = say(text, false);
    setTimeout(() => shown.remove(), NOTE_MS);
  }

  /* Tells that the text is looked at, if that takes long enough to be noticed. */
  function wait(purpose) {
    let shown = null;
    const timer = setTimeout(() => {
      shown = say(purpose === "upload" ? words().checkingFile : words().checking, true);
    }, SOON_MS);
    return {
      done: () => {
        clearTimeout(timer);
        shown?.remove();
      },
    };
  }

  /* The person's choice: "redacted", "anyway", "retry", "edit" or "cancel"; one panel at a time. */
  function ask(told) {
    const asked = queue.then(() => show(told));
    queue = asked.catch(() => undefined);
    return asked;
  }

  function show(told) {
    return new Promise((chosen) => {
      const dialog = make("dialog", { lang: page.language });
      const keeper = keep(dialog);
      const end = (choice) => {
        keeper.disconnect();
        dialog.close();
        dialog.remove();
        chosen(choice);
      };
      dialog.addEventListener("cancel", (event) => {
        event.preventDefault();
        end("cancel");
      });
      fill(dialog, told, end);
      place();
      root.append(dialog);
      dialog.showModal();
      dialog.querySelector("h2").focus();
    });
  }

  /* A page that draws itself anew takes the panel away with the rest: it comes back. */
  function keep(dialog) {
    const keeper = new MutationObserver(() => {
      if (host.isConnected) return;
      place();
      dialog.close();
      dialog.showModal();
    });
    keeper.observe(document, { childList: true });
    keeper.observe(document.documentElement, { childList: true });
    return keeper;
  }

  function fill(dialog, told, end) {
    const { answer } = told;
    const decision = answer.failed ? "failed" : answer.decision;
    dialog.style.setProperty("--tone", `var(--${decision})`);
    const title = answer.failed ? words().failed : words().decisions[decision];
    dialog.replaceChildren(
      head(SIGNS[decision], title),
      make("div", { className: "body" }, ...(answer.failed ? failure(answer) : findings(told))),
      answer.failed ? afterFailure(end) : choices(dialog, told, end),
    );
    dialog.setAttribute("aria-labelledby", "title");
    dialog.setAttribute("aria-describedby", "message");
  }

  function head(sign, title) {
    const mark = make("span", { className: "sign" }, sign);
    mark.setAttribute("aria-hidden", "true");
    const product = make("p", { className: "product" }, words().product);
    return make("header", {}, mark, make("div", {}, product, make("h2", { id: "title", tabIndex: -1 }, title)));
  }

  const failure = ({ failed }) => [make("p", { id: "message" }, words().failures[failed] ?? words().failures.service)];

  function findings({ text, answer, name }) {
    const parts = [make("p", { id: "message" }, answer.message[page.language])];
    const found = counts(answer.findings);
    if (found.length) parts.push(make("ul", { className: "found", ariaLabel: words().found }, ...found.map((kind) => make("li", {}, kind))));
    if (text !== null) parts.push(make("h3", {}, name ? `${words().file}: ${name}` : words().yourText), marked(text, answer.findings));
    if (text === null) parts.push(make("h3", {}, `${words().file}: ${name}`), places(answer));
    if (text !== null && hasSafe(text, answer)) {
      parts.push(make("h3", {}, words().asSent), safe(answer.text, answer.mapping ?? {}));
    }
    parts.push(why(answer));
    return parts;
  }

  const button = (text, press, className = "") => make("button", { type: "button", className, onclick: press }, text);

  function choices(dialog, told, end) {
    const { answer, text, purpose } = told;
    const { [purpose]: verb } = { send: words().sendRedacted, insert: words().insertRedacted, upload: words().uploadRedacted };
    const anyway = purpose === "insert" ? words().insertAnyway : words().sendAnyway;
    const isSafe = hasSafe(text, answer);
    const row = [];
    if (isSafe) row.push(button(verb, () => end("redacted"), "main"));
    if (answer.decision === "warn") row.push(button(anyway, () => end("anyway"), "main"));
    if (purpose === "send") row.push(button(words().edit, () => end("edit"), row.length ? "" : "main"));
    row.push(button(words().approval, () => approval(dialog, told, end)));
    row.push(button(words().cancel, () => end("cancel"), "plain"));
    return make("footer", {}, ...row);
  }

  function afterFailure(end) {
    const row = [button(words().retry, () => end("retry"), "main")];
    if (page.failMode === "confirm") row.push(button(words().sendAnyway, () => end("anyway")));
    return make("footer", {}, ...row, button(words().cancel, () => end("cancel"), "plain"));
  }

  function approval(dialog, told, end) {
    const message = make("textarea", { value: request(told.answer), id: "request" });
    message.setAttribute("aria-labelledby", "message");
    const copied = make("span", { className: "told" });
    copied.setAttribute("role", "status");
    const copy = button(words().copy, () => copyOf(message, copied), "main");
    const row = [copy];
    if (page.contact.includes("@")) {
      const href = `mailto:${encodeURIComponent(page.contact)}?subject=Sluse&body=${encodeURIComponent(message.value)}`;
      row.push(make("a", { className: "button", href, target: "_blank", rel: "noreferrer" }, words().mail));
    }
    row.push(copied, button(words().back, () => { fill(dialog, told, end); dialog.querySelector("h2").focus(); }, "plain"));
    dialog.replaceChildren(
      head("?", words().approvalTitle),
      make("div", { className: "body" }, make("p", { id: "message" }, words().approvalContact(contactOf())), message),
      make("footer", {}, ...row),
    );
    dialog.querySelector("h2").focus();
  }

  async function copyOf(field, told) {
    field.select();
    await navigator.clipboard.writeText(field.value).catch(() => document.execCommand("copy"));
    told.textContent = words().copied;
  }

  /* The editor would not take the hidden version: the person pastes it. */
  function unwritten(text) {
    const dialog = make("dialog", { lang: page.language });
    dialog.style.setProperty("--tone", "var(--failed)");
    const field = make("textarea", { value: text, readOnly: true });
    field.setAttribute("aria-labelledby", "message");
    const told = make("span", { className: "told" });
    told.setAttribute("role", "status");
    const close = () => dialog.remove();
    dialog.addEventListener("close", close);
    dialog.append(
      head("…", words().failed),
      make("div", { className: "body" }, make("p", { id: "message" }, words().failures.write), field),
      make("footer", {}, button(words().copyText, () => copyOf(field, told), "main"), told, button(words().back, close, "plain")),
    );
    place();
    root.append(dialog);
    dialog.showModal();
    dialog.querySelector("h2").focus();
  }

  return { ask, wait, note, unwritten };
})();
