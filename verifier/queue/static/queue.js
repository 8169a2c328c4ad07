// Single keys, decisions without a reload, progress that shows itself: nothing here is needed for a page to work.
"use strict";

const MOVES = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const WATCHED_EVERY = 1500; // milliseconds, as are the others
const PATIENCE = 3000;
const STAYS = 60000;

// ---- keys

function isTyping(target) {
  return target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])");
}

function move(by) {
  const links = [...document.querySelectorAll("tr[data-row] .claim > a")];
  if (!links.length) return false;
  const at = links.indexOf(document.activeElement);
  const to = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
  if (to) {
    to.focus();
    to.closest("tr").scrollIntoView({ block: "nearest" });
  } else if (by > 0) {
    document.querySelector("a[rel=next]")?.click();
  }
  return true;
}

function say(words, isSeen = false) {
  const said = document.getElementById("said");
  said.textContent = words;
  said.className = isSeen ? "notice" : "hush";
}

function press(key) {
  const found = document.querySelector(`[data-key~="${CSS.escape(key)}"]`);
  if (!found) return false;
  if (found.dataset.says) say(found.dataset.says, true);
  else if (isTyping(found)) found.focus();
  else found.click();
  return true;
}

function pressed(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.repeat && !(event.key in MOVES)) return;
  const scrolls = event.key.startsWith("Arrow") && event.target.closest(".pane, .table");
  const done = event.key in MOVES && !scrolls ? move(MOVES[event.key]) || press(event.key) : press(event.key);
  if (done) event.preventDefault();
}

// ---- passages: each comes into sight inside its own pane; the page itself stays where it is

function showPassages() {
  for (const mark of document.querySelectorAll(".pane mark[id]")) {
    const pane = mark.closest(".pane");
    pane.scrollTop = Math.max(0, mark.offsetTop - pane.clientHeight / 3);
  }
}

// ---- parts of a page that take the place of older ones

function renew(old, fresh) {
  const [olds, news] = [[...old.children], [...fresh.children]];
  const isAlike = news.length && news.every((child, at) => child.id && child.id === olds[at]?.id);
  if (!isAlike || olds.length !== news.length) {
    old.replaceChildren(...fresh.childNodes);
    return;
  }
  news.forEach((child, at) => {
    if (!child.isEqualNode(olds[at])) olds[at].replaceWith(child);
  });
}

function renewParts(page) {
  const focused = document.activeElement?.id;
  for (const fresh of page.querySelectorAll("[data-part]")) {
    const old = document.getElementById(fresh.id);
    if (old && !old.isEqualNode(fresh)) renew(old, fresh);
    old?.toggleAttribute("data-live", fresh.hasAttribute("data-live"));
  }
  if (focused && document.activeElement?.id !== focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

async function asPage(answer) {
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

// ---- decisions without a reload

let sent = false; // a key that is held or struck twice decides once
let address = location.pathname + location.search;

function showPage(page, answer) {
  const here = answer.redirected ? new URL(answer.url) : location;
  const isAnother = here.pathname !== location.pathname;
  if (answer.redirected) history.pushState(null, "", answer.url);
  address = location.pathname + location.search;
  document.title = page.title;
  document.getElementById("main").replaceChildren(...page.querySelector("main").childNodes);
  renewParts(page);
  showPassages();
  const heading = document.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  if (isAnother || !answer.ok) scrollTo(0, 0);
  say(document.querySelector("main .done, main .alert")?.textContent ?? "");
}

const AWAY = document.getElementById("unreached")?.textContent;

function warn(sentence) {
  const unreached = document.getElementById("unreached");
  unreached.textContent = sentence;
  unreached.hidden = false;
  unreached.scrollIntoView({ block: "nearest" });
}

async function send(form, button) {
  document.getElementById("unreached").hidden = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, button)) });
    const page = await asPage(answer);
    if (page.getElementById("mine")) showPage(page, answer);
    else if (answer.redirected) location.assign(answer.url); // the way led out
    else warn(page.querySelector("[role=alert]")?.textContent ?? AWAY); // what was written stays where it is
  } catch (error) {
    warn(AWAY);
    throw error;
  } finally {
    sent = false;
  }
}

function submitted(event) {
  const form = event.target;
  const swaps = form.matches("[data-swap]");
  if (sent || swaps) event.preventDefault();
  if (sent) return;
  sent = true;
  if (swaps) send(form, event.submitter);
  else setTimeout(() => { sent = false; }, PATIENCE); // the answer may be a file, and the page stays
}

// ---- progress

async function watch() {
  try {
    renewParts(await asPage(await fetch(location.href)));
  } catch {
    // The server is away; it may come back.
  }
  watchIfLive();
}

function watchIfLive() {
  if (document.querySelector("[data-live]")) setTimeout(watch, WATCHED_EVERY);
}

// ---- being on a claim: whoever writes there stays on it

let stayed = 0;

function stay(event) {
  const form = event.target.closest("[data-lease]");
  if (!form || Date.now() - stayed < STAYS) return;
  stayed = Date.now();
  fetch(form.dataset.lease, { method: "POST" }).catch(() => {}); // a courtesy, and no more
}

showPassages();
watchIfLive();
document.addEventListener("input", stay);
document.addEventListener("submit", submitted);
addEventListener("pageshow", () => { sent = false; });
addEventListener("popstate", () => {
  if (location.pathname + location.search !== address) location.reload();
});
if (document.body.dataset.keys === "on") document.addEventListener("keydown", pressed);
