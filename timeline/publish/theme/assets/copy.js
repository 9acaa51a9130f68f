// Copy buttons: each copies the text of the element whose id is its value. Buttons that are part of a page are hidden
// until this script runs.

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
