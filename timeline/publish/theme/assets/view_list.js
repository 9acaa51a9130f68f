// The list of the entries of a view, on the page of the chart and on the first page of a list that is divided.
import { addressOf, isOnlyNear, make, pageOf } from "./view.js";

const NOTHING = "No matching entries. Remove a filter.";
const [FIRST, MORE] = [50, 500]; // entries in the list, and how many more the reader gets at a time

function row(data, i) {
  const differ = data.differ[i] ? [" ", make("span", { className: "tl-badge", textContent: "articles differ" })] : [];
  const near = isOnlyNear(data, i) ? [" perhaps: its date is approximate"] : [];
  const count = `${data.articles[i]} ${data.articles[i] > 1 ? "articles" : "article"}`;
  const title = make("a", { className: "tl-title", href: pageOf(data.id[i]), textContent: data.title[i] });
  title.dataset.address = addressOf(data.id[i]); // for print
  const item = make(
    "li",
    {},
    make("span", { className: "tl-date", textContent: data.wording[i] }),
    title,
    make("span", { className: "tl-count" }, count, ...differ, ...near),
  );
  item.dataset.key = data.id[i];
  return item;
}

/** An element, and a function that shows these entries in it, or hides it if there is no view. */
export function viewList() {
  const list = make("ol", {});
  const more = make("button", { type: "button", className: "tl-button" });
  const element = make("section", { className: "tl-list tl-brief tl-results", hidden: true }, list, more);
  element.ariaLabel = "Entries of this view";
  let fill = () => {};
  let most;
  function show(data, rows) {
    element.hidden = !rows;
    most = FIRST;
    fill = (amount) => {
      list.replaceChildren(...(rows ?? []).slice(0, amount).map((i) => row(data, i)));
      if (!rows?.length) list.append(make("li", { textContent: NOTHING }));
      more.hidden = !rows || rows.length <= amount;
      more.textContent = `Show ${Math.min(MORE, (rows?.length ?? 0) - amount)} more`;
    };
    fill(most);
  }
  more.onclick = () => {
    most += MORE;
    fill(most);
  };
  addEventListener("beforeprint", () => fill(Infinity));
  addEventListener("afterprint", () => fill(most));
  return { element, show };
}
