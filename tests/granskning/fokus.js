// What the keyboard meets: the stops in their order, and how each looks when it has the focus.
(() => {
  const { ACTS, all, behind, boxesOf, called, colour, contrast, lineContrast, over, seen } = granskning;

  const isFirstOfRadios = (e) => e.type !== "radio" || !e.name || e.checked ||
    !document.querySelector(`[type=radio][name="${CSS.escape(e.name)}"]:checked`);

  /** What one is to reach with Tab, in the order of the page. The skip link waits out of sight. */
  function stops() {
    return all(ACTS).filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility(
      { visibilityProperty: true }) && isFirstOfRadios(e));
  }

  /** Note every stop from now on. */
  granskning.record = () => {
    granskning.met = [];
    granskning.planned = stops();
    fromTheTop();
    document.addEventListener("focusin", ({ target }) => granskning.met.push(target), true);
    return granskning.planned.length;
  };

  /** Tab goes on from where something last was pressed; a stop that goes away leaves its place. */
  function fromTheTop() {
    const first = document.createElement("i");
    first.tabIndex = -1;
    document.body.prepend(first);
    first.focus();
    first.remove();
    scrollTo(0, 0);
  }

  /** Compare what Tab met, there and back, with what stands on the page. */
  granskning.walked = (turn) => {
    const { planned } = granskning;
    const there = granskning.met.slice(0, turn).filter((e) => planned.includes(e));
    const back = granskning.met.slice(turn).filter((e) => planned.includes(e));
    return [...differs(there, planned, "Tab"), ...differs(back, [...planned].reverse(), "Shift+Tab")];
  };

  function differs(met, wanted, key) {
    const missed = wanted.filter((e) => !met.includes(e));
    if (missed.length) return [`${called(missed[0])}: nås inte med ${key} (${missed.length} saknas)`];
    const start = met.indexOf(wanted[0]);
    const wrong = wanted.findIndex((e, i) => met[start + i] !== e);
    return wrong < 0 ? [] : [`${called(wanted[wrong])}: nås i fel ordning med ${key}`];
  }

  /** The next stop is further down, or beside in the direction of reading. */
  granskning.jumps = () => {
    const rtl = getComputedStyle(document.body).direction === "rtl";
    const boxes = stops().filter(seen).map((e) => [e, boxesOf(e)[0] ?? e.getBoundingClientRect()])
      .map(([e, box]) => [e, rtl ? { ...flat(box), left: -box.right, right: -box.left } : flat(box)]);
    return boxes.slice(1).flatMap(([e, box], i) => {
      const [before, last] = boxes[i];
      const above = box.bottom < last.top - 1 && box.left < last.right - 1;
      const sameRow = Math.min(box.bottom, last.bottom) - Math.max(box.top, last.top) >
        Math.min(box.height, last.height) / 2;
      const backwards = sameRow && box.right <= last.left + 1;
      return above || backwards ? [`${called(e)}: står före ${called(before)} men nås efter`] : [];
    });
  };

  const flat = ({ left, right, top, bottom, height }) => ({ left, right, top, bottom, height });

  /** The best contrast of a frame two pixels wide or more: the outline, or a ring of shadow. */
  function frame(e, style) {
    const around = behind(e, { outside: true });
    const wide = parseFloat(style.outlineWidth) >= 2 ? style.outlineStyle : "none";
    const line = lineContrast(wide, style.outlineWidth, style.outlineColor, around);
    const rings = [...style.boxShadow.matchAll(/(rgba?\([^)]*\)|color\([^)]*\)) 0px 0px 0px (\d+)px/g)];
    return Math.max(line, ...rings.filter(([, , size]) => size >= 2).map(([, ink]) =>
      contrast(around, over(colour(ink), around))));
  }

  /** Is any part of what has focus outside the window or beneath something else? */
  function hiddenBy(e) {
    const [box] = [...boxesOf(e), e.getBoundingClientRect()];
    if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1) {
      return "utanför fönstret";
    }
    const spots = [[0.5, 0.5], [0.1, 0.15], [0.9, 0.15], [0.1, 0.85], [0.9, 0.85]];
    for (const [x, y] of spots) {
      const at = [box.left + box.width * x, box.top + box.height * y];
      const top = document.elementFromPoint(...at);
      const inside = at[0] > 0 && at[1] > 0 && at[0] < innerWidth && at[1] < innerHeight;
      const own = !top || e.contains(top) || top.contains(e) || top.closest("label")?.control === e;
      if (inside && !own && isPainted(top, e)) return `under ${called(top)}`;
    }
    return "";
  }

  /** What lies above but has no colour of its own hides nothing. */
  function isPainted(top, e) {
    for (let one = top; one && !one.contains(e); one = one.parentElement) {
      if (colour(getComputedStyle(one).backgroundColor)[3] > 0) return true;
    }
    return false;
  }

  /** A frame that the edge of a box cuts off on more than one side. */
  function cutBy(e, style) {
    const box = e.getBoundingClientRect();
    const out = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset) - 1;
    for (let one = e.parentElement; one && one !== document.body; one = one.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(one);
      const edge = one.getBoundingClientRect();
      const cut = [
        overflowX !== "visible" && box.left - out < edge.left,
        overflowX !== "visible" && box.right + out > edge.right,
        overflowY !== "visible" && box.top - out < edge.top,
        overflowY !== "visible" && box.bottom + out > edge.bottom,
      ].filter(Boolean);
      if (cut.length > 1) return called(one);
    }
    return "";
  }

  function look(e) {
    e.focus();
    if (document.activeElement !== e) return [`${called(e)}: tar inte emot fokus`];
    const style = getComputedStyle(e);
    const found = [];
    const strength = frame(e, style);
    if (strength < 3) found.push(`fokusramen har kontrasten ${strength.toFixed(1)}, minst 3`);
    const words = contrast(behind(e), over(colour(style.color), behind(e)));
    if (e.textContent.trim() && words < 4.5) found.push(`texten i fokus har ${words.toFixed(1)}`);
    const cover = hiddenBy(e);
    if (cover) found.push(`i fokus ${cover}`);
    const edge = cutBy(e, style);
    if (edge) found.push(`fokusramen klipps av ${edge}`);
    return found.map((what) => `${called(e)}: ${what}`);
  }

  /** Each stop in turn, downwards and then upwards, as a sticky head hides what is met upwards. */
  granskning.looks = () => {
    const planned = stops();
    scrollTo(0, 0);
    return granskning.once([...planned, ...planned.toReversed()].flatMap(look));
  };
})();
