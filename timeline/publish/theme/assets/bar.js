// The bar that names the view, and the lists of a page that follow it. dateline.js loads this where there is a view, or one is
// about to be made; on the page of the picture it brings the picture and the filters along.
import { say } from "./copy.js";
import { addressOf, called, carry, choose, follow, make, pageOf, view, without } from "./view.js";

const picture = document.querySelector("dateline-picture");

/** The bar that says what the view is: its parts, each with a way out, and how many entries it has. */
function bar() {
  const button = (textContent, onclick) => make("button", { type: "button", className: "tl-button", textContent, onclick });
  const count = make("output", {});
  const parts = make("span", {});
  const near = make("p", {});
  const address = make("p", { className: "tl-address", id: "view:address" }); // for print, and to copy
  const copy = make("button", { type: "button", className: "tl-button tl-copy", value: "view:address", textContent: "Copy this view" });
  let shown = []; // addresses of the entries in the lists of this page: another array whenever the view changes
  // filters.js makes the list of the view: it has to be there.
  const print = button("Print with passages", () => Promise.all([import("./print.js"), picture && import("./filters.js")])
    .then(([{ printWithPassages }]) => printWithPassages(() => shown), () => say("Nothing is printed: a script could not be loaded.")));
  // The button that was pressed goes; whoever pressed it by keyboard goes on from the next one.
  const leave = async (next) => {
    await choose(next);
    if (!view.size) say("The view holds all entries again.");
    (parts.querySelector("button") ?? document.querySelector(".tl-filters summary") ?? document.querySelector("article a"))?.focus();
  };
  const made = make("div", { className: "tl-view", hidden: true }, count, parts, copy, print, button("Clear all", () => leave("")), near, address);
  follow((data, found) => {
    const [here, listed] = sift(data, found);
    made.hidden = !view.size;
    shown = (picture ? found.map((i) => data.id[i]) : here).map(addressOf);
    print.hidden = !shown.length;
    count.textContent = (listed ? `${here.length} of ${listed} entries here, ` : "") + `${found.length} of ${data.count} entries` + (listed ? " in the view" : "");
    parts.replaceChildren(...[...view].map(([key, value]) => {
      const name = called(data, key, value);
      const part = button(name, () => leave(without(key, value)));
      part.className = "tl-part";
      part.ariaLabel = `Remove ${name}`;
      return part;
    }));
    near.replaceChildren(...neighbours(data, found));
    address.textContent = location.href;
  }, () => {
    made.hidden = false;
    count.textContent = "The entries could not be loaded.";
  });
  return made;
}

const idOf = (path) => path.match(/\/timeline\/entries\/([^/]+)\/$/)?.[1];

/** On the page of an entry: the ones before and after it in this view. */
function neighbours(data, found) {
  const here = data.id.indexOf(idOf(location.pathname));
  const near = here < 0 ? [] : [["Earlier", found.findLast((i) => i < here)], ["Later", found.find((i) => i > here)]];
  return near.filter(([, i]) => i !== undefined).map(([word, i]) => make("span", {},
    make("span", { className: "tl-label", textContent: `${word} in this view` }),
    make("a", { href: pageOf(data.id[i]), textContent: data.title[i] })));
}

/** Lists of entries show those of the view. Which they show, and how many they have; but the list of the view itself. */
function sift(data, found) {
  const admitted = new Set(found.map((i) => data.id[i]));
  const here = [];
  let listed = 0;
  for (const list of document.querySelectorAll(".tl-list:not(.tl-results, .tl-static *)")) {
    for (const item of list.querySelectorAll("li")) {
      const title = item.querySelector("a.tl-title");
      const id = idOf(title?.pathname ?? "");
      if (!id) return [here, listed]; // of articles
      item.hidden = !admitted.has(id);
      title.dataset.address = addressOf(id); // for print
      if (!item.hidden) here.push(id);
      listed++;
    }
    const heading = list.previousElementSibling;
    list.hidden = !list.querySelector("li:not([hidden])");
    if (/^H[23]$/.test(heading?.tagName)) heading.hidden = list.hidden;
  }
  return [here, listed];
}

if (picture) {
  document.querySelector(".tl-static").before(bar());
  import("./picture.js");
  import("./filters.js");
} else {
  (document.querySelector(".tl-crumbs") ?? document.querySelector("h1")).after(bar());
}
carry();
