// The search of the bar: suggestions while one types, chosen by arrow keys.
'use strict';
(() => {
  const { $, $$, make } = egcg;
  const find = $('#find'), found = $('#found');
  if (find) {
    let wait, chosen = -1, asked = 0;
    const options = () => $$('li[role=option]', found);
    const hide = () => { found.hidden = true; find.setAttribute('aria-expanded', 'false'); chosen = -1; find.removeAttribute('aria-activedescendant'); };
    const choose = to => { const all = options(); if (all.length === 0) return; chosen = (to + all.length) % all.length; all.forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen))); find.setAttribute('aria-activedescendant', all[chosen].id); all[chosen].scrollIntoView({ block: 'nearest' }); };
    const ask = async () => {
      const turn = ++asked;
      if (!find.value.trim()) { hide(); return; }
      try {
        const answer = await fetch('/ui/find?find=' + encodeURIComponent(find.value));
        if (!answer.ok || turn !== asked) return;
        const body = await answer.json();
        found.replaceChildren(...body.found.map((thing, i) => make('li', { role: 'option', id: 'found-' + i, 'aria-selected': 'false', 'data-href': thing.href }, make('b', {}, thing.name), make('span', {}, thing.also ? `${thing.kind}, ${thing.also}` : thing.kind))));
        found.append(...body.more.map((more, i) => make('li', { role: 'option', id: 'more-' + i, 'aria-selected': 'false', 'data-href': more.href }, make('b', {}, `${more.count.toLocaleString('en')} more`), make('span', {}, more.kind))));
        if (body.found.length === 0) found.replaceChildren(make('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, make('span', {}, 'No name has that in it. Enter searches plates of the LIMS too.')));
        found.hidden = false;
        find.setAttribute('aria-expanded', 'true');
        chosen = -1;
      } catch { hide(); }
    };
    find.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(ask, 200); });
    find.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown') { event.preventDefault(); choose(chosen + 1); }
      else if (event.key === 'ArrowUp') { event.preventDefault(); choose(chosen - 1); }
      else if (event.key === 'Escape') hide();
      else if (event.key === 'Enter' && chosen >= 0 && options()[chosen].dataset.href) { event.preventDefault(); location.href = options()[chosen].dataset.href; }
    });
    found.addEventListener('mousedown', event => { const option = event.target.closest('li[data-href]'); if (option) { event.preventDefault(); location.href = option.dataset.href; } });
    find.addEventListener('blur', () => setTimeout(hide, 150));
  }
})();
