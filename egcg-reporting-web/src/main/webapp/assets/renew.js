// Puts what the server has drawn anew into the page, around the fields: a field in which one may be typing is never
// replaced, nor emptied of what was typed since the request was made.
'use strict';
(() => {
  const { $$ } = egcg;
  const FIELD = 'input:not([type=hidden]), textarea, select';
  // Boxes of rows hold nothing that is typed; a table is drawn as a whole.
  const stays = node => node.nodeType === 1 && !node.matches('.data') && (node.matches(FIELD + ', .tablewrap, [data-kept]') || node.querySelector('[data-kept]') || $$(FIELD, node).some(field => !field.closest('.data')));
  const place = node => [node.tagName, node.classList[0] ?? '', node.getAttribute('name') ?? '', node.matches('li') ? node.querySelector('input')?.value : ''].join(' ');

  /** What stands in the fields now, to be given to {@link renew} with the answer. */
  const typed = root => new Map($$(FIELD, root).map(field => [field, field.value]));

  function attributes(old, fresh) {
    const keep = name => old.tagName === 'DETAILS' && name === 'open' || (name === 'data-beyond' || name === 'data-before');
    for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && !keep(name)) old.removeAttribute(name);
    for (const { name, value } of [...fresh.attributes]) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }

  function field(old, fresh, before) {
    const untouched = old.value === before.get(old) && old.value.trim() !== fresh.value.trim();
    const checked = old.checked;
    attributes(old, fresh);
    if (old.tagName === 'SELECT') { const chosen = fresh.selectedIndex; old.replaceChildren(...fresh.childNodes); old.selectedIndex = chosen; return; }
    if (old.type === 'checkbox') old.checked = checked;
    else if (untouched) old.value = fresh.value;
  }

  /** Makes an element as a fresh one is; what was there of the fields, and of what they stand in, stays in the document. */
  function renew(old, fresh, before) {
    if (fresh.dataset.kept) return; // the answer leaves it out, since it is here
    if (old.matches(FIELD)) { field(old, fresh, before); return; }
    attributes(old, fresh);
    let here = old.firstChild;
    for (const next of [...fresh.childNodes]) {
      let same = here;
      if (stays(next)) while (same && !(stays(same) && place(same) === place(next))) same = same.nextSibling;
      if (stays(next) && same) {
        while (here !== same) { const gone = here; here = here.nextSibling; gone.remove(); }
        here = here.nextSibling;
        renew(same, next, before);
      } else old.insertBefore(document.adoptNode(next), here);
    }
    while (here) { const gone = here; here = here.nextSibling; gone.remove(); }
  }

  Object.assign(egcg, { renew, typed });
})();
