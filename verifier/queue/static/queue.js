// Single keys for what the page offers as buttons and links anyway; nothing here is needed to work.
"use strict";

const on = document.body.dataset.keys === "on";
const MOVES = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
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

function press(key) {
  const found = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!found) return false;
  if (isTyping(found)) found.focus();
  else found.click();
  return true;
}

let sent = false;

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

// The passage comes into sight inside its own pane; the page itself stays where it is.
for (const mark of document.querySelectorAll(".pane mark[id]")) {
  const pane = mark.closest(".pane");
  pane.scrollTop = Math.max(0, mark.offsetTop - pane.clientHeight / 3);
}

// A key that is held or struck twice decides once.
document.addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
window.addEventListener("pageshow", () => { sent = false; });
if (on) document.addEventListener("keydown", pressed);
