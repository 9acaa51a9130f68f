// What every page loads: next to nothing. The rest comes where it is needed.
const explore = document.querySelector(".tl-explore");
const { classList } = document.documentElement;
const start = () => import("./bar.js").catch(() => classList.remove("tl-waiting"));

/** Where there is a view, lists are not seen until they are those of the view: they would jump. */
function look() {
  if (!/[?&](people|organisations|places|topics|publishers|certainty|on|words)=/.test(location.search)) return;
  classList.add("tl-waiting");
  start();
}

look();
addEventListener("popstate", look);
if (explore) {
  explore.querySelector("form").hidden = false;
  for (const kind of ["pointerover", "focusin"]) explore.addEventListener(kind, start, { once: true });
}
if (document.querySelector(".tl-copy")) import("./copy.js");
