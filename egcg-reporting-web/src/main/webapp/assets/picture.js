// Pictures of what a page shows as markup: plates and timelines as drawings (SVG) or pictures (PNG). Boxes, hatchings and
// text are drawn where the browser has put them, with the colours that they have now.
'use strict';
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const ROOM = 16, HEAD = 34, SHARPNESS = 2;
  const DRAWN = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'paint-order', 'font-size', 'font-weight', 'font-family', 'text-anchor'];
  const drawing = (name, attributes = {}, ...children) => { const element = document.createElementNS(SVG, name); for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value); element.append(...children); return element; };
  const isClear = colour => colour === 'transparent' || /^rgba\(.*, 0\)$/.test(colour);
  const isHidden = (element, style) => style.display === 'none' || style.visibility === 'hidden' || element.matches('.sr, [hidden]');

  function draw(root, title) {
    const frame = root.getBoundingClientRect(), page = getComputedStyle(document.body), hatchings = new Map();
    const width = root.scrollWidth + 2 * ROOM, height = root.scrollHeight + HEAD + 2 * ROOM;
    const place = box => ({ x: box.left - frame.left + root.scrollLeft + ROOM, y: box.top - frame.top + root.scrollTop + HEAD + ROOM, width: box.width, height: box.height });
    const surface = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
    const definitions = drawing('defs');
    const heading = drawing('text', { x: ROOM, y: ROOM + 16, 'font-size': 16, 'font-weight': 600, 'font-family': page.fontFamily, fill: page.color }, title);
    const picture = drawing('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` }, definitions, drawing('rect', { width, height, fill: surface }), heading);

    /** Lines of a hatching, once for each kind. */
    function hatching(image) {
      const angle = Number(/(-?\d+)deg/.exec(image)?.[1] ?? 45), colour = /(rgba?|color|oklab|lab)\([^)]*\)/.exec(image)?.[0] ?? page.color, known = angle + colour;
      if (!hatchings.has(known)) {
        hatchings.set(known, 'hatching' + hatchings.size);
        definitions.append(drawing('pattern', { id: hatchings.get(known), width: 9, height: 9, patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${angle})` }, drawing('rect', { width: 9, height: 3, fill: colour })));
      }
      return `url(#${hatchings.get(known)})`;
    }

    function box(element, style) {
      const at = place(element.getBoundingClientRect()), border = parseFloat(style.borderTopWidth) || 0;
      const shape = { ...at, x: at.x + border / 2, y: at.y + border / 2, width: Math.max(0, at.width - border), height: Math.max(0, at.height - border), rx: parseFloat(style.borderTopLeftRadius) || 0 };
      const line = border > 0 && style.borderTopStyle !== 'none' ? { stroke: style.borderTopColor, 'stroke-width': border, ...(style.borderTopStyle === 'dashed' ? { 'stroke-dasharray': '4 3' } : {}) } : {};
      if (!isClear(style.backgroundColor) || line.stroke) picture.append(drawing('rect', { ...shape, fill: isClear(style.backgroundColor) ? 'none' : style.backgroundColor, ...line }));
      if (style.backgroundImage.includes('gradient')) picture.append(drawing('rect', { ...shape, fill: hatching(style.backgroundImage) }));
    }

    /** Text within the bounds of its element, which may be too small for it. */
    function words(node, style) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const at = place(range.getBoundingClientRect()), bounds = place(node.parentElement.getBoundingClientRect()), size = parseFloat(style.fontSize);
      if (!node.data.trim() || at.width === 0) return;
      picture.append(drawing('svg', { ...bounds, height: Math.max(bounds.height, at.height) }, drawing('text', { x: at.x - bounds.x, y: at.y - bounds.y + at.height / 2 + size * 0.35, 'font-size': size, 'font-weight': style.fontWeight, 'font-family': style.fontFamily, fill: style.color }, node.data.trim())));
    }

    function graphic(element) {
      const copy = element.cloneNode(true), originals = element.querySelectorAll('*');
      copy.querySelectorAll('*').forEach((each, index) => { const style = getComputedStyle(originals[index]); DRAWN.forEach(name => each.setAttribute(name, style.getPropertyValue(name))); });
      for (const [name, value] of Object.entries(place(element.getBoundingClientRect()))) copy.setAttribute(name, value);
      ['class', 'role', 'aria-label'].forEach(name => copy.removeAttribute(name));
      copy.querySelectorAll('[tabindex]').forEach(each => each.removeAttribute('tabindex'));
      picture.append(copy);
    }

    function visit(element) {
      const style = getComputedStyle(element);
      if (isHidden(element, style)) return;
      if (element.namespaceURI === SVG) { graphic(element); return; }
      box(element, style);
      element.childNodes.forEach(child => { if (child.nodeType === Node.ELEMENT_NODE) visit(child); else if (child.nodeType === Node.TEXT_NODE) words(child, style); });
    }

    visit(root);
    return { text: new XMLSerializer().serializeToString(picture), width, height };
  }

  function save(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  async function painted({ text, width, height }) {
    const image = new Image();
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * SHARPNESS, height * SHARPNESS];
    const brush = canvas.getContext('2d');
    brush.scale(SHARPNESS, SHARPNESS);
    brush.drawImage(image, 0, 0);
    return new Promise(done => canvas.toBlob(done, 'image/png'));
  }

  /** Saves what an element shows, as svg or png. */
  async function egcgPicture(root, title, kind) {
    const drawn = draw(root, title), name = title.replace(/[^A-Za-z0-9._-]+/g, '_') + '.' + kind;
    save(kind === 'svg' ? new Blob([drawn.text], { type: 'image/svg+xml' }) : await painted(drawn), name);
  }
  window.egcgPicture = egcgPicture;
})();
