// Copy buttons: each copies the text of the element whose id is its value. Buttons that are part of a page are hidden
// until this script runs. Citations get the day on which the reader reads them, as the clock of the browser has it.

import { CSL_DAY_OF_READING, DAY_OF_READING } from "./constants.js";

const status = document.createElement("p");
status.className = "tl-said";
status.role = "status";
document.body.append(status);
let timer;

/** Shows a message for a moment; screen readers announce it. */
export function say(words) {
  clearTimeout(timer);
  status.textContent = words;
  timer = setTimeout(() => (status.textContent = ""), 4000);
}

const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
const inFigures = today.map((number) => `${number}`.padStart(2, "0")).join("-");
for (const citation of document.querySelectorAll(".tl-cite code")) {
  citation.textContent = citation.textContent
    .replace(CSL_DAY_OF_READING, `{"date-parts": [[${today.join(", ")}]]}`)
    .replace(DAY_OF_READING, inFigures);
}

for (const button of document.querySelectorAll(".tl-copy")) button.hidden = false;

document.addEventListener("click", async ({ target }) => {
  const shown = document.getElementById(target.closest?.(".tl-copy")?.value);
  if (!shown) return;
  try {
    await navigator.clipboard.writeText(shown.textContent);
    say("Copied");
  } catch {
    // The clipboard was refused, or the page was not loaded by https. The text is selected, for the reader to copy.
    shown.classList.add("tl-chosen");
    getSelection().selectAllChildren(shown);
    say("The text is selected. Please copy it.");
  }
});
