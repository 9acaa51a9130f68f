// The copy buttons of an entry. Without script they stay hidden; what they copy is on the page in any case.

const buttons = document.querySelectorAll(".tl-copy");
const status = document.createElement("p");
let timer;

const say = (words) => {
  clearTimeout(timer);
  status.textContent = words;
  timer = setTimeout(() => (status.textContent = ""), 4000);
};

status.className = "tl-said";
status.role = "status";
if (buttons.length) document.body.append(status);

for (const button of buttons) {
  const shown = document.getElementById(button.value);
  button.hidden = false;
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(shown.textContent);
      say("Copied");
    } catch {
      // No clipboard: it was refused, or the page did not come by https. So the reader copies what is selected.
      shown.classList.add("tl-chosen");
      getSelection().selectAllChildren(shown);
      say("Selected, to be copied by hand");
    }
  };
}
