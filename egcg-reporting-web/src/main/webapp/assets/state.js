// What a visitor has unfolded, scrolled and selected is as it was after a reload, and when he comes back.
'use strict';
(() => {
  const { $, $$, load, picked, showPicks } = egcg;
  const kept = 'egcg.state ' + location.pathname;
  const sections = () => $$('section.table[data-key]');

  addEventListener('pagehide', () => {
    const state = {
      away: $$('section.folded-away[id]').map(section => section.id),
      opened: sections().filter(section => section.dataset.unfolded).map(section => section.id),
      scrolled: sections().map(section => [section.id, $('.tablewrap', section)?.scrollLeft ?? 0, $('.tablewrap', section)?.scrollTop ?? 0]).filter(([, x, y]) => x || y),
      picked: [...picked].map(([key, rows]) => [key, [...rows]]).filter(([, rows]) => rows.length),
      y: scrollY,
    };
    try { sessionStorage.setItem(kept, JSON.stringify(state)); } catch { /* private window, or too much */ }
  });

  const read = () => { try { return JSON.parse(sessionStorage.getItem(kept)); } catch { return null; } };

  async function restore(state) {
    state.picked.forEach(([key, rows]) => picked.set(key, new Map(rows)));
    for (const id of state.away) $('.fold', document.getElementById(id) ?? document)?.click();
    const folded = state.opened.map(id => document.getElementById(id)).filter(section => section?.classList.contains('folded'));
    await Promise.all(folded.map(async section => { const fresh = await load(section, location.href, false); if (fresh) fresh.dataset.unfolded = 'yes'; }));
    for (const [id, x, y] of state.scrolled) { const wrap = $('#' + CSS.escape(id) + ' .tablewrap'); if (wrap) { wrap.scrollLeft = x; wrap.scrollTop = y; } }
    sections().filter(section => section.dataset.action).forEach(showPicks);
    scrollTo(0, state.y);
  }

  document.addEventListener('DOMContentLoaded', () => {
    const way = performance.getEntriesByType('navigation')[0]?.type;
    const state = way === 'reload' || way === 'back_forward' ? read() : null;
    if (state) restore(state);
  });
})();
