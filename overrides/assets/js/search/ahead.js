/* Of the search page: what any search reads is asked for at once, while the program that searches is on its way. */
(function () {
  var place = document.currentScript && document.currentScript.getAttribute("data-index");
  if (!place || !window.fetch || "gongkaiBegun" in window) return; // the program came before
  var index = new URL(place, document.baseURI);
  /** @type {Record<string, Promise<Response>>} */
  var begun = (/** @type {any} */ (window).gongkaiBegun = {});

  /**
   * @param {string} path
   * @param {RequestInit} options
   * @param {(answer: Response) => Response | Promise<Response>} [then]
   */
  function begin(path, options, then) {
    var address = new URL(path, index).href;
    begun[address] = then ? fetch(address, options).then(then) : fetch(address, options);
    begun[address].catch(function () {
      /* told where it is needed */
    });
  }

  begin("shards.json", { cache: "no-cache" }, function (answer) {
    return answer
      .clone()
      .json()
      .then(function (head) {
        if (head.words) begin(head.words, {});
        if (head.engine !== "grams" || !document.documentElement.classList.contains("asked")) return answer;
        head.shards.forEach(function (/** @type {{path: string, tag: string}} */ shard, /** @type {number} */ n) {
          begin(shard.path + "head.gram?v=" + shard.tag, { priority: n ? "low" : "auto" });
        });
        return answer;
      });
  });
})();
