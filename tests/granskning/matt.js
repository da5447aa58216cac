// What can be measured with a ruler: targets, letters, lines, what sticks out, is cut or collides.
(() => {
  const { all, block, boxesOf, called, once, seen, texts } = granskning;
  const CONTROLS = "button, input:not([type=hidden]), select, textarea, summary, [role=button], " +
    "[role=checkbox], [role=tab], [role=switch]";
  const ROOM = 0.5; // px: what browsers round

  function joined(boxes) {
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    return { width: Math.max(...boxes.map((box) => box.right)) - left,
      height: Math.max(...boxes.map((box) => box.bottom)) - top };
  }

  /** A box to tick is as large as the label that ticks it. */
  function pressed(e) {
    const ticked = e.matches("[type=checkbox], [type=radio]");
    return joined([e, ...(ticked ? e.labels : [])].map((one) => one.getBoundingClientRect()));
  }

  /** Is the link a piece of a sentence, or something one goes to a list, menu or card for? */
  function inSentence(link) {
    if (link.closest("nav, header, th, dt, h1, h2, h3, h4")) return false;
    const holder = block(link.parentElement);
    const rest = all("a", holder).reduce((text, a) => text.replace(a.textContent, ""),
      holder.textContent);
    const first = holder.matches("li, dd, td") && holder.textContent.trim().startsWith(
      link.textContent.trim());
    return !first && rest.replace(/[^\p{L}]/gu, "").length > 3;
  }

  granskning.targets = ({ large, small }) => {
    const found = [];
    for (const e of all(`a[href], ${CONTROLS}`).filter(seen)) {
      const inline = e.matches("a") && inSentence(e);
      if (inline && getComputedStyle(e).display === "inline") continue; // as high as its line
      const { width, height } = pressed(e);
      const [high, wide] = inline ? [small, small] : [large, e.matches("a") ? small : large];
      if (height + ROOM < high || width + ROOM < wide) {
        found.push(`${called(e)}: ${Math.round(width)} × ${Math.round(height)} px, minst ${wide} × ${
          high}`);
      }
    }
    return found;
  };

  granskning.letters = (least) => once(texts()
    .filter(([, e]) => parseFloat(getComputedStyle(e).fontSize) + 0.01 < least)
    .map(([, e]) => `${called(e)}: bokstäverna är ${getComputedStyle(e).fontSize}, minst ${least}`));

  /** Widths of the lines of a block, by where they stand. */
  function lines(pieces) {
    const rows = [];
    for (const box of pieces.flatMap(([node]) => boxesOf(node))) {
      const middle = (box.top + box.bottom) / 2;
      const row = rows.find(({ top, bottom }) => middle > top && middle < bottom);
      if (row) {
        row.left = Math.min(row.left, box.left);
        row.right = Math.max(row.right, box.right);
      } else {
        rows.push({ top: box.top, bottom: box.bottom, left: box.left, right: box.right });
      }
    }
    return rows.map(({ left, right }) => right - left);
  }

  granskning.longLines = (most) => {
    const blocks = new Map();
    for (const [node, e] of texts()) {
      const holder = block(e);
      blocks.set(holder, [...(blocks.get(holder) ?? []), [node, e]]);
    }
    return [...blocks].flatMap(([holder, pieces]) => {
      const widths = lines(pieces);
      const letters = pieces.map(([node]) => node.data.replace(/\s+/g, " ")).join("").trim().length;
      const longest = Math.floor(
        letters * Math.max(...widths) / widths.reduce((sum, width) => sum + width, 0));
      return longest > most ? [`${called(holder)}: ${longest} tecken på raden, högst ${most}`] : [];
    });
  };

  const scrolls = (e) => /auto|scroll/.test(getComputedStyle(e).overflowX);

  function inScroller(e) {
    for (let one = e.parentElement; one && one !== document.body; one = one.parentElement) {
      if (scrolls(one)) return true;
    }
    return false;
  }

  granskning.sticksOut = () => {
    const root = document.documentElement;
    const wide = root.clientWidth;
    const out = all("body *").filter((e) => {
      const box = e.getBoundingClientRect();
      return (box.right > wide + 1 || box.left < -1) && seen(e) && !inScroller(e);
    });
    const leaves = out.filter((e) => !out.some((other) => other !== e && e.contains(other)));
    const found = leaves.map((e) => `${called(e)}: sticker ut ur fönstret på ${wide} px`);
    const more = root.scrollWidth - root.clientWidth;
    return found.length || more <= 0 ? found : [`html: ${more} px för bred på ${wide} px`];
  };

  granskning.cut = () => all("body *").filter((e) => {
    const style = getComputedStyle(e);
    const x = /hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 2;
    const y = /hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 2;
    return (x || y) && seen(e) && e.textContent.trim() && !e.matches("input, select");
  }).map((e) => `${called(e)}: texten klipps`);

  /** Letters on top of other letters. Boxes of letters are higher than the letters. */
  granskning.collides = () => {
    const found = [];
    const rows = texts().flatMap(([node, e]) => boxesOf(node).map((box) => ({
      e, top: box.top + box.height * 0.25, bottom: box.bottom - box.height * 0.25,
      left: box.left + 2, right: box.right - 2 }))).sort((a, b) => a.top - b.top);
    rows.forEach((a, i) => {
      for (let j = i + 1; j < rows.length && rows[j].top < a.bottom; j += 1) {
        const b = rows[j];
        const apart = a.e === b.e || b.left >= a.right || a.left >= b.right;
        if (!apart) found.push(`${called(a.e)}: ligger på ${called(b.e)}`);
      }
    });
    return once(found);
  };

  /** Sizes of the letters, in the order of the page. */
  granskning.sizes = () => texts().filter(([, e]) => !e.closest("svg")).map(([, e]) =>
    [called(e), parseFloat(getComputedStyle(e).fontSize)]);
})();
