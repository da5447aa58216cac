// What can be seen in a page as it stands. Each check returns findings, one line each.
// Injected by tests/granskning/sida.py; `window.granska` is the only name it leaves.
window.granska = (() => {
  const PRESSED = "a[href], button, input, select, textarea, summary, [role=button], [tabindex]";
  // What one acts on; a link within a sentence is let be.
  const ACTED_ON = "header a, form button, form input, form select, button, select, summary, textarea,"
    + " main .brickor a, main .dorr, main .ring a, main a[href^='tel:'], main a[href^='mailto:'],"
    + " .sidfot ul a, .smulor a, .ensam, input[type=checkbox] + label, input[type=radio] + label";
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const all = (selector, root = document) => [...root.querySelectorAll(selector)].filter(shown);
  const name = (e) => `<${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ""}${
    typeof e.className === "string" && e.className ? `.${e.className.trim().replace(/\s+/g, ".")}` : ""}> ${
    (e.textContent || e.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ").slice(0, 40)}`;
  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { data, parentElement: e } = walker.currentNode;
      if (data.trim() && !e.closest("script, style, template, option, svg") && shown(e)) {
        found.push([walker.currentNode, e]);
      }
    }
    return found;
  };
  // Words that reach into what comes after, not the air around a link, which may.
  const spillsOver = (e) => {
    const next = e.nextElementSibling;
    if (!next || !shown(next) || e.matches("select") || getComputedStyle(e).position !== "static") return false;
    const range = document.createRange();
    const below = next.getBoundingClientRect();
    const words = [...e.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return words.some((node) => {
      range.selectNodeContents(node);
      return [...range.getClientRects()].some((line) => line.bottom > below.top + 8
        && line.top < below.top && line.right > below.left && line.left < below.right);
    });
  };
  const within = (e) => { // is a link part of a running sentence?
    const block = e.closest("p, li, dd, dt, td, th, h1, h2, h3, h4, figcaption, div, section");
    return getComputedStyle(e).display === "inline" && block
      && block.textContent.trim().length > e.textContent.trim().length + 3;
  };

  const checks = {
    targets() {
      const found = [];
      for (const e of all("a[href], button, input, select, textarea, summary")) {
        if (e.matches(".hoppa")) continue;
        let { width, height } = e.getBoundingClientRect();
        const label = e.labels?.[0];
        if (label && shown(label)) {
          const box = label.getBoundingClientRect();
          height = Math.max(height, box.height);
          width = Math.max(width, box.width);
        }
        if (within(e) && !e.matches("button, input, select, summary, .ring a, header a")) continue;
        const least = e.matches(ACTED_ON) ? 43.9 : 23.9;
        if (height < least || width < 23.9) {
          found.push(`${name(e)} är ${Math.round(width)} × ${Math.round(height)} px`);
        }
      }
      return found;
    },
    text_size() {
      const found = new Set();
      for (const [, e] of texts()) {
        if (e.closest("sup, sub, .dold")) continue;
        const size = parseFloat(getComputedStyle(e).fontSize);
        if (size < 17.99) found.add(`${name(e)} har ${size} px`);
      }
      return [...found];
    },
    line_length() {
      const found = new Set();
      const canvas = document.createElement("canvas").getContext("2d");
      for (const e of all("main p, main li, main dd")) {
        if (e.closest("table, .rulla, textarea") || e.querySelector("p, li")) continue;
        const style = getComputedStyle(e);
        canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const sample = e.textContent.trim().replace(/\s+/g, " ").slice(0, 200);
        if (sample.length < 90) continue;
        const wide = canvas.measureText(sample).width / sample.length;
        const room = e.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd);
        const letters = Math.floor(room / wide);
        if (letters > 76) found.add(`${name(e)} har plats för ${letters} tecken på en rad`);
      }
      return [...found];
    },
    wider() {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth > clientWidth ? [`sidan är ${scrollWidth - clientWidth} px för bred`] : [];
    },
    clipped() {
      const found = new Set();
      for (const [node, e] of texts()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        for (let home = e; home && home !== document.body; home = home.parentElement) {
          const style = getComputedStyle(home);
          if (home.closest(".dold, .rulla, .hoppa")) break;
          const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
          const frame = home.getBoundingClientRect();
          const fixed = hides || home === e;
          const spills = box.bottom > frame.bottom + 3 || box.right > frame.right + 3 || box.left < frame.left - 3;
          if (fixed && spills && (hides || /px/.test(home.style.height))) found.add(`${name(e)} klipps av`);
          if (hides) break;
        }
      }
      const boxes = texts().filter(([, e]) => getComputedStyle(e).display !== "inline");
      for (const [, e] of boxes) {
        if (e.closest(".dold, .rulla, .hoppa, textarea")) continue;
        if (e.scrollHeight > e.clientHeight + 4 && e.clientHeight && getComputedStyle(e).overflowY !== "visible") {
          found.add(`${name(e)} klipps av`);
        }
        if (spillsOver(e)) found.add(`${name(e)} rinner över det som kommer efter`);
      }
      return [...found];
    },
    headings() {
      const found = [];
      const levels = all("h1, h2, h3, h4, h5, h6");
      const first = levels.filter((e) => e.tagName === "H1").length;
      if (first !== 1) found.push(`${first} h1`);
      let before = 1;
      for (const e of levels.filter((h) => h.closest("main"))) {
        const level = Number(e.tagName[1]);
        if (level > before + 1) found.push(`${name(e)} hoppar från h${before}`);
        if (!e.textContent.trim()) found.push("tom rubrik");
        before = level;
      }
      return found;
    },
    landmarks() {
      const found = [];
      const count = (selector) => all(selector).length;
      if (count("main") !== 1) found.push(`${count("main")} main`);
      if (count("body > header, [role=banner]") !== 1) found.push("inte ett sidhuvud");
      if (count("body > footer, [role=contentinfo]") !== 1) found.push("inte en sidfot");
      const navs = all("nav").map((e) => e.getAttribute("aria-label") || e.getAttribute("aria-labelledby"));
      if (navs.some((label) => !label)) found.push("nav utan namn");
      if (new Set(navs).size < navs.length) found.push("två nav med samma namn");
      for (const e of all("body *")) {
        if (e.parentElement === document.body && !e.closest("main, header, footer, nav, .hoppa, .demo, script, template, [role=status], .utan-nat")
          && e.textContent.trim()) found.push(`${name(e)} står utanför alla landmärken`);
      }
      const skip = document.querySelector("a.hoppa, body > a[href^='#']");
      const target = skip && document.querySelector(skip.getAttribute("href"));
      if (!target) found.push("ingen länk som hoppar till innehållet");
      else if (target.tabIndex > 0 || !target.closest("main")) found.push("hopplänken leder fel");
      return found;
    },
    names() {
      const found = [];
      const label = (e) => (e.getAttribute("aria-label")
        || (e.getAttribute("aria-labelledby") || "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join("")
        || [...(e.labels ?? [])].map((l) => l.textContent).join("") || e.textContent || e.alt
        || e.querySelector("img")?.alt || "").trim();
      for (const e of all(PRESSED)) {
        if (e.matches("main[tabindex], [tabindex='-1']")) continue;
        if (!label(e)) found.push(`${name(e)} har inget namn`);
        const seen = e.matches("a, button, summary") ? e.innerText.trim() : "";
        const said = e.getAttribute("aria-label");
        if (said && seen && /\p{L}/u.test(seen) && !said.toLowerCase().includes(seen.toLowerCase())) {
          found.push(`${name(e)} heter något annat än det som syns: ${said}`);
        }
        if (e.placeholder) found.push(`${name(e)} har platshållartext`);
        if (e.title && !e.matches("iframe")) found.push(`${name(e)} har text som bara syns vid pekning`);
      }
      for (const e of all("input:not([type=hidden]), select, textarea")) {
        if (!e.labels.length && !e.getAttribute("aria-label") && !e.getAttribute("aria-labelledby")) {
          found.push(`${name(e)} saknar etikett`);
        }
      }
      const seen = new Map();
      for (const e of all("main a[href]")) {
        const key = label(e).toLowerCase();
        if (/^(läs mer|här|klicka här|mer|read more|here)$/.test(key)) found.push(`${name(e)} säger inte vart den leder`);
        seen.set(key, e);
      }
      for (const e of document.querySelectorAll("label[for]")) {
        if (!document.getElementById(e.htmlFor) && !e.closest("template")) found.push(`${name(e)} hör inte till något fält`);
      }
      for (const e of document.querySelectorAll("[aria-labelledby], [aria-describedby], [aria-controls]")) {
        for (const id of [...e.attributes].filter(({ name: n }) => /labelledby|describedby|controls/.test(n)).flatMap(({ value }) => value.split(" "))) {
          if (!document.getElementById(id)) found.push(`${name(e)} pekar på ${id} som inte finns`);
        }
      }
      return found;
    },
    hidden_but_reached() {
      return [...document.querySelectorAll("[aria-hidden=true]")].flatMap((e) =>
        [e, ...e.querySelectorAll(PRESSED)].filter((x) => x.matches(PRESSED) && x.tabIndex >= 0 && shown(x))
          .map((x) => `${name(x)} går att nå men är dold för hjälpmedel`));
    },
    markup() {
      const found = [];
      for (const e of document.querySelectorAll("[tabindex]")) if (e.tabIndex > 0) found.push(`${name(e)} har tabindex ${e.tabIndex}`);
      for (const e of document.querySelectorAll("[autofocus]")) found.push(`${name(e)} tar fokus själv`);
      for (const e of document.querySelectorAll("[accesskey]")) found.push(`${name(e)} har accesskey`);
      for (const e of document.querySelectorAll("meta[http-equiv=refresh]")) found.push(`${name(e)} laddar om sidan`);
      for (const e of document.querySelectorAll("audio, video, marquee, blink, bgsound, iframe")) found.push(`${name(e)} ska inte finnas`);
      for (const e of document.querySelectorAll("*")) {
        if ([...e.attributes].some(({ name: n }) => /^on/.test(n))) found.push(`${name(e)} har skript i ett attribut`);
        if (e.hasAttribute("style")) found.push(`${name(e)} har stil i ett attribut`);
      }
      for (const e of all("div, span, p, li")) {
        const style = getComputedStyle(e);
        if (style.cursor === "pointer" && !e.closest("a, button, label, summary, select")) found.push(`${name(e)} ser tryckbar ut men är ingen knapp`);
        if (e.hasAttribute("role") && /button|link|checkbox/.test(e.getAttribute("role"))) found.push(`${name(e)} är ingen äkta knapp eller länk`);
      }
      const view = document.querySelector("meta[name=viewport]")?.content ?? "";
      if (!/width=device-width/.test(view)) found.push("viewport saknas");
      if (/user-scalable\s*=\s*no|maximum-scale/.test(view)) found.push("sidan går inte att förstora");
      for (const e of all("table")) {
        if (!e.caption) found.push(`${name(e)} saknar bildtext`);
        if (!e.querySelector("th[scope]")) found.push(`${name(e)} saknar rubrikceller`);
        for (const head of e.querySelectorAll("th:not([scope])")) if (head.textContent.trim()) found.push(`${name(head)} saknar scope`);
      }
      for (const e of all("ul, ol")) {
        if (e.parentElement.closest("ul, ol") === e.parentElement) found.push(`${name(e)} ligger fel i en lista`);
        if (getComputedStyle(e).display === "contents") found.push(`${name(e)} har tappat sin roll`);
      }
      for (const e of all("img")) if (!e.hasAttribute("alt")) found.push(`${name(e)} saknar alt`);
      for (const e of all("p, div")) {
        if (e.tagName === "P" && /^\s*[•·–-]\s/.test(e.textContent) && e.nextElementSibling?.tagName === "P"
          && /^\s*[•·–-]\s/.test(e.nextElementSibling.textContent)) found.push(`${name(e)} är en lista utan listans märken`);
        const size = parseFloat(getComputedStyle(e).fontSize);
        if (e.children.length === 0 && size > 26 && e.textContent.trim() && !e.closest("h1, h2, h3, .stort, .dorr, legend")) found.push(`${name(e)} ser ut som en rubrik men är ingen`);
      }
      for (const e of all("fieldset")) if (!e.querySelector("legend")) found.push(`${name(e)} saknar legend`);
      const groups = new Map();
      for (const e of all("input[type=radio], input[type=checkbox]")) {
        const key = e.dataset.fraga;
        if (key) groups.set(key, [...(groups.get(key) ?? []), e]);
      }
      for (const boxes of groups.values()) if (boxes.length > 1 && !boxes[0].closest("fieldset")) found.push(`${name(boxes[0])} hör till en grupp utan fieldset`);
      return found;
    },
    colour_alone() {
      const found = [];
      for (const e of all(".svar, .olika, [aria-current], .notis, .banner")) {
        if (!e.textContent.trim()) found.push(`${name(e)} säger bara något med färg`);
      }
      for (const e of all("main p a[href], main li a[href], main dd a[href]")) {
        if (!within(e)) continue;
        const style = getComputedStyle(e), home = getComputedStyle(e.parentElement);
        const marked = style.textDecorationLine.includes("underline") || style.borderBlockEndStyle !== "none"
          || style.fontWeight !== home.fontWeight;
        if (!marked) found.push(`${name(e)} skiljer sig bara med färg från texten`);
      }
      for (const e of all("[aria-current]")) {
        const other = [...(e.closest("ul, ol, nav")?.querySelectorAll("a") ?? [])].find((a) => a !== e && !a.hasAttribute("aria-current"));
        if (!other) continue;
        const [a, b] = [getComputedStyle(e), getComputedStyle(other)];
        const marks = ["fontWeight", "borderBlockEndWidth", "borderBlockEndStyle", "textDecorationLine", "borderInlineStartWidth", "outlineStyle"];
        const line = parseFloat(a.borderBlockEndWidth) > 0 && a.borderBlockEndColor !== b.borderBlockEndColor;
        if (!line && marks.every((mark) => a[mark] === b[mark])) found.push(`${name(e)} är vald bara med färg`);
      }
      return found;
    },
    language(expected) {
      const found = [];
      const { lang, dir } = document.documentElement;
      if (lang !== expected.tag) found.push(`html lang är "${lang}", ska vara ${expected.tag}`);
      if ((dir || "ltr") !== expected.dir) found.push(`html dir är "${dir}", ska vara ${expected.dir}`);
      const arabic = /[\u0600-\u06ff]/;
      const swedish = /\b(och|är|för|inte|eller|som|den|det|att|på|med|till|kan|du|av)\b/gi;
      for (const [node, e] of texts()) {
        const own = (e.closest("[lang]")?.lang ?? "").split("-")[0];
        const text = node.data.trim();
        const latin = (text.match(/[A-Za-zÅÄÖåäö]{2,}/g) ?? []).length;
        if (arabic.test(text) && own !== "ar" && !e.closest("[lang=ar], [data-ord]") && text.length > 2) found.push(`${name(e)} är arabiska men märkt ${own}`);
        if (own === "ar" && latin > 5 && !arabic.test(text)) found.push(`${name(e)} är inte arabiska men märkt ar`);
        const hits = (text.match(swedish) ?? []).length;
        if (own !== "sv" && text.length > 40 && hits >= 4) found.push(`${name(e)} är svenska men märkt ${own}`);
        if (own === "sv" && text.length > 40 && hits === 0 && (text.match(/\b(the|and|you|your|with|from)\b/gi) ?? []).length >= 3) found.push(`${name(e)} är engelska men märkt sv`);
      }
      for (const e of document.querySelectorAll("[lang]")) {
        try { Intl.getCanonicalLocales(e.lang); } catch { found.push(`${name(e)} har språket ${e.lang}`); }
        if (e.lang.split("-")[0] === "ar" && getComputedStyle(e).direction !== "rtl") found.push(`${name(e)} ska gå från höger`);
        if (e !== document.documentElement && e.lang === "sv" && getComputedStyle(e).direction !== "ltr") found.push(`${name(e)} ska gå från vänster`);
      }
      return found;
    },
    mirrored() {
      const { dir } = document.documentElement;
      const items = all(".meny li").slice(0, 2).map((e) => e.getBoundingClientRect());
      const found = [];
      if (items.length === 2 && items[0].top === items[1].top) {
        const right = items[0].left > items[1].left;
        if (right !== (dir === "rtl")) found.push("menyn går åt fel håll");
      }
      for (const e of all("main > p, main h1")) {
        const align = getComputedStyle(e).textAlign;
        if (/^(left|right)$/.test(align)) found.push(`${name(e)} är fäst till ${align}`);
        if (e.closest("[lang]") === document.documentElement && dir === "rtl" && getComputedStyle(e).direction === "rtl") {
          const box = e.getBoundingClientRect(), home = e.parentElement.getBoundingClientRect();
          const style = getComputedStyle(e.parentElement);
          const start = home.right - parseFloat(style.paddingRight);
          if (start - box.right > 40) found.push(`${name(e)} börjar inte i höger kant`);
        }
      }
      for (const e of all("main .notis, main .banner, main .dorr")) {
        const style = getComputedStyle(e);
        const [l, r] = [parseFloat(style.borderLeftWidth), parseFloat(style.borderRightWidth)];
        const start = style.direction === "rtl" ? r - l : l - r;
        if (start < 0) found.push(`${name(e)} har kanten på fel sida`);
      }
      return found;
    },
    moving() {
      return document.getAnimations().filter(({ playState }) => playState === "running")
        .map(({ effect }) => `${name(effect.target)} rör sig`);
    },
    layers() {
      const found = [];
      for (const e of all("body *")) {
        const { position } = getComputedStyle(e);
        if (/fixed|sticky/.test(position) && !e.matches("th, thead, thead *, .rulla *")) found.push(`${name(e)} ligger fast över sidan`);
      }
      return found;
    },
    title() {
      const found = [];
      const title = document.title.trim();
      const h1 = document.querySelector("h1")?.textContent.trim() ?? "";
      if (!title) found.push("sidan saknar titel");
      else if (title.split(" – ").length < 2) found.push(`titeln "${title}" säger inte vilken webbplats`);
      if (h1 && title && !document.documentElement.dataset.vy && !location.pathname.match(/\/([a-z]+\/)?$/)) {
        const words = h1.toLowerCase().split(/\s+/).filter((w) => w.length > 3);
        if (words.length && !words.some((w) => title.toLowerCase().includes(w))) found.push(`titeln "${title}" hör till en annan sida än "${h1}"`);
      }
      return found;
    },
    numbers() {
      const found = [];
      for (const number of ["112", "1177", "90101"]) {
        if (!all(`.sidfot a[href='tel:${number}']`).length) found.push(`${number} finns inte i sidfoten`);
      }
      for (const e of all("main a[href^='tel:']")) {
        const digits = e.textContent.replace(/\D/g, "").replace(/^0/, "");
        if (!e.getAttribute("href").includes(digits)) found.push(`${name(e)} ringer ett annat nummer`);
      }
      return found;
    },
  };

  return {
    run: (expected) => Object.entries(checks).flatMap(([check, act]) =>
      act(expected).map((finding) => `${check}: ${finding}`)),
    only: (names, expected) => names.flatMap((check) => checks[check](expected).map((finding) => `${check}: ${finding}`)),
  };
})();
