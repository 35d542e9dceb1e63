/* "/" goes to the field that searches everything, from anywhere but a field. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
  const field = document.querySelector(".everywhere input");
  if (!field || !field.checkVisibility()) return;
  event.preventDefault();
  field.select();
  field.focus();
});
