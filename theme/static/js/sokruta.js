// The search box of a page that is not the search page: words go after #, never to a server.
for (const form of document.querySelectorAll("form[data-sok]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = form.querySelector("input").value.trim();
    location.href = form.action + (words ? "#" + new URLSearchParams({ q: words }) : "");
  });
}
