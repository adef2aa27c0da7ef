/*
 * Work on articles as the browser keeps it until it is written: what is pasted, or a draft with its review. Each piece of work is
 * kept under a name of its own, and by one tab alone: the one that took it up last. Others are told, and keep nothing over it.
 */
const WORK = 'on-record-review ';
const HOLDER = 'on-record-tab ';
/** Which work a tab is at, which the tab knows after it is loaded anew. */
const OF_TAB = 'on-record-work';

const token = () => Date.now().toString(36) + Math.random().toString(36).slice(2);
/** This tab, as long as it is not loaded anew. */
const self = token();
let current;

/** Begins work of its own, beside what else is kept. */
export function beginWork() {
  current = token();
  sessionStorage.setItem(OF_TAB, current);
}

/** Takes up what is kept under a name, of which another tab lets go. */
export function takeUp(name) {
  const kept = localStorage.getItem(WORK + name);
  if (kept === null) return undefined;
  current = name;
  sessionStorage.setItem(OF_TAB, name);
  localStorage.setItem(HOLDER + name, self);
  return JSON.parse(kept);
}

/** What this tab was at before it was loaded anew; where that is nothing, it begins anew. */
export function takeUpLast() {
  const last = sessionStorage.getItem(OF_TAB);
  const kept = last === null ? undefined : takeUp(last);
  if (kept === undefined) beginWork();
  return kept;
}

export const workOfTab = () => current;

const isHeldElsewhere = () => ![null, self].includes(localStorage.getItem(HOLDER + current));

/**
 * Keeps the work of this tab.
 * @returns `elsewhere` where another tab has taken it up, `full` where the browser has no room for it.
 */
export function keepWork(value) {
  if (isHeldElsewhere()) return 'elsewhere';
  try {
    localStorage.setItem(HOLDER + current, self);
    localStorage.setItem(WORK + current, JSON.stringify(value));
    return 'kept';
  } catch {
    return 'full';
  }
}

/** Forgets work: that of this tab, unless another one has taken it up, or other work by its name. */
export function forgetWork(name = current) {
  if (name === current && isHeldElsewhere()) return;
  localStorage.removeItem(HOLDER + name);
  localStorage.removeItem(WORK + name);
}

/** Takes the work of this tab back from another one, which did nothing on it yet. */
export const holdOn = () => localStorage.setItem(HOLDER + current, self);

/** What is kept beside the work of this tab, the latest first. */
export const otherWork = () =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(WORK) && key !== WORK + current)
    .sort()
    .reverse()
    .map((key) => ({ name: key.slice(WORK.length), kept: JSON.parse(localStorage.getItem(key)) }));

/**
 * Tells what other tabs do with what is kept.
 * @param on `taken` where one takes up the work of this tab, `gone` where it is written or thrown away there, `others` of other work.
 */
export function watchTabs(on) {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === HOLDER + current && ![null, self].includes(newValue)) on.taken();
    else if (key === WORK + current && newValue === null) on.gone();
    else if (key === null || key.startsWith(WORK)) on.others();
  });
}
