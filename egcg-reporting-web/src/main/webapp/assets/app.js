// What the scripts of the pages share: elements, requests, notices, dialogs, and who answers which click.
// Text from documents only ever becomes text, never markup.
'use strict';
window.egcg = (() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const csrf = () => $('meta[name=csrf]')?.content ?? '';
  const say = text => { const live = $('#announce'); if (live) { live.textContent = ''; setTimeout(() => { live.textContent = text; }, 50); } };
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'class') element.className = value;
      else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
  };
  const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window */ } };
  const post = (path, fields) => fetch(path, { method: 'POST', headers: { 'X-CSRF-Token': csrf() }, body: new URLSearchParams(fields) });
  const messageOf = async answer => { try { const body = await answer.json(); return body.message ?? body._error?.message; } catch { return null; } };

  // --- clicks: the first who asked for what was clicked gets it ---------------------------------------------------
  const clicks = [];
  /** Calls when an element of a selector is clicked; links opened in a tab of their own go their way. */
  const onClick = (selector, answer) => clicks.push([selector, answer]);
  document.addEventListener('click', event => {
    const target = event.target.closest('a, button, summary');
    if (!target || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey) return;
    const [, answer] = clicks.find(([selector]) => target.matches(selector)) ?? [];
    if (!answer) return;
    if (target.matches('a')) event.preventDefault();
    answer(target, event);
  });

  // --- notices, dialogs, the clipboard ----------------------------------------------------------------------------
  function dialog(title, body, foot) {
    const close = make('button', { type: 'button', class: 'btn plain', 'aria-label': 'Close' }, '×');
    const box = make('dialog', { 'aria-label': title }, make('header', {}, make('h2', {}, title), close), body, foot);
    close.addEventListener('click', () => box.close());
    box.addEventListener('close', () => box.remove());
    document.body.append(box);
    box.showModal();
    return box;
  }

  async function copyText(text, said) { try { await navigator.clipboard.writeText(text); notice(said); } catch { notice('The browser did not allow copying.'); } }
  async function copyRows(href) {
    const answer = await fetch(href);
    if (answer.ok) copyText(await answer.text(), 'Rows copied'); else notice('The rows could not be copied.');
  }
  function notice(text) {
    $('.toast')?.remove();
    const box = make('div', { class: 'selbar toast' }, text);
    $('main').append(box);
    say(text);
    setTimeout(() => box.remove(), 3500);
  }

  // a page that answered a form is asked for again when it is loaded again, and the form not sent a second time
  history.replaceState(history.state, '', location.href);

  // --- how the pages look -----------------------------------------------------------------------------------------
  function density() {
    const comfortable = document.documentElement.dataset.density !== 'comfortable';
    if (comfortable) document.documentElement.dataset.density = 'comfortable'; else delete document.documentElement.dataset.density;
    remember('egcg.density', comfortable ? 'comfortable' : 'dense');
    $$('[data-density]').forEach(button => { if (button.matches('button')) button.setAttribute('aria-pressed', String(comfortable)); });
  }

  function theme() {
    const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    remember('egcg.theme', next);
    document.documentElement.dataset.theme = next;
    say(next + ' colours');
    dispatchEvent(new CustomEvent('egcg:theme'));
  }

  // --- what goes on beyond an edge fades there -------------------------------------------------------------
  const EDGES = '.tablewrap, .platewrap, .seg, .tabs, .helptopics, .topbar .menu';
  const edge = box => {
    if (!box?.matches(EDGES)) return;
    if (box.scrollWidth - box.clientWidth - box.scrollLeft > 1) box.dataset.beyond = box.offsetWidth - box.clientWidth > 4 ? 'bar' : '';
    else delete box.dataset.beyond;
    box.toggleAttribute('data-before', box.scrollLeft > 1);
  };
  const sizes = new ResizeObserver(entries => entries.forEach(({ target }) => edge(target.matches(EDGES) ? target : target.parentElement)));
  const watch = node => {
    if (node.nodeType !== 1) return;
    if (node.parentElement?.matches(EDGES)) sizes.observe(node);
    for (const box of [...(node.matches(EDGES) ? [node] : []), ...$$(EDGES, node)]) [box, ...box.children].forEach(part => sizes.observe(part));
  };
  watch(document.body);
  new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(watch))).observe(document.body, { childList: true, subtree: true });
  addEventListener('scroll', event => { if (event.target !== document) edge(event.target); }, { capture: true, passive: true });

  // the signs at the edges of lines of links are no elements of their own
  addEventListener('click', ({ target, clientX }) => {
    if (!target.matches?.('.topbar .menu, .seg, .helptopics')) return;
    const { left, width } = target.getBoundingClientRect();
    target.scrollBy({ left: clientX < left + width / 2 ? -200 : 200 });
  });

  onClick('[data-copy]', target => copyRows(target.dataset.copy));
  onClick('[data-copy-link]', () => copyText(location.href, 'Link copied'));
  onClick('[data-copy-text]', target => copyText($('#' + target.dataset.copyText).textContent, 'Copied'));
  onClick('[data-copy-list]', target => copyText($$('#' + target.dataset.copyList + ' li').map(item => item.textContent).join('\n'), 'Copied'));
  onClick('[data-tour-end]', async button => {
    const answer = await post('/ui/views', { table: 'the tour', name: 'seen', query: '', shared: 'false' });
    if (answer.ok) button.closest('section').remove(); else notice('The server did not answer.');
  });
  onClick('[data-print]', () => print());
  onClick('[data-density]', density);
  onClick('[data-theme-switch]', theme);
  onClick('[data-unfold]', target => {
    const box = $('#' + target.dataset.unfold);
    box.hidden = !box.hidden;
    target.setAttribute('aria-expanded', String(!box.hidden));
  });
  $$('button[data-density]').forEach(button => button.setAttribute('aria-pressed', String(document.documentElement.dataset.density === 'comfortable')));
  return { $, $$, make, say, post, messageOf, remember, onClick, dialog, notice };
})();
