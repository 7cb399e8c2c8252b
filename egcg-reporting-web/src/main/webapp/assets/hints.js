// What opens beside a thing: lists in cells, tooltips, menus; on hover and from the keyboard.
'use strict';
(() => {
  const { $, $$, make, onClick } = egcg;
  // --- lists in cells ---------------------------------------------------------------------------------------------
  let pop = null;
  function closePop(focus = false) { if (!pop) return; const from = pop.from; pop.box.remove(); pop = null; from.setAttribute('aria-expanded', 'false'); if (focus) from.focus(); }
  function openList(button) {
    const again = pop?.from === button;
    closePop();
    if (again) return;
    const prefix = button.dataset.link;
    const unlinked = (button.dataset.unlinked ?? '').split('\n');
    const items = button.dataset.items.split('\n').map(text => make('li', {}, prefix && !unlinked.includes(text) ? make('a', { href: prefix + encodeURIComponent(text).replaceAll('%20', '+') }, text) : text));
    if (button.dataset.more) items.push(make('li', { class: 'quiet' }, `and ${Number(button.dataset.more).toLocaleString('en')} more`));
    const box = make('div', { class: 'pop', role: 'group', 'aria-label': 'List' }, make('ul', {}, ...items));
    button.after(box);
    const at = button.getBoundingClientRect();
    box.style.left = Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 12)) + 'px';
    box.style.top = (at.bottom + box.offsetHeight + 8 > innerHeight ? Math.max(8, at.top - box.offsetHeight - 4) : at.bottom + 4) + 'px';
    button.setAttribute('aria-expanded', 'true');
    pop = { box, from: button };
    $('a', box)?.focus({ preventScroll: true });
  }
  document.addEventListener('click', event => { if (pop && !pop.box.contains(event.target) && event.target.closest('button.list') !== pop.from) closePop(); });
  document.addEventListener('scroll', event => { if (pop && !pop.box.contains(event.target)) closePop(); }, true);
  onClick('button.list', openList);

  // --- tooltips: on hover and on focus ----------------------------------------------------------------------------
  const tip = make('div', { id: 'tip', role: 'tooltip', hidden: '' });
  document.body.append(tip);
  let tipped = null;
  function showTip(element, text) {
    tip.textContent = text;
    tip.hidden = false;
    const at = element.getBoundingClientRect();
    tip.style.left = Math.max(8, Math.min(at.left, innerWidth - tip.offsetWidth - 8)) + 'px';
    tip.style.top = (at.bottom + tip.offsetHeight + 12 > innerHeight ? at.top - tip.offsetHeight - 6 : at.bottom + 6) + 'px';
    element.setAttribute('aria-describedby', 'tip');
    tipped = element;
  }
  function hideTip() { tip.hidden = true; tipped?.removeAttribute('aria-describedby'); tipped = null; }
  const isCut = element => element && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  const consider = event => {
    const element = event.target.closest?.('[data-tip], .squares li') ?? event.target.closest?.('.data td, .data tbody th');
    if (!element) { hideTip(); return; }
    if (element === tipped) return;
    hideTip();
    const said = element.matches('.squares li') ? $('.sr', element).textContent : element.dataset.tip;
    if (said) showTip(element, said);
    else if (isCut(element) || isCut($('.said', element))) showTip(element, element.textContent.trim());
  };
  document.addEventListener('mouseover', consider);
  document.addEventListener('focusin', consider);
  document.addEventListener('focusout', hideTip);
  document.addEventListener('click', event => { if (event.target.closest?.('summary')) hideTip(); });
  document.addEventListener('scroll', hideTip, true);

  // --- keyboard ---------------------------------------------------------------------------------------------------
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      hideTip();
      if (pop) { event.preventDefault(); closePop(true); return; }
      const open = $('details.drop[open]');
      if (open) { open.open = false; $('summary', open).focus(); }
    }
  });
  // what opens beside the window's edge is moved into it, and what was chosen from it closes it
  document.addEventListener('toggle', event => {
    const box = event.target.matches?.('details.drop[open]') && $(':scope > :not(summary)', event.target);
    if (!box) return;
    box.style.translate = '';
    const at = box.getBoundingClientRect(), room = document.documentElement.clientWidth;
    if (at.right > room - 4) box.style.translate = Math.round(Math.max(4 - at.left, room - 4 - at.right)) + 'px';
    else if (at.left < 4) box.style.translate = Math.round(4 - at.left) + 'px';
  }, true);
  document.addEventListener('click', event => { const link = event.target.closest?.('details.drop a[download], details.drop button[data-copy]'); if (link) link.closest('details').open = false; });
  document.addEventListener('click', event => { $$('details.drop[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; }); });
})();
