"use strict";
// Keys and small helps; every action is a link or a form that works without this script.
const one = (selector) => document.querySelector(selector);
const go = (selector) => one(selector)?.click();
const focus = (selector) => { const at = one(selector); if (at) { at.focus(); at.select?.(); } };
const rows = () => [...document.querySelectorAll(".listed .row, .queue .row")];

function step(by) {
  const all = rows();
  if (!all.length) return go(by > 0 ? (one("#next") ? "#next" : "#begin") : "#previous");
  const at = all.indexOf(document.activeElement);
  const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  all[to].focus();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: () => go('[value="accept:0"]'),
  e: () => go('[name="answer"][value="keep"]'),
  r: () => { const typed = one("#value"); if (typed && !typed.value) typed.value = typed.dataset.literal; focus("#value"); },
  n: () => focus("#note"),
  u: () => go(one("#take-back") ? "#take-back" : ".undo-last"),
  l: () => go("#list-link"),
  t: () => {
    const label = one("#teach-label");
    const more = one("#teach");
    if (label) focus(label.value ? "#teach-field" : "#teach-label");
    else if (more) { more.open = true; focus("#teach :is(input, select):not([type=hidden])"); }
  },
  "/": () => focus("#search"),
  "?": () => one("#keys").showModal(),
};
for (let offer = 1; offer <= 5; offer += 1) KEYS[offer] = () => go(`[value="accept:${offer - 1}"]`);

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, dialog");
  if (event.key === "Escape" && typing && !typing.closest("dialog")) { document.activeElement.blur(); return; }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const act = KEYS[event.key];
  if (act) { event.preventDefault(); act(); }
});

// A form is sent once, however often its key is pressed.
document.addEventListener("submit", (event) => {
  if (event.target.method !== "post") return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "1";
});
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

const help = one("#help");
if (help) { help.hidden = false; help.addEventListener("click", () => one("#keys").showModal()); }

// The literal to blame is in sight when the screen opens.
const blamed = one(".excerpt mark.blamed");
const text = blamed?.closest(".text");
if (text) text.scrollTop = blamed.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;

// On a phone the list comes first.
if (matchMedia("(max-width: 899px)").matches) one("#facets")?.removeAttribute("open");

// How a typed value reads, while it is typed.
const value = one("#value");
if (value) {
  let asked = 0;
  let waiting = 0;
  value.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const mine = (asked += 1);
      const query = new URLSearchParams({ finding: value.dataset.finding, value: value.value });
      const told = async (path) => (await fetch(`${path}?${query}`)).json();
      const say = (words) => { if (mine === asked) one("#reads").textContent = value.value.trim() ? words : ""; };
      const { reads } = await told("/read");
      say(reads ? `Reads as ${reads}` : "Does not read as a value of this field");
      if (!reads || mine !== asked) return;
      const { answers, then } = await told("/try");
      say(`Reads as ${reads}. ${then.length ? `Then: ${then.join(" ")}` : answers ? "That answers the doubt." : "The doubt stays."}`);
    }, 150);
  });
  if (one(".why-not")) value.focus();
}

// A new column has a name; a label that means a known field needs none.
const field = one("#teach-field");
if (field) {
  const toggle = () => { one("#new-name").hidden = !field.value.startsWith("new:"); };
  field.addEventListener("change", toggle);
  toggle();
}

// A run is watched; when it has ended the page shows what it left, unless somebody is typing.
if (one("[data-running]")) {
  const typed = () => [...document.querySelectorAll("main input, main textarea")].some((field) => field.value !== field.defaultValue);
  const watch = setInterval(async () => {
    const answer = await fetch("/run");
    const run = await answer.json();
    if (!run.running) {
      clearInterval(watch);
      if (!typed()) location.reload();
      one("#show-run").hidden = false;
      return;
    }
    if (run.total) one("#progress").textContent = `: ${run.done} of ${run.total}`;
  }, 700);
}
