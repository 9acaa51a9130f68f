// The copy buttons of an entry. Without script they stay hidden; what they copy is on the page in any case.

const status = document.createElement("p");
status.className = "tl-said";
status.role = "status";
document.body.append(status);

for (const button of document.querySelectorAll(".tl-copy")) {
  const shown = document.getElementById(button.value);
  button.hidden = false;
  button.onclick = async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(shown.textContent);
      status.textContent = "Copied";
    } catch {
      // No clipboard: it was refused, or the page did not come by https. So the reader copies it.
      shown.classList.add("tl-chosen");
      getSelection().selectAllChildren(shown);
      status.textContent = "Selected, to be copied by hand";
    }
    setTimeout(() => (status.textContent = ""), 4000);
  };
}
