/* Before the first paint: says that scripts run, and puts back the reader's settings. */
(function () {
  var root = document.documentElement;
  /** @type {{size?: string, contrast?: boolean, simple?: boolean}} */
  var stored = {};
  root.classList.add("js");
  /* a search with an answer to come: what stands on its page without one is never painted */
  if (/[?&](q|type|unit|year|status|topic|audience)=[^&]/.test(location.search)) root.classList.add("asked");
  try {
    stored = JSON.parse(localStorage.getItem("gongkai-modes") || "{}") || {};
  } catch (error) {
    stored = {}; /* storage closed or unreadable: the page as it comes */
  }
  if (stored.size && /^(21|24|30)$/.test(stored.size)) root.setAttribute("data-size", stored.size);
  if (stored.contrast === true) root.setAttribute("data-contrast", "high");
  if (stored.simple === true) root.setAttribute("data-simple", "yes");
})();
