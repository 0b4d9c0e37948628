/* Of the search page: what any search reads is asked for at once, while the program that searches is on its way. */
(function () {
  var tag = document.currentScript;
  var place = tag && tag.getAttribute("data-index");
  if (!place || !window.fetch || "gongkaiBegun" in window) return; // the program came before
  var index = new URL(place, document.baseURI);
  /** @type {Record<string, Promise<Response>>} */
  var begun = (/** @type {any} */ (window).gongkaiBegun = {});

  /**
   * @param {string} path
   * @param {RequestInit} options
   */
  function begin(path, options) {
    var address = new URL(path, index).href;
    begun[address] = fetch(address, options);
    begun[address].catch(function () {
      /* told where it is needed */
    });
  }

  /** What the build wrote into the page (hooks/gongkai/search/ahead.py). @param {string} name */
  function named(name) {
    var paths = tag && tag.getAttribute("data-" + name);
    return paths ? paths.split(" ") : [];
  }

  var asked = document.documentElement.classList.contains("asked");
  begin("shards.json", { cache: "no-cache" });
  if (asked)
    named("asked").forEach(function (path) {
      begin(path, {});
    });
  // of a narrow line it would take a part from the program, which comes first
  named("read").forEach(function (path) {
    begin(path, { priority: "low" });
  });
})();
