// What payloads have made of a page. In: the payloads, the tags that pages are made of. Out, from
// granska(): what is foreign, what broke out of its text, and where each payload is carried whole.
// Runs before every page; `smitta` is what every payload tries to call.
globalThis.smittad = [];
globalThis.smitta = () => smittad.push(new Error("smitta").stack);
globalThis.brott = [];
addEventListener("securitypolicyviolation", (event) =>
  brott.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));

const MARK = /m(\d\d)f(\d\d\d)z/g;
const KINDS = /^(https?|mailto|tel|blob):$/;

/** Two outputs of a text are compared without NUL, steps back, marks of order, case, and which blanks; the same
 *  as laster.py. */
function seen(text) {
  return text.normalize("NFC").replace(/[\0\b\ufffd\ufeff]/g, "").toLowerCase().split(/[\s\x1c-\x1f\x85]+/).filter(Boolean).join(" ");
}

/** Nodes of a document, those inside templates too. */
function* nodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  for (let node = root; node; node = walker.nextNode()) {
    yield node;
    if (node.content instanceof DocumentFragment) yield* nodes(node.content);
  }
}

const home = document.baseURI.startsWith("http") ? document.baseURI : "http://127.0.0.1/";

/** The text of a link leaves https:// out. */
function short(text) {
  return text.replaceAll("https://", "");
}

const WEB = new URL("https://provinsats.se/");
const known = new Map(); // the same texts stand on every page

/** [[sign, is its payload there whole?]] of a text. */
function marksIn(value, payloads) {
  if (!known.has(value)) {
    // Letters and digits alone, as the search folds names, can do nothing.
    const marks = /^[\p{L}\p{N}\s]*$/u.test(value) ? [] : [...value.matchAll(MARK)];
    const own = marks.length ? short(seen(value)) : "";
    known.set(value, marks.map(([mark, payload]) =>
      [mark, own.includes(short(seen(`${payloads[Number(payload)]} ${mark}`)))]));
  }
  return known.get(value);
}

class Fynd {
  constructor(known) {
    Object.assign(this, known);
    this.frammande = [];
    this.brutna = [];
    this.hela = new Map(); // "m00f000z where" → how often
  }

  /** A text that holds signs must hold their whole payloads too. */
  text(where, value) {
    for (const [mark, whole] of marksIn(value ?? "", this.laster)) {
      const key = `${mark} ${where}`;
      if (whole) this.hela.set(key, (this.hela.get(key) ?? 0) + 1);
      else this.brutna.push(`${where}: ${mark} i ${value.slice(0, 300)}`);
    }
  }

  element(node) {
    if (!this.taggar.includes(node.localName)) this.frammande.push(node.outerHTML.slice(0, 200));
    if (node.localName === "script" && !node.getAttribute("src")) this.frammande.push(node.outerHTML.slice(0, 200));
    for (const { name, value } of node.attributes) {
      if (/^on|^(style|srcdoc|formaction|srcset|background|poster|ping|nonce)$/.test(name) || !/^[a-z-]+$/i.test(name)) {
        this.frammande.push(`${name}="${value}" i ${node.outerHTML.slice(0, 200)}`);
      }
      if (["href", "src", "action"].includes(name)) this.address(node, name, value);
      else this.text(`@${name}`, value);
    }
  }

  address(node, name, value) {
    const target = URL.canParse(value, home) ? new URL(value, home) : { protocol: "ingen adress" };
    if (!KINDS.test(target.protocol)) this.frammande.push(`${name}="${value}"`);
    const fetched = node.localName !== "a" && !["canonical", "alternate"].includes(node.rel);
    if (fetched && target.origin !== location.origin) this.frammande.push(`${name}="${value}"`);
    if (target.protocol === "mailto:") this.mail(target, value);
    if (target.hostname === WEB.hostname) this.web(target);
    else this.text(`@${name}`, `${value} ${tolkad(value)} ${value.split(/[?&=#]/).map(tolkad).join(" ")}`);
  }

  /** An address with a payload after it leads where a browser takes the two together to lead. */
  web(target) {
    for (const [mark, payload] of tolkad(target.href).matchAll(MARK)) {
      const meant = new URL(`${WEB}${this.laster[Number(payload)].replaceAll("\0", "\ufffd")} ${mark}`);
      if (meant.href === target.href) this.hela.set(`${mark} @href`, (this.hela.get(`${mark} @href`) ?? 0) + 1);
      else this.brutna.push(`@href: ${mark} i ${target.href}`);
    }
  }

  /** One receiver, or none, and only what a mail of ours has; the rest is text in it. */
  mail(target, value) {
    const names = target.search.slice(1).split("&").filter(Boolean).map((part) => part.split("=")[0]);
    const plain = !/[?&,;\s]/.test(target.pathname) && ["", "subject,body"].includes(names.join())
      && !/%0[ad]/i.test(target.search.split("body=")[0]);
    if (!plain) this.frammande.push(value);
  }
}

/** An address as text; what is no encoding in it stays. */
function tolkad(part) {
  return part.replace(/(%[\da-f]{2})+/gi, (signs) => {
    try {
      return decodeURIComponent(signs);
    } catch {
      return signs;
    }
  });
}

/** Look at the page, or at a document that was only read. */
globalThis.granska = (known, page = document) => {
  const found = new Fynd(known);
  for (const node of nodes(page)) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      found.element(node);
      if (node.value !== undefined && node.localName !== "option") found.text(`.value ${node.localName}`, String(node.value));
    } else if (node.nodeType === Node.TEXT_NODE) {
      // Where script runs, what stands in <noscript> is not read as HTML; where pages are read, it is.
      if (node.parentNode.localName !== "noscript") found.text(node.parentNode.localName ?? "mall", node.data);
    } else if (node.nodeType === Node.COMMENT_NODE) found.frammande.push(`<!--${node.data}`);
  }
  return { frammande: found.frammande, brutna: found.brutna, hela: [...found.hela] };
};

/** Read pages as Chromium reads them, without opening each. */
globalThis.granskaSidor = async (known, addresses) => {
  const all = { frammande: [], brutna: [], hela: [] };
  for (const address of addresses) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    const found = granska(known, page);
    for (const key of ["frammande", "brutna"]) all[key].push(...found[key].map((what) => `${address}: ${what}`));
    all.hela.push(...found.hela);
  }
  return all;
};

/** Press "Visa fler" until there is no more. */
globalThis.ritaAllt = async () => {
  const more = () => [...document.querySelectorAll("#fler, #urval .lugn, #forslag .lugn")]
    .filter((press) => press.checkVisibility());
  for (let turn = 0; turn < 200 && more().length; turn += 1) {
    more().forEach((press) => press.click());
    await new Promise((done) => setTimeout(done, 20));
  }
};

/** Type at the end of the prepared text of "Stämmer uppgifterna?". */
globalThis.skriv = (text) => {
  const area = [...document.querySelectorAll("[data-svar] textarea")].at(-1);
  area.value += text;
  area.dispatchEvent(new Event("input", { bubbles: true }));
};

/** Type in every field that can be seen, and send every form. */
globalThis.skrivIAllt = (text) => {
  for (const field of document.querySelectorAll("input:not([type=checkbox]), textarea")) {
    field.value = text;
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
    field.form?.requestSubmit();
  }
};
