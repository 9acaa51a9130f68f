// The bar that names the view, and the lists of a page that follow the view. dateline.js loads this if there is a view
// or one is about to be made. On the page of the chart it also loads the chart and the filters.
import { say } from "./copy.js";
import { addressOf, called, carry, choose, follow, idOf, make, pageOf, view, without } from "./view.js";
import { viewList } from "./view_list.js";

const chart = document.querySelector("dateline-chart");
const dividedLists = [...document.querySelectorAll("[data-within]")].map(dividedList);

/** The bar that shows the parts of the view, each with a button that removes it, and the number of its entries. */
function viewBar() {
  const button = (textContent, onclick) =>
    make("button", { type: "button", className: "tl-button", textContent, onclick });
  const count = make("output", {});
  const parts = make("span", {});
  const near = make("p", {});
  const address = make("p", { className: "tl-address", id: "view:address" }); // for print, and to copy
  const copy = make("button", {
    type: "button",
    className: "tl-button tl-copy",
    value: "view:address",
    textContent: "Copy this view",
  });
  let shown = []; // addresses of the entries in the lists of this page; a new array whenever the view changes
  const print = button("Print with passages", async () => {
    try {
      // The list of the view is made by filters.js, which must have been loaded.
      const [{ printWithPassages }] = await Promise.all([import("./print.js"), chart && import("./filters.js")]);
      return printWithPassages(() => shown);
    } catch {
      say("Not printed: a script could not be loaded.");
    }
  });
  // The button that was pressed is removed, so the focus moves to the next one.
  const leave = async (rest) => {
    await choose(rest);
    if (!view.size) say("All entries are shown.");
    const next = parts.querySelector("button") ?? document.querySelector(".tl-filters summary");
    (next ?? document.querySelector("article a"))?.focus();
  };
  const clear = button("Clear all", () => leave(""));
  const made = make("div", { className: "tl-view", hidden: true }, count, parts, copy, print, clear, near, address);
  follow(
    (data, found) => {
      const [here, listed] = sift(data, found);
      made.hidden = !view.size;
      shown = (chart ? found.map((i) => data.id[i]) : here).map(addressOf);
      print.hidden = !shown.length;
      const total = `${found.length} of ${data.count} entries`;
      count.textContent = listed ? `${here.length} of ${listed} entries here, ${total} in the view` : total;
      parts.replaceChildren(
        ...[...view].map(([key, value]) => {
          const name = called(data, key, value);
          const part = button(name, () => leave(without(key, value)));
          part.className = "tl-part";
          part.ariaLabel = `Remove ${name}`;
          return part;
        }),
      );
      near.replaceChildren(...neighbours(data, found));
      address.textContent = location.href;
    },
    () => {
      made.hidden = false;
      count.textContent = "The entries could not be loaded.";
    },
  );
  return made;
}

/** On the page of an entry: the ones before and after it in this view. */
function neighbours(data, found) {
  const here = data.id.indexOf(idOf(location.pathname));
  const near =
    here < 0
      ? []
      : [
          ["Earlier", found.findLast((i) => i < here)],
          ["Later", found.find((i) => i > here)],
        ];
  return near
    .filter(([, i]) => i !== undefined)
    .map(([word, i]) =>
      make(
        "span",
        {},
        make("span", { className: "tl-label", textContent: `${word} in this view` }),
        make("a", { href: pageOf(data.id[i]), textContent: data.title[i] }),
      ),
    );
}

/**
 * Hides the entries that are not in the view in all lists of the page, except in the list of the view itself. Returns
 * the ids of those that are shown, and how many entries the lists have.
 */
function sift(data, found) {
  const admitted = new Set(found.map((i) => data.id[i]));
  const here = [];
  let listed = 0;
  for (const list of document.querySelectorAll(".tl-list:not(.tl-results, .tl-static *)")) {
    for (const title of list.querySelectorAll("li > a.tl-title")) {
      const id = idOf(title.pathname);
      if (!id) break; // a list of articles
      const item = title.parentElement;
      item.hidden = !admitted.has(id);
      title.dataset.address = addressOf(id); // for print
      if (!item.hidden) here.push(id);
      listed++;
    }
    const heading = list.previousElementSibling;
    list.hidden = !list.querySelector("li:not([hidden])");
    if (/^H[23]$/.test(heading?.tagName)) heading.hidden = list.hidden;
  }
  for (const divided of dividedLists) listed += divided(data, found, here);
  return [here, listed];
}

/**
 * A list that is divided into several pages. Its links to them are replaced by its entries in the view, for their
 * numbers are not those of the view. The function adds the ids of these to `here`, and returns how many entries the
 * list has.
 */
function dividedList(links) {
  const { within, days } = links.dataset;
  const [first, last] = days.split(" ").map(Number);
  const results = viewList();
  links.before(results.element);
  return (data, found, here) => {
    const place = within && data.place.get(within);
    const others = new Set(here);
    const isIn = (i) => {
      const day = data.from[i] ?? data.to[i];
      return day >= first && day <= last && (!within || data.has[i].includes(place));
    };
    const rows = found.filter((i) => isIn(i) && !others.has(data.id[i]));
    results.show(data, view.size ? rows : null);
    links.hidden = view.size > 0;
    here.push(...rows.map((i) => data.id[i]));
    return data.id.filter((_, i) => isIn(i)).length;
  };
}

if (chart) {
  document.querySelector(".tl-static").before(viewBar());
  import("./chart.js");
  import("./filters.js");
} else {
  (document.querySelector(".tl-crumbs") ?? document.querySelector("h1")).after(viewBar());
}
carry();
