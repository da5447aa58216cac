// What an insats page can do with script: tell its age, take feedback, read itself aloud, and put
// on paper what only the moment of printing knows. The page is whole without it.
import "./alder.js";
import "./aterkoppling.js";
import "./lyssna.js";
import "./utskrift.js";
