// Menus and panels from the keyboard: arrow keys open them and go from entry to entry, Escape closes them.
'use strict';
(() => {
  const { $, $$, onKey } = egcg;
  const ENTRY = 'a[href], button, input:not([type=hidden]), select';
  const entries = menu => $$(ENTRY, menu).filter(entry => entry.checkVisibility() && !entry.disabled);
  const typesIn = target => target.matches('select, textarea, input:not([type=checkbox]):not([type=radio])');

  function step(menu, from, key) {
    const all = entries(menu), at = all.indexOf(from);
    if (all.length === 0) return;
    const to = { ArrowDown: at < 0 ? 0 : at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[key];
    all.at(to % all.length).focus();
  }

  /** The menu beside this one in the bar; an open menu hands its being open on. */
  function beside(menu, key) {
    const tops = $$('nav.menu .top'), at = tops.indexOf($('summary', menu) ?? menu);
    const next = tops.at((at + (key === 'ArrowRight' ? 1 : -1)) % tops.length);
    const open = menu.open === true, other = next.closest('details');
    if (open) menu.open = false;
    next.focus();
    if (open && other) { other.open = true; step(other, next, 'ArrowDown'); }
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const menu = event.target.closest?.('details.drop') ?? event.target.closest?.('nav.menu a.top');
    if (!menu) return;
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (sideways && menu.closest('nav.menu')) { event.preventDefault(); beside(menu, event.key); return; }
    if (menu.tagName !== 'DETAILS' || typesIn(event.target)) return;
    const onTop = event.target.matches('summary');
    if (!['ArrowDown', 'ArrowUp'].includes(event.key) && (onTop || !['Home', 'End'].includes(event.key))) return;
    event.preventDefault();
    menu.open = true;
    step(menu, event.target, event.key);
  });

  // Where a bar scrolls sideways, what is chosen in it is in sight.
  for (const here of $$('nav.menu [aria-current=true], nav.seg [aria-current=page]')) {
    const bar = here.closest('nav'), whole = (here.closest('.drop') ?? here).getBoundingClientRect();
    bar.scrollLeft += whole.left - bar.getBoundingClientRect().left - (bar.clientWidth - whole.width) / 2;
  }

  /** A letter leads to the next menu that begins with it, in an open menu to the next entry. */
  document.addEventListener('keydown', event => {
    const bar = event.target.closest?.('nav.menu');
    if (!bar || event.ctrlKey || event.metaKey || event.altKey || !/^\p{L}$/u.test(event.key)) return;
    const menu = event.target.closest('details[open]');
    const all = menu ? entries(menu) : $$('.top', bar), at = all.indexOf(event.target);
    const found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(each => each.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()));
    if (found) { event.preventDefault(); found.focus(); }
  });
  onKey('m', 'Everywhere', 'To the menus', () => $('nav.menu .top')?.focus());

  // Who goes on by the tab key leaves no menu open behind.
  document.addEventListener('focusout', event => {
    const menu = event.target.closest?.('details.drop[open]');
    if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
})();
