// Every page loads this. It loads the other scripts when they are needed.
const keys = document.querySelector('meta[name="dateline-view"]').content; // of a view, in the query of an address
const hasView = new RegExp(`[?&](${keys})=`);
const explore = document.querySelector(".tl-explore");
const { classList } = document.documentElement;
const start = () => import("./view_bar.js").catch(() => classList.remove("tl-waiting"));

/** If there is a view, hides the lists until they show its entries: otherwise the page would jump. */
function look() {
  if (!hasView.test(location.search)) return;
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
