"use strict";
// Filters and unpacks the findings. Every piece of HTML was rendered and escaped when the report
// was written; nothing here builds markup from text.
(async () => {
  const list = document.getElementById("list");
  const form = document.getElementById("filter");
  if (!list || !form) return;
  const byId = (id) => document.getElementById(id);
  const BATCH = 40;
  const FACETS = ["severity", "status", "check", "document"];

  const unpack = async () => {
    const bytes = Uint8Array.from(atob(byId("packed").textContent), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(await new Response(stream).text());
  };
  const parts = await unpack();
  const all = parts.flatMap((part) => part.findings);
  let matching = [];
  let rendered = 0;

  const wanted = () => {
    const fields = new FormData(form);
    const facets = FACETS.map((name) => [name, fields.getAll(name).filter(Boolean)]);
    const words = fields.get("q").toLowerCase().split(/\s+/).filter(Boolean);
    return { facets, words };
  };
  const fits = (finding, { facets, words }, except) =>
    facets.every(([name, values]) => name === except || !values.length || values.includes(finding[name])) &&
    words.every((word) => finding.words.includes(word));

  const count = (filter) => {
    for (const name of FACETS) {
      const counted = new Map();
      for (const finding of all)
        if (fits(finding, filter, name)) counted.set(finding[name], (counted.get(finding[name]) || 0) + 1);
      for (const output of form.querySelectorAll(`output[data-count=${name}]`))
        output.textContent = counted.get(output.dataset.value) || 0;
      for (const option of form.querySelectorAll(`select[name=${name}] option[data-label]`))
        option.textContent = `${option.dataset.label} (${counted.get(option.value) || 0})`;
    }
    const shown = matching.reduce((sum, part) => sum + part.findings.length, 0);
    byId("count").textContent = shown === all.length ? `All ${all.length} shown` : `${shown} of ${all.length}`;
    byId("none").hidden = shown > 0;
  };

  const section = (part) =>
    `<section class="record">${part.head}${part.findings.map((finding) => finding.html).join("")}</section>`;
  const renderMore = (enough = BATCH) => {
    let html = "";
    for (let added = 0; rendered < matching.length && added < enough; rendered += 1) {
      html += section(matching[rendered]);
      added += matching[rendered].findings.length;
    }
    list.insertAdjacentHTML("beforeend", html);
  };

  const apply = () => {
    const filter = wanted();
    matching = parts
      .map((part) => ({ head: part.head, findings: part.findings.filter((one) => fits(one, filter)) }))
      .filter((part) => part.findings.length);
    list.replaceChildren();
    rendered = 0;
    renderMore();
    count(filter);
  };

  const saveToHash = () => {
    const pairs = [...new FormData(form)].filter(([, value]) => value);
    history.replaceState(null, "", pairs.length ? `#${new URLSearchParams(pairs)}` : location.pathname + location.search);
  };
  const readHash = () => {
    const hash = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    for (const control of form.elements)
      if (control.type === "checkbox") control.checked = false;
      else control.value = "";
    for (const [name, value] of hash)
      for (const control of form.querySelectorAll(`[name="${CSS.escape(name)}"]`))
        if (control.type === "checkbox") control.checked ||= control.value === value;
        else control.value = value;
    apply();
    if (hash.has("finding")) show(hash.get("finding"));
    else if ([...hash].length > 0) byId("findings").scrollIntoView();
  };
  const show = (id) => {
    while (!byId(`finding-${id}`) && rendered < matching.length) renderMore();
    const article = byId(`finding-${id}`);
    if (!article) return;
    article.scrollIntoView({ block: "start" });
    article.tabIndex = -1;
    article.focus({ preventScroll: true });
  };

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(button.previousElementSibling);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  };

  form.hidden = false;
  if (matchMedia("(max-width: 860px)").matches) form.querySelector("details").open = false;
  form.addEventListener("input", () => { apply(); saveToHash(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { apply(); saveToHash(); }));
  addEventListener("hashchange", readHash);
  addEventListener("beforeprint", () => renderMore(Infinity));
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    form.querySelector("details").open = true;
    form.elements.q.focus();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });
  // Observed anew after each batch: an end that is still in sight would not be reported again.
  const end = new IntersectionObserver((seen) => {
    if (rendered >= matching.length || !seen.some((one) => one.isIntersecting)) return;
    renderMore();
    end.unobserve(byId("more"));
    end.observe(byId("more"));
  }, { rootMargin: "1200px" });
  end.observe(byId("more"));
  readHash();
})();
