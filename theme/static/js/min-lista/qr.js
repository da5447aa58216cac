// A QR code of an address, drawn as SVG by lean-qr (see vendor/vendor.json). Black on white in
// every colour scheme, with the quiet border that readers need.
import { correction, generate } from "../vendor/lean-qr/index.mjs";
import { toSvg } from "../vendor/lean-qr/extras/svg.mjs";
import { _ } from "../texter.js";

export function qr(address, namn) {
  const code = generate(address, { minCorrectionLevel: correction.M });
  const svg = toSvg(code, document, { on: "black", off: "white" });
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", _("QR-kod till sidan om {namn}", { namn }));
  return svg;
}
