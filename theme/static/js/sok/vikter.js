// How much each thing weighs. One place, so that tests/matt_sok.py can be run after a change.
// Measured on a plateau: small changes of any one of them move the figures by a hundredth.

// A unit of meaning: what finds a page, 0…1.
export const CONCEPT = 1; // a value of the record
export const WAY_IN = 0.4; // "min son" says who asks, not what is needed
export const FIRST = 0.25; // added: the value stands first in the record
export const AGAIN = 0.2; // of a second meaning that fits as well
export const LABEL = 0.8; // added: an organisation's own name in a name
export const ANY_INCOME = 0.25; // "alla" answers each försörjning
export const IN_TEXT = [0.25, 0.75]; // least, and what the best place in the texts adds
export const ALSO_IN_TEXT = 0.4; // added to a page that a value found already
export const WIDE = 0.7; // the beginning of a word, against the word itself
export const PART = 0.5; // the word as a part of a longer one
export const NAME = 1.2; // a name within a longer question
export const LONG_NAME = 1.5; // of several words: hardly by chance

// A page: what it is for the one who asks, as a factor.
export const LIFE = { kommande: 0.9, "ej-bekraftad": 0.85, implementerad: 0.8, avslutad: 0.7, ersatt: 0.7 };
export const STRUCTURE = 0.9; // what authorities do together
export const STAFF = 0.65; // courses for those who give the support, unless asked for
export const GENERAL = 1.1; // for most people: the best answer to a broad question
export const OPEN = 1.05; // one may apply oneself
export const NO_WAY = 0.97; // nobody knows how to come with
export const FRAME = 0.8; // the parts of a project are what one turns to
export const HERE = 1.6; // says it is for the kommun asked about
export const NAMED_HERE = 0.3; // added: and has the kommun in its name
export const WEAK = 0.35; // of the best score: what is less is no answer
