"""What the machine refuses, in words that tell what to do.

Comes in: an OSError. Goes out: a few sentences in Swedish.
"""

import errno

from katalog.paths import shown

ADVICE = {
    errno.ENOSPC: "Disken är full. Frigör plats och försök igen, eller välj en mapp på en annan "
                  "disk med --ut.",
    errno.EDQUOT: "Din del av disken är full. Frigör plats och försök igen, eller välj en mapp på "
                  "en annan disk med --ut.",
    errno.EFBIG: "Filen får inte bli så stor (se ulimit -f). Höj gränsen och försök igen.",
    errno.EROFS: "Disken går bara att läsa. Välj en mapp på en annan disk med --ut.",
    errno.EACCES: "Rättigheter saknas, eller så har ett annat program filen öppen. Ändra "
                  "rättigheterna eller stäng programmet, eller välj en annan mapp med --ut.",
    errno.EPERM: "Det är inte tillåtet. Ändra rättigheterna, eller välj en annan mapp med --ut.",
    errno.EBUSY: "Mappen används av datorn, kanske som en egen disk. Välj en mapp inuti den "
                 "med --ut.",
    errno.ENOENT: "Filen finns inte. Kontrollera namnet, eller hämta guiden på nytt.",
    errno.EMFILE: "För många filer är öppna på en gång (se ulimit -n). Höj gränsen och försök "
                  "igen.",
}  # fmt: skip
EVERYWHERE = (errno.ENOSPC, errno.EDQUOT)  # the file that met it is of no interest


def told(error: OSError) -> str:
    """Return what is wrong, where if known, and how to mend it."""
    named = isinstance(error.filename, str) and error.errno not in EVERYWHERE
    where = f"{shown(error.filename)}: " if named else ""
    other = f"Datorn nekade ({error.strerror or error}). Försök igen."
    return where + ADVICE.get(error.errno or 0, other)
