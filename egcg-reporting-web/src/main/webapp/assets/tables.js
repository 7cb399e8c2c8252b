// Tables that load in place: sorting, paging, searching, columns, widths, folds, tabs, rows that unfold.
'use strict';
(() => {
  const { $, $$, make, say, onClick, renew, typed, whereIn, backTo } = egcg;
  const tableOf = element => element.closest('section.table');
  const withPart = (url, key) => { const full = new URL(url, location.href); full.hash = ''; full.searchParams.set('part', key); return full; };

  /** Says of a request that its answer need not have the choice of columns again, where it stays as it is. */
  function asking(section, url) {
    const old = new URL(section.dataset.here ?? '', location.href), prefix = section.dataset.prefix ?? '';
    const same = ['cols', 'view'].every(name => old.searchParams.get(prefix + name) === url.searchParams.get(prefix + name));
    return { Accept: 'text/html', ...(same && !section.hasAttribute('data-other') && section.dataset.here && $('.columns li', section) ? { 'X-Rows-Alone': 'yes' } : {}) };
  }

  // Only the answer to the last request counts, and no request forgets what one before it, or a key, has asked for.
  const underWay = new WeakMap();

  async function load(section, to, push = true, whole = false) {
    const url = withTyped(section, new URL(to, location.href));
    const key = section.dataset.key, before = typed(section), stop = new AbortController();
    underWay.get(section)?.stop.abort();
    underWay.set(section, { stop, url });
    const busy = setTimeout(() => { section.classList.add('loading'); const bar = $('.progress', section); if (bar) bar.hidden = false; }, 300);
    section.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(whole ? url : withPart(url, key), { headers: whole ? { Accept: 'text/html' } : asking(section, url), signal: stop.signal });
      if (answer.redirected && new URL(answer.url).pathname === '/login') { location.href = '/login?redirect=' + encodeURIComponent(location.pathname + location.search); return null; }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = $('#' + CSS.escape(section.id), page);
      if (!fresh) throw new Error('no table in the answer');
      shown(section, fresh, before, push);
      if (whole && $('.seg')) $('.seg').replaceWith(document.adoptNode($('.seg', page)));
      return section;
    } catch (problem) {
      if (problem.name !== 'AbortError') failed(section, url);
      return null;
    } finally {
      clearTimeout(busy);
      if (underWay.get(section)?.stop === stop) {
        underWay.delete(section);
        section.classList.remove('loading');
        section.removeAttribute('aria-busy');
        const bar = $('.progress', section);
        if (bar) bar.hidden = true;
      }
    }
  }

  function shown(section, fresh, before, push) {
    const focus = focusIn(section);
    renew(section, fresh, before);
    if (push && $('.tablewrap', section)) $('.tablewrap', section).scrollTop = 0;
    prepareAgain(section);
    focusAgain(section, focus);
    if (push && section.dataset.here) history.pushState({ table: section.id }, '', section.dataset.here);
    say($('.range', section)?.parentElement ? `${$('.range', section).textContent.trim()}` : '');
  }

  /** Puts a fresh table in the place of one, without a request of its reader. */
  function swap(section, fresh) {
    const focus = focusIn(section);
    // The head says when it was seen that a list has no row; once it has some, that stands below them.
    const seen = section.dataset.seen && $('.pagehead .facts .asof');
    // The answer is to an address without what was not understood of this page's.
    const misread = $('.misread', section);
    if (misread && !$('.misread', fresh)) $('header', fresh)?.after(misread);
    renew(section, fresh, typed(section));
    if (seen) seen.textContent = fresh.dataset.seen ?? '';
    prepareAgain(section);
    focusAgain(section, focus);
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
    if (column) return { again: () => $(`th[data-col="${CSS.escape(column.dataset.col)}"] a`, section) };
    const where = whereIn(section);
    return where ? { where } : { again: () => $('.data [tabindex="0"]', section) };
  }

  /** Who was in what is gone goes on in the same place. */
  function focusAgain(section, focus) {
    if (!focus || section.contains(document.activeElement)) return;
    if (focus.where && backTo(section, focus.where)) return;
    (focus.again?.() ?? $('.search input[type=search]', section) ?? $('.fold', section))?.focus({ preventScroll: true });
  }

  addEventListener('popstate', () => location.reload());

  // --- one table --------------------------------------------------------------------------------------------------
  function prepare(section) {
    widths(section);
    grips(section);
    freeze(section);
    nameSteps(section);
    const wrap = $('.tablewrap', section);
    if (wrap) { cutNoNumber(section, wrap); room.observe(wrap); }
    section.dispatchEvent(new CustomEvent('egcg:table', { bubbles: true }));
  }

  /** Columns of a fresh table may be wider or narrower; where the status of projects began at one of them, it does again. */
  function prepareAgain(section) {
    prepare(section);
    if (section.dataset.name === 'project_status' && $('.tablewrap', section)?.scrollLeft > 0) beginAtWhatDecides(section);
  }

  /** The verdict, or the name of a group, stays in sight beside the key, whose width only the browser knows. */
  function freeze(section) {
    const wrap = $('.tablewrap', section), key = wrap && $('thead tr:last-child th.key', wrap);
    if (!key) return;
    const place = () => wrap.style.setProperty('--stay', ($('thead tr:last-child :is(.pick, .unfold)', wrap)?.offsetWidth ?? 0) + key.offsetWidth + 'px');
    new ResizeObserver(place).observe(key);
    place();
  }

  /** There is room for few columns besides the name: of the status of projects the steps, of run elements the verdict and why. */
  function beginAtWhatDecides(section) {
    const isStatus = section.dataset.name === 'project_status', wrap = innerWidth <= (isStatus ? 1100 : 700) && $('.tablewrap', section);
    if (!wrap) return;
    const first = isStatus ? leftmost($$('tbody td:has(.age)', wrap)) : $('tbody td:not(.stay):has(+ .reason)', wrap);
    const name = $('thead tr:last-child .key', wrap), beside = (parseFloat(getComputedStyle(name).left) || 0) + name.offsetWidth;
    const columns = $$('thead tr:last-child th', wrap).map(column => column.offsetLeft - beside);
    if (!first) return;
    // no column is begun at its middle: where the table ends before one could be the first, its last one is made so much wider
    const end = wrap.scrollWidth - wrap.clientWidth, fits = columns.filter(x => x >= end && x <= first.offsetLeft - beside);
    const edge = end > 0 && fits.length > 0 ? Math.min(...fits) : Math.max(...columns.filter(x => x <= Math.min(first.offsetLeft - beside, end)));
    // what parts it from the column before is in sight too
    const start = isStatus ? Math.max(0, edge - (parseFloat(getComputedStyle(first).paddingLeft) || 0)) : edge;
    const last = $$('thead tr:last-child th', wrap).filter(column => column.offsetWidth > 0).at(-1);
    if (start > end) last.style.minWidth = last.offsetWidth + start - end + 'px';
    wrap.scrollLeft = start;
  }

  // beside a number outside of its limit
  const SIGN = 14;

  /** A number at the edge is there wholly or not at all: where it would be cut, the names or reasons before it have more room. */
  function cutNoNumber(section, wrap) {
    const heads = $$('thead tr:last-child th', wrap), rows = $$('tbody > tr[data-key]', wrap);
    const widened = heads[rows[0]?.querySelector('td.reason')?.cellIndex] ?? heads.find(head => head.matches('.key'));
    if (!widened || widened.dataset.width || section.dataset.name === 'project_status') return;
    widened.style.minWidth = '';
    if (innerWidth <= 700 || wrap.scrollWidth <= wrap.clientWidth) return;
    const shift = wrap.scrollLeft - wrap.getBoundingClientRect().left, end = wrap.clientWidth, faded = end - parseFloat(getComputedStyle(wrap).getPropertyValue('--fade'));
    const at = heads.findIndex(head => head.getBoundingClientRect().right + shift - parseFloat(getComputedStyle(head).paddingRight) > faded);
    if (!heads[at]?.matches('.num')) return;
    // they end where their column does, so that where the longest begins decides
    const text = document.createRange();
    const begins = Math.min(...rows.map(row => row.cells[at]).filter(cell => cell.textContent.trim() !== '').map(cell => {
      text.selectNodeContents(cell);
      return text.getBoundingClientRect().left + shift - (cell.matches('.low, .high') ? SIGN : 0);
    }));
    if (begins < end) widened.style.minWidth = Math.ceil(widened.getBoundingClientRect().width + end - begins) + 'px';
  }
  const room = new ResizeObserver(entries => entries.forEach(({ target }) => { const section = tableOf(target); if (section) cutNoNumber(section, target); }));

  /** Steps in which no sample is take no room where there is little; on a phone each of the others has its name beside it. */
  function nameSteps(section) {
    if (section.dataset.name !== 'project_status') return;
    const rows = $$('thead tr:last-child, tbody > tr[data-key], tfoot tr', section), told = $$('tbody > tr[data-key]', section);
    const names = $$('thead tr:last-child th', section).map(head => [($('a', head) ?? head).firstChild, $('.unit', head)].map(part => part?.textContent.trim() ?? '').join(' ').trim());
    rows.slice(1).forEach(row => [...row.cells].forEach((cell, at) => { if (at > 0) cell.dataset.of = names[at]; }));
    for (let at = told.length === 0 ? 0 : told[0].cells.length - 1; at > 0; at--) {
      if (told.every(row => row.cells[at].matches('.none'))) rows.forEach(row => row.cells[at]?.setAttribute('data-unfilled', ''));
    }
  }

  const leftmost = cells => cells.reduce((best, cell) => best && best.offsetLeft <= cell.offsetLeft ? best : cell, undefined);

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
    const url = new URL(underWay.get(section)?.url ?? section.dataset.here, location.href);
    const prefix = section.dataset.prefix ?? '';
    url.searchParams.delete(prefix + 'page');
    for (const [name, value] of Object.entries(changes)) url.searchParams.set(prefix + name, value);
    return load(section, url);
  }

  // --- folds, tabs, rows that unfold, columns ---------------------------------------------------------------------
  function fold(button, section) {
    if (!section) return;
    if (section.classList.contains('folded')) { load(section, location.href, false).then(unfolded); return; }
    const open = section.classList.toggle('folded-away');
    button.setAttribute('aria-expanded', String(!open));
  }

  /** The page stays where it is, and so does who has gone on elsewhere in the meantime. */
  function unfolded(fresh) {
    if (!fresh) return;
    fresh.dataset.unfolded = 'yes';
    if (document.activeElement === document.body || fresh.contains(document.activeElement)) $('.fold', fresh)?.focus({ preventScroll: true });
  }

  async function tab(link) {
    const holder = link.closest('[data-tabs]');
    const section = $('section.table', holder);
    section.id = 't-' + link.dataset.tab;
    section.dataset.key = link.dataset.tab;
    section.setAttribute('data-other', '');
    $$('.tabs a', holder).forEach(other => { if (other === link) other.setAttribute('aria-current', 'true'); else other.removeAttribute('aria-current'); });
    await load(section, link.href, false);
    beginAtWhatDecides(section);
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
      row.nextElementSibling.dispatchEvent(new CustomEvent('egcg:table', { bubbles: true }));
    } catch { cell.textContent = 'The samples could not be loaded.'; }
  }
  const toggled = (button, open) => { button.setAttribute('aria-expanded', String(open)); button.textContent = open ? '▾' : '▸'; };

  function columns(button, section) {
    const boxes = $$('.columns input', section);
    if (button.dataset.columns === 'all') boxes.forEach(box => { box.checked = true; });
    else if (button.dataset.columns === 'first') boxes.forEach(box => { box.checked = box.dataset.first === 'yes'; });
    else { shut(button); go(section, { cols: boxes.filter(box => box.checked).map(box => box.value).join(',') }); }
  }
  /** The buttons that move a column are there once the choice is opened. */
  document.addEventListener('toggle', event => {
    const panel = event.target.matches?.('details[open]') && $('.panel.columns', event.target);
    if (panel) $$('li:not(:has(.move))', panel).forEach(item => item.append(movers(item.textContent.trim())));
  }, true);
  const movers = column => make('span', { class: 'move' }, ...[['up', 'left', '↑'], ['down', 'right', '↓']].map(([way, side, sign]) => make('button', { type: 'button', class: 'btn plain', 'data-move': way, 'aria-label': `Move ${column} to the ${side}` }, sign)));
  function move(button) {
    const item = button.closest('li');
    if (button.dataset.move === 'up') item.previousElementSibling?.before(item); else item.nextElementSibling?.after(item);
    button.focus();
  }

  const PAUSE = 350;
  const waiting = new WeakMap();
  const forget = section => { clearTimeout(waiting.get(section)?.timer); waiting.delete(section); };
  document.addEventListener('input', event => {
    if (!event.target.matches('.search input[type=search]')) return;
    const section = tableOf(event.target);
    if (!section) return;
    forget(section);
    waiting.set(section, { field: event.target, timer: setTimeout(() => go(section, { q: event.target.value }), PAUSE) });
  });

  /** A request that comes before a pause in typing asks for what was typed too. */
  function withTyped(section, url) {
    const typedIn = waiting.get(section);
    if (!typedIn) return url;
    forget(section);
    url.searchParams.set((section.dataset.prefix ?? '') + 'q', typedIn.field.value);
    return url;
  }
  const shut = element => { const panel = element.closest('details.drop'); if (panel) panel.open = false; };
  document.addEventListener('change', event => { if (event.target.matches('select[data-length]')) load(tableOf(event.target), event.target.value); });
  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('.search') || !tableOf(form)) return;
    event.preventDefault();
    forget(tableOf(form));
    go(tableOf(form), { q: $('input[type=search]', form).value });
  });

  onClick('.data thead a', (link, event) => load(tableOf(link), event.shiftKey ? link.dataset.add : link.href));
  onClick('a[data-load]', link => { const section = tableOf(link); shut(link); if (link.closest('.chip, .empty') || link.matches('.plain')) forget(section); load(section, link.href); });
  onClick('a.retry', link => { if (tableOf(link)) load(tableOf(link), location.href, false); else location.reload(); });
  onClick('.fold', button => fold(button, button.closest('section')));
  onClick('.tabs a[data-tab]', tab);
  onClick('[data-tab-link]', lane => {
    const link = $(`.tabs a[data-tab="${CSS.escape(lane.dataset.tabLink)}"]`);
    if (link) tab(link).then(() => link.scrollIntoView({ block: 'center' })); else location.href = lane.href;
  });
  onClick('button.unfold', button => unfold(button, tableOf(button)));
  onClick('[data-columns]', button => columns(button, tableOf(button)));
  onClick('[data-move]', move);
  Object.assign(egcg, { tableOf, load, go, shut, swap, asking });
  // when the other scripts are listening too
  document.addEventListener('DOMContentLoaded', () => $$('section.table').forEach(section => { prepare(section); beginAtWhatDecides(section); }));
})();
