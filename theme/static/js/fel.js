// When something cannot be fetched: a plain sentence instead of silence.
import { _ } from "./texter.js";

/** An act that tells in `status` when it fails. */
export function orTold(act, status) {
  return async (...given) => {
    try {
      return await act(...given);
    } catch (error) {
      status.textContent =
        _("Något gick inte att hämta. Kontrollera nätet och försök igen. Listorna fungerar som vanligt.");
      console.info(error); // for whoever mends it; nothing leaves the browser
      return undefined;
    }
  };
}
