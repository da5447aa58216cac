// Shared by all checks: what is seen, what is behind it, how far two colours are from each other,
// and how an element is called in a finding. In: the document. Out: window.granskning.
window.granskning = (() => {
  const ACTS = "a[href], button, input:not([type=hidden]), select, textarea, summary, " +
    "[tabindex], [role=button], [role=link], [contenteditable=true]";
  const SKIPPED = "script, style, template, noscript, option, title, [hidden], svg";

  /** Words for a finding: where, and what is written there. */
  function called(e) {
    const name = e.localName + (e.id ? `#${e.id}` : [...e.classList].map((c) => `.${c}`).join(""));
    const parent = e.parentElement;
    const within = e.id || !parent || parent === document.body ? "" :
      `${parent.localName}${parent.id ? `#${parent.id}` : ""}${
        parent.classList.length ? `.${parent.classList[0]}` : ""} > `;
    const text = (e.textContent || e.value || "").replace(/\s+/g, " ").trim().slice(0, 30);
    return `${within}${name}${text ? ` "${text}"` : ""}`;
  }

  function there(e) {
    return e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  }

  /** Read aloud but not seen: clipped to nothing, or parked outside the page. */
  function parked(e) {
    for (let one = e; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.clipPath === "inset(50%)") return true;
      const box = one.getBoundingClientRect();
      if (style.position === "absolute" && (box.bottom + scrollY <= 0 || box.right + scrollX <= 0)) {
        return true;
      }
    }
    return false;
  }

  function seen(e) {
    const box = e.getBoundingClientRect();
    return there(e) && box.width > 0 && box.height > 0 && !parked(e);
  }

  /** Every piece of text one sees: [node, the element it stands in]. */
  function texts(root = document.body) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (/[\p{L}\p{N}]/u.test(node.data) && !node.parentElement.closest(SKIPPED) &&
          seen(node.parentElement)) found.push([node, node.parentElement]);
    }
    return found;
  }

  function boxesOf(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  }

  /** The nearest element that is not part of a line. */
  function block(e) {
    while (e !== document.body && /^(inline|contents)$/.test(getComputedStyle(e).display)) {
      e = e.parentElement;
    }
    return e;
  }

  function colour(text) {
    const [r, g, b, a = 1] = (text.match(/[\d.]+(e-\d+)?/g) ?? [0, 0, 0, 0]).map(Number);
    return text.startsWith("color(") ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
  }

  const over = ([r, g, b, a], under) =>
    [r, g, b].map((part, i) => part * a + under[i] * (1 - a)).concat(1);

  function canvas() {
    const probe = document.createElement("i");
    document.body.append(probe);
    probe.style.setProperty("background-color", "Canvas");
    const found = colour(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return found;
  }

  /** The colour behind an element's own text, or (outside) behind its border. */
  function behind(e, { outside = false } = {}) {
    const layers = [];
    for (let one = outside ? e.parentElement : e; one; one = one.parentElement) {
      const layer = colour(getComputedStyle(one).backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reverse().reduce((under, layer) => over(layer, under), canvas());
  }

  function light(parts) {
    const [r, g, b] = parts.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(one, other) {
    const [high, low] = [light(one), light(over(other, one))].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  }

  /** How a line (border or outline) stands out from what is around it; 0 when there is none. */
  function lineContrast(style, width, ink, around) {
    if (/none|hidden/.test(style) || parseFloat(width) < 1) return 0;
    return contrast(around, over(colour(ink), around));
  }

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const once = (found) => [...new Set(found)];

  return { ACTS, all, behind, block, boxesOf, called, colour, contrast, lineContrast, once, over,
    parked, seen, texts, there };
})();
