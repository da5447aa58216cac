// Draws the hits. Text is put in as text, never as HTML.
const PAGE = 10;
const list = document.getElementById("traffar");
const status = document.getElementById("besked");
const more = document.getElementById("fler");
const hitTemplate = document.getElementById("mall-traff");
const start = new URL("../../../", import.meta.url);
let waiting = [];

export function visa(words, hits) {
  list.replaceChildren();
  waiting = hits;
  status.textContent = words ? sentence(words, hits.length) : "";
  showMore();
}

function sentence(words, count) {
  if (count === 0) return `Inget passade på ”${words}”. Prova ett annat ord, eller leta i listorna.`;
  return `${count} ${count === 1 ? "insats" : "insatser"} för ”${words}”.`;
}

function showMore() {
  const next = waiting.slice(0, PAGE);
  waiting = waiting.slice(PAGE);
  list.append(...next.map(hit));
  more.hidden = waiting.length === 0;
}

function hit(row) {
  const item = hitTemplate.content.cloneNode(true);
  item.querySelector("li").dataset.insats = row.id;
  const link = item.querySelector("a");
  link.textContent = row.namn;
  link.href = new URL(`insats/${row.id}/`, start);
  item.querySelector("[data-text]").textContent = row.text;
  item.querySelector("[data-kommun]").textContent = row.kommun || "Kommun okänd";
  const answer = document.getElementById(`svar-${row.egen}`).content.cloneNode(true);
  item.querySelector(".uppgifter").append(answer);
  return item;
}

more.addEventListener("click", () => {
  const first = list.children.length;
  showMore();
  list.children[first]?.querySelector("a").focus();
});
