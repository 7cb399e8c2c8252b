// Sets light or dark before anything is drawn: as chosen, else as the system says.
(() => {
  const root = document.documentElement;
  const chosen = () => { try { return localStorage.getItem('egcg.theme'); } catch { return null; } };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => { root.dataset.theme = chosen() || (dark.matches ? 'dark' : 'light'); };
  apply();
  dark.addEventListener('change', apply);
  // paper is white
  addEventListener('beforeprint', () => { root.dataset.theme = 'light'; });
  addEventListener('afterprint', apply);
  // chosen in another tab
  addEventListener('storage', event => { if (event.key === 'egcg.theme') { apply(); dispatchEvent(new CustomEvent('egcg:theme')); } });
  try { if (localStorage.getItem('egcg.density') === 'comfortable') root.dataset.density = 'comfortable'; } catch { /* private window */ }
})();
