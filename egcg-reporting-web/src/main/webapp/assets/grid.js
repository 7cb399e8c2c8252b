// Tables from the keyboard: one stop for the tab key in each, arrow keys from cell to cell and from thing to thing in them.
'use strict';
(() => {
  const { $, $$, make, notice, onKey } = egcg;
  const THING = 'a[href], button, input, select, [tabindex]';
  const MOVES = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];
  const gridOf = element => element.closest?.('.data[role=grid]');
  const rowsOf = grid => [...grid.rows].filter(row => !row.matches('.group'));
  const things = (cell, grid) => $$(THING, cell).filter(thing => gridOf(thing) === grid && !thing.closest('.pop') && !thing.matches('.colmenu'));
  const targets = (cell, grid) => { const inside = things(cell, grid); return inside.length > 0 ? inside : [cell]; };
  const cellOf = (element, grid) => { let cell = element.closest('td, th'); while (cell && gridOf(cell) !== grid) cell = cell.parentElement.closest('td, th'); return cell; };

  function prepare(grid) {
    grid.setAttribute('role', 'grid');
    if ($('input[data-pick]', grid)) grid.setAttribute('aria-multiselectable', 'true');
    const wrap = grid.parentElement;
    if (wrap.matches('.tablewrap')) wrap.removeAttribute('tabindex');
    things(grid, grid).forEach(thing => thing.setAttribute('tabindex', '-1'));
    const first = grid.tBodies[0]?.rows[0]?.cells[0] ?? rowsOf(grid)[0]?.cells[0];
    if (first) targets(first, grid)[0].setAttribute('tabindex', '0');
  }

  /** The tab key comes back to where one was. */
  function stop(target, grid) {
    $$('[tabindex="0"]', grid).filter(other => gridOf(other) === grid && other !== target).forEach(other => { if (other.matches('td:not([data-tip]), th:not([data-tip])')) other.removeAttribute('tabindex'); else other.setAttribute('tabindex', '-1'); });
    target.setAttribute('tabindex', '0');
  }

  function go(target, grid) { stop(target, grid); target.focus(); }

  function sideways(target, cell, grid, by) {
    const line = [...cell.parentElement.cells].flatMap(one => targets(one, grid));
    return line[line.indexOf(target) + by];
  }

  function upright(cell, grid, by) {
    const rows = rowsOf(grid), at = rows.indexOf(cell.parentElement);
    const row = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    return row === cell.parentElement ? null : targets(row.cells[Math.min(cell.cellIndex, row.cells.length - 1)], grid)[0];
  }

  function next(target, cell, grid, event) {
    const rows = rowsOf(grid), row = event.ctrlKey ? (event.key === 'Home' ? rows[0] : rows.at(-1)) : cell.parentElement;
    const window = Math.max(1, Math.floor(grid.parentElement.clientHeight / cell.parentElement.offsetHeight) - 2);
    switch (event.key) {
      case 'ArrowLeft': return sideways(target, cell, grid, -1);
      case 'ArrowRight': return sideways(target, cell, grid, 1);
      case 'ArrowUp': return upright(cell, grid, -1);
      case 'ArrowDown': return upright(cell, grid, 1);
      case 'PageUp': return upright(cell, grid, -window);
      case 'PageDown': return upright(cell, grid, window);
      case 'Home': return targets(row.cells[0], grid)[0];
      default: return targets([...row.cells].at(-1), grid).at(-1);
    }
  }

  document.addEventListener('keydown', event => {
    const grid = gridOf(event.target);
    if (!grid || event.target.closest('.pop') || event.altKey || event.metaKey) return;
    const target = event.target, cell = cellOf(target, grid);
    if (!cell) return;
    if (MOVES.includes(event.key)) {
      event.preventDefault();
      const to = next(target, cell, grid, event);
      if (to) go(to, grid);
    } else if (event.key === ' ' && (event.shiftKey || !target.matches('button, input'))) {
      const box = $('input[data-pick=row]', cell.parentElement);
      event.preventDefault();
      box?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: event.shiftKey }));
    } else if (event.key === 'Enter' && target.matches('td, th, input')) $('th.key a', cell.parentElement)?.click();
  });

  document.addEventListener('focusin', event => {
    const grid = gridOf(event.target);
    if (grid && !event.target.closest('.pop') && event.target.tabIndex === -1) stop(event.target, grid);
  });

  /** Where one is in a table whose rows come back: the row and the cell. */
  function whereIn(section) {
    const grid = gridOf(document.activeElement);
    if (!grid || !section.contains(grid)) return null;
    const cell = cellOf(document.activeElement, grid);
    return { key: cell.parentElement.dataset.key, at: rowsOf(grid).indexOf(cell.parentElement), cell: cell.cellIndex };
  }

  function backTo(section, where) {
    const grid = $('.tablewrap > .data', section);
    if (!grid) return false;
    const rows = rowsOf(grid);
    const row = rows.find(one => where.key && one.dataset.key === where.key) ?? rows[Math.min(where.at, rows.length - 1)];
    go(targets(row.cells[Math.min(where.cell, row.cells.length - 1)], grid)[0], grid);
    return true;
  }

  function toRows() {
    const grid = $('.data[role=grid]');
    if (grid) $$('[tabindex="0"]', grid).find(thing => gridOf(thing) === grid)?.focus();
  }

  document.addEventListener('egcg:table', event => $$('.tablewrap > .data, .childtable > .data', event.target).forEach(prepare));
  document.addEventListener('DOMContentLoaded', () => {
    if (!$('.tablewrap > .data')) return;
    const skip = make('a', { class: 'skip', href: '#main' }, 'Skip to the rows');
    skip.addEventListener('click', event => { event.preventDefault(); toRows(); });
    $('a.skip')?.after(skip);
  });
  document.addEventListener('keydown', event => { if (event.key === 'Escape' && event.target.closest?.('.selbar')) toRows(); });

  onKey('r', 'Everywhere', 'To the rows of the table', toRows);
  onKey('q', 'Everywhere', 'To the search of the table', () => $('.search input[type=search]')?.focus());
  onKey('s', 'Everywhere', 'To what can be done with the selected rows; Esc goes back to them', () => { const button = $('.selbar:not(.toast) :is(button, a.btn)'); if (button) button.focus(); else notice('No rows are selected.'); });
  Object.assign(egcg, { whereIn, backTo, toRows });
})();
