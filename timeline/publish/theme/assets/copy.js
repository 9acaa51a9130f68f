// Copy buttons: each copies the text of the element whose id is its value. Those of the page stay hidden without script;
// what they copy can be had otherwise.

const status = document.createElement("p");
status.className = "tl-said";
status.role = "status";
document.body.append(status);
let timer;

/** Says something aloud and on the screen, for a moment. */
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
    // No clipboard: it was refused, or the page did not come by https. So the reader copies what is selected.
    shown.classList.add("tl-chosen");
    getSelection().selectAllChildren(shown);
    say("Selected, to be copied by hand");
  }
});
