/* How the panel looks. The colours are those of the service's page; contrast is at least 4.5:1. */
"use strict";

const PANEL_STYLE = `
:host { all: initial; color-scheme: light dark; }
* { box-sizing: border-box; }
dialog, .note {
  --paper: #ffffff; --ground: #f6f5f1; --ink: #1b2327; --soft: #55626a; --line: #c9cec9;
  --accent: #12496b; --on-accent: #ffffff; --warn: #7d5200; --redact: #12496b; --block: #9c2323; --failed: #7d5200;
  --mark: #f7dfa6; --mark-block: #f6cfc9; --safe: #d5ecd2;
  font: 16px/1.5 system-ui, "Segoe UI", sans-serif; color: var(--ink); background: var(--paper);
  border: 0; border-radius: 14px; box-shadow: 0 12px 48px rgb(0 0 0 / 32%);
}
@media (prefers-color-scheme: dark) {
  dialog, .note {
    --paper: #1c2327; --ground: #14191c; --ink: #e9ecea; --soft: #a9b4b8; --line: #3d484d;
    --accent: #8cc4e8; --on-accent: #0d1a22; --warn: #f0c36b; --redact: #8cc4e8; --block: #ff9d93; --failed: #f0c36b;
    --mark: #5a4611; --mark-block: #66302a; --safe: #26502a;
  }
}
dialog { width: min(44rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem); padding: 0; overflow: hidden; }
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: rgb(10 20 26 / 45%); }
header { padding: 1.25rem 1.5rem 0.25rem; display: flex; gap: 0.9rem; align-items: center; }
.sign {
  flex: none; width: 2.25rem; height: 2.25rem; border-radius: 50%; display: grid; place-items: center;
  font-weight: 700; font-size: 1.15rem; color: var(--paper); background: var(--tone);
}
.product { margin: 0; font-size: 0.8rem; color: var(--soft); letter-spacing: 0.02em; }
h2 { margin: 0; font-size: 1.3rem; line-height: 1.25; outline: none; }
h3 { margin: 0 0 0.3rem; font-size: 0.92rem; color: var(--soft); font-weight: 600; }
.body { padding: 0.5rem 1.5rem 1rem; overflow: auto; }
p { margin: 0 0 0.8rem; }
.text {
  margin: 0 0 1rem; padding: 0.7rem 0.9rem; background: var(--ground); border: 1px solid var(--line); border-radius: 8px;
  white-space: pre-wrap; overflow-wrap: anywhere; max-height: 11rem; overflow: auto; font-size: 0.95rem;
}
mark { color: inherit; background: var(--mark); border-radius: 3px; padding: 0 0.15em; box-decoration-break: clone; }
mark[data-action="block"] { background: var(--mark-block); text-decoration: underline; text-underline-offset: 0.2em; }
mark.safe { background: var(--safe); }
ul { margin: 0 0 1rem; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.4rem; }
ul.found li { background: var(--ground); border: 1px solid var(--line); border-radius: 999px; padding: 0.15rem 0.7rem; font-size: 0.88rem; }
details { margin: 0 0 0.8rem; border-top: 1px solid var(--line); padding-top: 0.6rem; }
summary { cursor: pointer; font-weight: 600; font-size: 0.95rem; margin-bottom: 0.5rem; border-radius: 4px; }
details p { font-size: 0.92rem; }
details strong { display: block; }
footer {
  display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center; padding: 0.9rem 1.5rem 1.1rem;
  border-top: 1px solid var(--line); background: var(--paper);
}
button, a.button {
  font: inherit; font-size: 0.95rem; padding: 0.5rem 0.95rem; border-radius: 8px; cursor: pointer; text-decoration: none;
  border: 1px solid var(--line); background: var(--paper); color: var(--ink);
}
button:hover, a.button:hover { border-color: var(--accent); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
button.plain { border-color: transparent; color: var(--soft); margin-left: auto; padding-inline: 0.6rem; }
button:focus-visible, a:focus-visible, summary:focus-visible, textarea:focus-visible, .text:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
textarea {
  width: 100%; min-height: 15rem; font: inherit; font-size: 0.95rem; color: var(--ink); background: var(--ground);
  border: 1px solid var(--line); border-radius: 8px; padding: 0.7rem 0.9rem; resize: vertical;
}
.told { color: var(--soft); font-size: 0.9rem; }
.note {
  position: fixed; inset: auto 1rem 1rem auto; margin: 0; max-width: 24rem; padding: 0.8rem 1.1rem; display: flex; gap: 0.7rem;
  align-items: center; font-size: 0.95rem;
}
.note .turning { flex: none; width: 1rem; height: 1rem; border-radius: 50%; border: 2px solid var(--line); border-top-color: var(--accent); animation: turn 0.9s linear infinite; }
@keyframes turn { to { rotate: 1turn; } }
@media (prefers-reduced-motion: reduce) { .note .turning { animation: none; } }
[hidden] { display: none !important; }
`;
