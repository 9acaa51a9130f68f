// Prints a list of entries with their passages. view_bar.js loads this when its button is pressed. It loads the pages
// of the entries and puts the evidence of each below its item while the browser prints.
import { say } from "./copy.js";
import { make } from "./view.js";

const AT_ONCE = 6; // requests
const MANY = 200; // pages; the reader is asked before more are loaded
const EVIDENCE = ".tl-dates, .tl-figures, .tl-colophon, .tl-side-by-side";
const PARTS = `.tl-lead, .tl-note, ${EVIDENCE}, h2:has(+ :is(${EVIDENCE}))`;
const KEPT = ["class", "datetime"]; // attributes; no ids, because each may exist only once
let busy = false;

/** `shown` returns the addresses of the entries that are listed now. */
export async function printWithPassages(shown) {
  if (busy) return;
  busy = true;
  await loadAndPrint(shown).finally(() => (busy = false));
}

async function loadAndPrint(shown) {
  const addresses = shown();
  const question = `This loads ${addresses.length} pages. Load all of them?`;
  if (addresses.length > MANY && !confirm(question)) return;
  const stop = new AbortController();
  const [waiting, found] = [[...addresses], new Map()];
  let quiet = 0; // no message before this time: a screen reader would announce each number
  async function loadSome() {
    for (let address = waiting.shift(); address; address = waiting.shift()) {
      found.set(address, await evidence(address, stop.signal));
      if (stop.signal.aborted || Date.now() < quiet) continue;
      say(`${found.size} of ${addresses.length}`);
      quiet = Date.now() + 1000;
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, loadSome));
  } catch (error) {
    stop.abort();
    return say(`Not printed: ${error.message}`);
  }
  if (shown() !== addresses) return say("Not printed: the view has changed.");
  say("");
  // filters.js listens first, and then the list has all its entries.
  addEventListener("beforeprint", () => insert(found), { once: true });
  window.print();
}

/**
 * The summary and the evidence on the page of an entry. It stays in a document that runs no scripts until everything
 * that could run is removed.
 */
async function evidence(address, signal) {
  const failed = () => {
    throw new Error(`${address} could not be loaded.`);
  };
  const response = await fetch(address, { signal }).catch(failed);
  const page = new DOMParser().parseFromString(response.ok ? await response.text().catch(failed) : "", "text/html");
  if (!page.querySelector(".tl-evidence")) failed();
  const part = page.createElement("div");
  part.append(...page.querySelectorAll(PARTS));
  for (const useless of part.querySelectorAll("script, style, button, .tl-context, .tl-self")) useless.remove();
  for (const heading of part.querySelectorAll("h2")) {
    heading.replaceWith(make("p", { className: "tl-label", textContent: heading.textContent }));
  }
  for (const element of part.querySelectorAll("*")) {
    const href = element.localName === "a" && element.getAttribute("href");
    for (const { name } of [...element.attributes]) if (!KEPT.includes(name)) element.removeAttribute(name);
    const to = href && URL.canParse(href, address) ? new URL(href, address) : {}; // relative to the page it comes from
    if (/^(https?|mailto):$/.test(to.protocol)) element.href = to;
  }
  part.className = "tl-with";
  return document.importNode(part, true);
}

/** Puts the evidence below the items, and removes it when the browser has printed. */
function insert(found) {
  const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format();
  const head = make(
    "p",
    { className: "tl-printed" },
    make("span", { className: "tl-site", textContent: document.querySelector(".tl-masthead").textContent.trim() }),
    make("span", { textContent: `Printed on ${when}` }),
  );
  (document.querySelector(".tl-crumbs") ?? document.querySelector("h1")).after(head);
  for (const title of document.querySelectorAll(".tl-list a.tl-title[data-address]")) {
    const [item, part] = [title.closest("li"), found.get(title.dataset.address)];
    if (!part) continue; // it is not in the view
    if (item.querySelector(".tl-summary")) part.querySelector(".tl-lead")?.remove(); // the same words
    item.append(part);
  }
  const takeOut = () => {
    for (const put of [head, ...found.values()]) put.remove();
  };
  addEventListener("afterprint", takeOut, { once: true });
}
