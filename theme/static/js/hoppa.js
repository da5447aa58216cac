// The skip link leaves what stands after # alone: that is the state of the page.
document.querySelector(".hoppa").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("innehall").focus();
});
