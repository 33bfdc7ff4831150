"use strict";

function speak(language) {
  document.documentElement.lang = language;
  for (const button of document.querySelectorAll("[data-set]")) {
    button.setAttribute("aria-pressed", String(button.dataset.set === language));
  }
}

/* What a cell shows now, or the number it stands for. */
const told = (cell) => {
  const words = cell.querySelector(`[lang="${document.documentElement.lang}"]`) ?? cell;
  return cell.dataset.value ?? words.textContent.trim();
};

function sort(heading) {
  const table = heading.closest("table");
  const column = heading.cellIndex;
  const isDown = heading.getAttribute("aria-sort") !== "descending";
  for (const other of heading.parentElement.children) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", isDown ? "descending" : "ascending");
  const order = new Intl.Collator("da", { numeric: true }).compare;
  const rows = [...table.tBodies[0].rows].map((row) => [told(row.cells[column]), row]);
  const first = "number" in heading.dataset ? isDown : !isDown; // the gravest first
  rows.sort(([a], [b]) => (first ? order(b, a) : order(a, b)));
  for (const [, row] of rows) row.classList.remove("again"); // the row above may be another file's
  table.tBodies[0].append(...rows.map(([, row]) => row));
}

function filter(word) {
  const sought = word.toLocaleLowerCase("da");
  for (const row of document.querySelectorAll("#findings tbody tr")) {
    row.hidden = !row.textContent.toLocaleLowerCase("da").includes(sought);
  }
}

for (const shown of document.querySelectorAll(".languages, .filter")) shown.hidden = false;
for (const button of document.querySelectorAll("[data-set]")) {
  button.addEventListener("click", () => speak(button.dataset.set));
}
for (const heading of document.querySelectorAll(".sortable th")) {
  heading.tabIndex = 0;
  heading.addEventListener("click", () => sort(heading));
  heading.addEventListener("keydown", (event) => {
    if (event.key === "Enter") sort(heading);
  });
}
document.getElementById("filter")?.addEventListener("input", (event) => filter(event.target.value));
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details")) part.open = true;
});
speak(document.documentElement.lang);
