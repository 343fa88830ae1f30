(() => {
  const form = document.getElementById("filter");
  const findings = [...document.querySelectorAll("article[data-severity]")];
  const choices = [...form.querySelectorAll("[data-filter]")];
  const show = () => {
    let shown = 0;
    for (const finding of findings) {
      const fits = choices.every((choice) => !choice.value || finding.dataset[choice.dataset.filter] === choice.value);
      finding.hidden = !fits;
      const number = document.getElementById(finding.id.replace("t", "m"));
      if (number) number.classList.toggle("dimmed", !fits);
      shown += fits ? 1 : 0;
    }
    document.getElementById("shown").textContent = String(shown);
  };
  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
