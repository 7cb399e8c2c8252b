// Tables that load in place: sorting, paging, searching, columns, widths, folds, tabs, rows that unfold.
'use strict';
(() => {
  const { $, $$, make, say, onClick } = egcg;
  const tableOf = element => element.closest('section.table');
  const withPart = (url, key) => { const full = new URL(url, location.href); full.hash = ''; full.searchParams.set('part', key); return full; };

  async function load(section, url, push = true) {
    const key = section.dataset.key;
    const busy = setTimeout(() => { section.classList.add('loading'); const bar = $('.progress', section); if (bar) bar.hidden = false; }, 300);
    section.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(withPart(url, key), { headers: { Accept: 'text/html' } });
      if (answer.redirected && new URL(answer.url).pathname === '/login') { location.href = '/login?redirect=' + encodeURIComponent(location.pathname + location.search); return null; }
      const fresh = $('#' + CSS.escape(section.id), new DOMParser().parseFromString(await answer.text(), 'text/html'));
      if (!fresh) throw new Error('no table in the answer');
      const focus = focusIn(section);
      const scroll = $('.tablewrap', section)?.scrollLeft ?? 0;
      section.replaceWith(document.adoptNode(fresh));
      if ($('.tablewrap', fresh)) $('.tablewrap', fresh).scrollLeft = scroll;
      prepare(fresh);
      focusAgain(fresh, focus);
      if (push && fresh.dataset.here) history.pushState({ table: fresh.id }, '', fresh.dataset.here);
      say($('.range', fresh)?.parentElement ? `${$('.range', fresh).textContent.trim()}` : '');
      return fresh;
    } catch {
      failed(section, url);
      return null;
    } finally {
      clearTimeout(busy);
      section.classList.remove('loading');
      section.removeAttribute('aria-busy');
      const bar = $('.progress', section);
      if (bar) bar.hidden = true;
    }
  }

  function failed(section, url) {
    $('.note.failed', section)?.remove();
    const again = make('button', { type: 'button', class: 'btn', onclick: () => load(section, url) }, 'Try again');
    section.insertBefore(make('div', { class: 'note fail failed', role: 'alert' }, 'The server did not answer. What is shown is from before. ', again), section.children[1] ?? null);
  }

  function focusIn(section) {
    const active = document.activeElement;
    if (!active || !section.contains(active)) return null;
    const column = active.closest('th[data-col]');
    if (column) return { selector: `th[data-col="${CSS.escape(column.dataset.col)}"] a` };
    if (active.matches('.search input')) return { selector: '.search input', at: active.selectionStart };
    return { selector: '.tablewrap' };
  }

  function focusAgain(section, focus) {
    const target = focus && ($(focus.selector, section) ?? $('.fold', section));
    if (!target) return;
    target.focus({ preventScroll: true });
    if (focus.at !== undefined && target.setSelectionRange) target.setSelectionRange(target.value.length, target.value.length);
  }

  addEventListener('popstate', () => location.reload());

  // --- one table --------------------------------------------------------------------------------------------------
  function prepare(section) {
    widths(section);
    grips(section);
    freeze(section);
    section.dispatchEvent(new CustomEvent('egcg:table', { bubbles: true }));
  }

  /** The verdict stays in sight beside the key, whose width only the browser knows. */
  function freeze(section) {
    const wrap = $('.tablewrap', section), key = wrap && $('thead tr:last-child th.key', wrap);
    if (!key || !$('.stay', wrap)) return;
    const place = () => wrap.style.setProperty('--stay', ($('thead tr:last-child .pick', wrap)?.offsetWidth ?? 0) + key.offsetWidth + 'px');
    new ResizeObserver(place).observe(key);
    place();
  }

  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  function widths(section) {
    const id = CSS.escape(section.id);
    for (let i = sheet.cssRules.length - 1; i >= 0; i--) if (sheet.cssRules[i].selectorText.includes('#' + id + ' ')) sheet.deleteRule(i);
    $$('th[data-width]', section).forEach(th => {
      const place = [...th.parentElement.children].indexOf(th) + 1;
      sheet.insertRule(`#${id} .data > thead > tr:last-child > th:nth-child(${place}), #${id} .data > tbody > tr:not(.childrow) > :nth-child(${place}) { width: ${th.dataset.width}px; min-width: ${th.dataset.width}px; max-width: ${th.dataset.width}px; overflow: hidden; text-overflow: ellipsis; }`);
    });
  }

  function grips(section) {
    $$('.tablewrap thead tr:last-child th[data-col]', section).forEach(th => {
      const grip = make('span', { class: 'grip', 'aria-hidden': 'true' });
      grip.addEventListener('pointerdown', down => {
        down.preventDefault();
        grip.setPointerCapture(down.pointerId);
        const start = th.offsetWidth - down.clientX;
        const move = event => { th.dataset.width = Math.max(40, Math.min(1200, Math.round(start + event.clientX))); widths(section); };
        grip.addEventListener('pointermove', move);
        grip.addEventListener('pointerup', () => {
          grip.removeEventListener('pointermove', move);
          go(section, { w: $$('th[data-width]', section).map(h => `${h.dataset.col}:${h.dataset.width}`).join(',') });
        }, { once: true });
      });
      grip.addEventListener('click', event => event.stopPropagation());
      th.append(grip);
    });
  }

  /** Loads the table with some of its parameters changed. */
  function go(section, changes) {
    const url = new URL(section.dataset.here, location.href);
    const prefix = section.dataset.prefix ?? '';
    url.searchParams.delete(prefix + 'page');
    for (const [name, value] of Object.entries(changes)) url.searchParams.set(prefix + name, value);
    return load(section, url);
  }

  // --- folds, tabs, rows that unfold, columns ---------------------------------------------------------------------
  function fold(button, section) {
    if (!section) return;
    if (section.classList.contains('folded')) { load(section, location.href, false).then(fresh => { if (fresh) { fresh.dataset.unfolded = 'yes'; $('.fold', fresh)?.focus(); } }); return; }
    const open = section.classList.toggle('folded-away');
    button.setAttribute('aria-expanded', String(!open));
  }

  async function tab(link) {
    const holder = link.closest('[data-tabs]');
    const section = $('section.table', holder);
    section.id = 't-' + link.dataset.tab;
    section.dataset.key = link.dataset.tab;
    $$('.tabs a', holder).forEach(other => { if (other === link) other.setAttribute('aria-current', 'true'); else other.removeAttribute('aria-current'); });
    await load(section, link.href, false);
    history.replaceState(history.state, '', link.href);
  }

  async function unfold(button, section) {
    const row = button.closest('tr');
    if (button.getAttribute('aria-expanded') === 'true') { row.nextElementSibling?.remove(); toggled(button, false); return; }
    const url = withPart(section.dataset.here, section.dataset.key);
    url.searchParams.set('child', row.dataset.key);
    const cell = make('td', { colspan: String(row.children.length) }, 'Loading…');
    row.after(make('tr', { class: 'childrow' }, cell));
    toggled(button, true);
    try {
      const page = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
      cell.replaceChildren(document.adoptNode($('.childtable', page)));
    } catch { cell.textContent = 'The samples could not be loaded.'; }
  }
  const toggled = (button, open) => { button.setAttribute('aria-expanded', String(open)); button.textContent = open ? '−' : '+'; };

  function columns(button, section) {
    const boxes = $$('.columns input', section);
    if (button.dataset.columns === 'all') boxes.forEach(box => { box.checked = true; });
    else if (button.dataset.columns === 'first') boxes.forEach(box => { box.checked = box.dataset.first === 'yes'; });
    else go(section, { cols: boxes.filter(box => box.checked).map(box => box.value).join(',') });
  }
  function move(button) {
    const item = button.closest('li');
    if (button.dataset.move === 'up') item.previousElementSibling?.before(item); else item.nextElementSibling?.after(item);
    button.focus();
  }

  let typing;
  document.addEventListener('input', event => {
    if (!event.target.matches('.search input[type=search]')) return;
    clearTimeout(typing);
    typing = setTimeout(() => go(tableOf(event.target), { q: event.target.value }), 350);
  });
  document.addEventListener('change', event => { if (event.target.matches('select[data-length]')) load(tableOf(event.target), event.target.value); });
  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('.search')) return;
    event.preventDefault();
    clearTimeout(typing);
    go(tableOf(form), { q: $('input[type=search]', form).value });
  });

  onClick('.data thead a', (link, event) => load(tableOf(link), event.shiftKey ? link.dataset.add : link.href));
  onClick('a[data-load]', link => load(tableOf(link), link.href));
  onClick('a.retry', link => { if (tableOf(link)) load(tableOf(link), location.href, false); else location.reload(); });
  onClick('.fold', button => fold(button, tableOf(button)));
  onClick('.tabs a[data-tab]', tab);
  onClick('[data-tab-link]', lane => {
    const link = $(`.tabs a[data-tab="${CSS.escape(lane.dataset.tabLink)}"]`);
    if (link) tab(link).then(() => link.scrollIntoView({ block: 'center' })); else location.href = lane.href;
  });
  onClick('button.unfold', button => unfold(button, tableOf(button)));
  onClick('[data-columns]', button => columns(button, tableOf(button)));
  onClick('[data-move]', move);
  Object.assign(egcg, { tableOf, load, go });
  // when the other scripts are listening too
  document.addEventListener('DOMContentLoaded', () => $$('section.table').forEach(prepare));
})();
