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
   * @param {Promise<any>} [after] what is to come first
   */
  function begin(path, options, after) {
    var address = new URL(path, index).href;
    begun[address] = after
      ? after.then(function () {
          return fetch(address, options);
        })
      : fetch(address, options);
    begun[address].catch(function () {
      /* told where it is needed */
    });
    return begun[address];
  }

  /** What the build wrote into the page (hooks/gongkai/search/ahead.py). @param {string} name */
  function named(name) {
    var paths = tag && tag.getAttribute("data-" + name);
    return paths ? paths.split(" ") : [];
  }

  var asked = document.documentElement.classList.contains("asked");
  var first = named("read").concat(asked ? named("asked") : []);
  begin("shards.json", { cache: "no-cache" });
  var come = Promise.all(
    first.map(function (path) {
      return begin(path, {});
    }),
  ).catch(function () {
    /* what is older is asked for all the same */
  });
  // of a narrow line older years would take a part from what is shown first
  if (asked)
    named("later").forEach(function (path) {
      begin(path, { priority: "low" }, come);
    });
})();
