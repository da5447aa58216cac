// Runs before the scripts of a page, and remembers what they let one press (falt.js asks).
window.tryckta = new Set();
const add = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function addEventListener(type, ...rest) {
  if (/^(click|mousedown|mouseup|pointerdown|pointerup)$/.test(type) && this instanceof Element) {
    window.tryckta.add(this);
  }
  return add.call(this, type, ...rest);
};
