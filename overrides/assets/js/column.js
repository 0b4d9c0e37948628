/* What the pages can do once scripts run. Everything readable is there without it. */
(function () {
  "use strict";

  /** @typedef {{size: string, contrast: boolean, simple: boolean}} Settings */

  var KEY = "gongkai-modes";
  var root = document.documentElement;
  var wide = window.matchMedia("(min-width: 60em)");

  /** @param {string} id */
  function byId(id) {
    return /** @type {HTMLElement} */ (document.getElementById(id));
  }

  /** @type {(selector: string, within?: Element) => HTMLElement[]} */
  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  /* A page in another language carries the words of the scripts in its data-words. */

  /** @type {Record<string, string>} */
  var phrases = JSON.parse(root.getAttribute("data-words") || "{}");

  /** @param {string} chinese */
  function word(chinese) {
    return phrases[chinese] || chinese;
  }

  /* 适老与无障碍: sizes, contrast, simple pages; kept on this device only. */

  /** @returns {Settings} */
  function settings() {
    return {
      size: root.getAttribute("data-size") || "18",
      contrast: root.hasAttribute("data-contrast"),
      simple: root.hasAttribute("data-simple"),
    };
  }

  /**
   * @param {string} name
   * @param {string} value
   * @param {Element} [element] the whole page, if none is named
   */
  function put(name, value, element) {
    if (value) (element || root).setAttribute(name, value);
    else (element || root).removeAttribute(name);
  }

  /** @param {Settings} chosen */
  function apply(chosen) {
    put("data-size", chosen.size === "18" ? "" : chosen.size);
    put("data-contrast", chosen.contrast ? "high" : "");
    put("data-simple", chosen.simple ? "yes" : "");
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen));
    } catch (error) {
      say(word("您的浏览器不让保存设置，换页后要重新选。"));
    }
    foldFacets();
    markScrolling();
  }

  /** @param {string} message */
  function say(message) {
    byId("modes-status").textContent = message;
  }

  /** @type {(selector: string) => HTMLInputElement[]} */
  function boxes(selector) {
    return /** @type {HTMLInputElement[]} */ (all(selector, byId("modes")));
  }

  /** @param {Settings} chosen */
  function show(chosen) {
    boxes("[name=size]").forEach(function (radio) {
      radio.checked = radio.value === chosen.size;
    });
    boxes("[name=contrast]")[0].checked = chosen.contrast;
    boxes("[name=simple]")[0].checked = chosen.simple;
  }

  function setUpModes() {
    var button = byId("modes-button");
    var panel = byId("modes");

    /** @param {boolean} yes */
    function open(yes) {
      panel.hidden = !yes;
      button.setAttribute("aria-expanded", String(yes));
    }

    function close() {
      open(false);
      button.focus();
    }

    button.addEventListener("click", function () {
      open(!!panel.hidden);
    });
    [button, panel].forEach(function (place) {
      place.addEventListener("keydown", function (event) {
        if (event.key === "Escape" && !panel.hidden) {
          event.preventDefault();
          close();
        }
      });
    });
    byId("modes-close").addEventListener("click", close);
    byId("modes-reset").addEventListener("click", function () {
      var plain = { size: "18", contrast: false, simple: false };
      say(word("已恢复原样。"));
      apply(plain);
      show(plain);
    });
    panel.addEventListener("change", function (event) {
      var box = /** @type {HTMLInputElement} */ (event.target);
      var name = ((box.labels && box.labels[0]) || box).textContent || "";
      say((box.checked ? word("已改为：") : word("已取消：")) + name.trim());
      apply({
        size: boxes("[name=size]:checked")[0].value,
        contrast: boxes("[name=contrast]")[0].checked,
        simple: boxes("[name=simple]")[0].checked,
      });
    });
    show(settings());
  }

  /* 朗读: offered only where the device has a voice of the page's language. */

  function ownVoice() {
    var own = root.lang === "en" ? /^en/i : /^(zh|cmn)/i;
    return window.speechSynthesis.getVoices().filter(function (voice) {
      return own.test(voice.lang);
    })[0];
  }

  function setUpSpeech() {
    if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) return;
    var synthesis = window.speechSynthesis;
    var start = /** @type {HTMLButtonElement} */ (byId("speech-start"));
    var stop = /** @type {HTMLButtonElement} */ (byId("speech-stop"));
    var turn = 0;

    function offer() {
      byId("speech").hidden = !ownVoice();
    }

    function ended() {
      turn += 1;
      synthesis.cancel();
      start.disabled = false;
      stop.disabled = true;
      all(".being-read").forEach(function (element) {
        element.classList.remove("being-read");
      });
    }

    /**
     * @param {HTMLElement[]} parts
     * @param {number} current
     */
    function read(parts, current) {
      if (current !== turn) return;
      var part = parts.shift();
      all(".being-read").forEach(function (element) {
        element.classList.remove("being-read");
      });
      if (!part) {
        ended();
        return;
      }
      var words = new window.SpeechSynthesisUtterance(part.innerText);
      words.lang = root.lang;
      words.voice = ownVoice();
      words.onend = function () {
        read(parts, current);
      };
      part.classList.add("being-read");
      part.scrollIntoView({ block: "nearest" });
      synthesis.speak(words);
    }

    start.addEventListener("click", function () {
      ended();
      start.disabled = true;
      stop.disabled = false;
      stop.focus();
      read(readable(), turn);
    });
    stop.addEventListener("click", function () {
      ended();
      start.focus();
    });
    window.addEventListener("pagehide", ended);
    synthesis.addEventListener("voiceschanged", offer);
    offer();
  }

  /* The innermost blocks of text, in order, that a reader can see. */
  function readable() {
    var blocks = "h1, h2, h3, h4, p, li, dt, dd, td, th, caption, summary";
    return all(blocks, byId("content")).filter(function (element) {
      return element.offsetParent && element.innerText.trim() && !element.querySelector(blocks);
    });
  }

  /* Folds: filters open beside the list on wide windows; a question opens when a link leads to it. */

  /** @type {(selector: string) => HTMLDetailsElement[]} */
  function folds(selector) {
    return /** @type {HTMLDetailsElement[]} */ (all(selector));
  }

  function foldFacets() {
    var modes = root.hasAttribute("data-size") || root.hasAttribute("data-simple");
    folds(".facets--side").forEach(function (facets) {
      facets.open = wide.matches && !modes;
    });
  }

  function openTarget() {
    var target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") /** @type {HTMLDetailsElement} */ (target).open = true;
  }

  /* Tables: cards on a phone stay tables to those who listen; a region stops the keyboard only when it scrolls. */

  function setUpTables() {
    /** @type {Record<string, string>} */
    var roles = {
      thead: "rowgroup",
      "tbody, tfoot": "rowgroup",
      tr: "row",
      "thead th, thead td": "columnheader",
      "tbody th, tfoot th": "rowheader",
      "tbody td, tfoot td": "cell",
    };
    all(".cards").forEach(function (table) {
      table.setAttribute("role", "table");
      Object.keys(roles).forEach(function (parts) {
        all(parts, table).forEach(function (part) {
          part.setAttribute("role", roles[parts]);
        });
      });
    });
  }

  function markScrolling() {
    // all are measured before any is changed: the page is laid out once
    var regions = all(".table-scroll").map(function (region) {
      return { region: region, more: region.scrollWidth > region.clientWidth + 1 };
    });
    regions.forEach(function (each) {
      put("tabindex", each.more ? "0" : "", each.region);
      // what does not scroll is no landmark of the page
      put("role", each.more ? "region" : "group", each.region);
      put("data-cue", each.more ? word("表比屏幕宽，向左滑看更多列 →") : "", each.region);
    });
  }

  /* 历次文本: a day leads to the version that holds on it. The days are those of the list, the newest first. */

  function setUpVersions() {
    all("[data-versions]").forEach(function (form) {
      var list = byId(form.getAttribute("data-versions") || "");
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        var day = /** @type {HTMLInputElement} */ (all("input", form)[0]).value;
        var rows = all("[data-begins]", list);
        var row = rows.filter(function (each) {
          return (each.getAttribute("data-begins") || "") <= day;
        })[0];
        location.href = /** @type {HTMLAnchorElement} */ (all("a", row || rows[rows.length - 1])[0]).href;
      });
    });
  }

  /* 某一天有效的规范性文件: the rows of a table that hold on a day. */

  function setUpInForce() {
    /** @type {Promise<(words: string) => void> | undefined} */
    var saying;
    all("[data-in-force]").forEach(function (form) {
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        var day = /** @type {HTMLInputElement} */ (all("input", form)[0]).value;
        var count = 0;
        all("[data-begins]", byId(form.getAttribute("data-in-force") || "")).forEach(function (row) {
          var last = row.getAttribute("data-last");
          row.hidden = (row.getAttribute("data-begins") || "") > day || (!!last && last < day);
          if (!row.hidden) count += 1;
        });
        var line = byId("youxiao-shu");
        line.textContent = dated(new Date(day)) + "有效 " + count + " 件。";
        saying = saying || import("./announce.js").then(function (module) {
          return module.announcer(line);
        });
        saying.then(
          function (announce) {
            announce(line.textContent || "");
          },
          function () {
            /* without the file the line is read where it stands */
          },
        );
      });
    });
  }

  /* Search boxes: what is suggested while somebody types is read at the first key. */

  function setUpSuggestions() {
    all("[data-suggest]").forEach(function (place) {
      var input = /** @type {HTMLInputElement} */ (place);
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-autocomplete", "list");
      input.setAttribute("aria-expanded", "false");
      input.addEventListener(
        "input",
        function (event) {
          import("./search/combobox.js").then(
            function (combobox) {
              combobox.attach(input, /** @type {InputEvent} */ (event).isComposing);
            },
            function () {
              /* without the file nothing is suggested, and the search works as ever */
            },
          );
        },
        { once: true },
      );
    });
  }

  /* What depends on the day is told anew on the reader's: the page may have been made on an earlier one. */

  function setUpDays() {
    if (!all("[data-by-day] > template, [data-left], [data-late], [data-until], [data-today], [data-own-day]").length) return;
    Promise.all([import("./day.js"), import("./by-day.js")]).then(
      function (modules) {
        modules[1].tell(modules[0].readersDay(), word);
      },
      function () {
        /* without the files the page names the last days, and says nothing of how many are left */
      },
    );
  }

  /* The search page whose program did not come shows its lists, a dataset no form. */

  function setUpFallback() {
    window.addEventListener("load", function () {
      all("[data-search]:not([data-search-started])").forEach(function () {
        all("[data-search-fallback]")[0].classList.add("shown");
      });
      all(".rows-form:not(.rows-form--started)").forEach(function (form) {
        form.hidden = true;
      });
    });
  }

  /* A page that a search led to: what was looked for is marked there. */

  function setUpArrival() {
    var from = document.referrer.split(/[?#]/)[0];
    if (from.indexOf(location.origin + "/") === 0 && /\/search\/$/.test(from)) {
      import("./search/arrival.js").catch(function () {
        /* without the file nothing is marked */
      });
    }
  }

  /* Paper: everything unfolded, the day of printing written on it. */

  /** @param {Date} day */
  function dated(day) {
    if (root.lang === "en") return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    return day.getFullYear() + "年" + (day.getMonth() + 1) + "月" + day.getDate() + "日";
  }

  function setUpPrint() {
    /** @type {HTMLDetailsElement[]} */
    var folded = [];
    all("[data-print]").forEach(function (button) {
      button.addEventListener("click", function () {
        window.print();
      });
    });
    window.addEventListener("beforeprint", function () {
      var day = new Date();
      all("[data-printed]").forEach(function (place) {
        place.textContent = word("打印日期：") + dated(day);
      });
      folded = folds("main details:not([open])");
      folded.forEach(function (fold) {
        fold.open = true;
      });
    });
    window.addEventListener("afterprint", function () {
      folded.forEach(function (fold) {
        fold.open = false;
      });
    });
  }

  /* 引用: the day of citing is that of the reader; the line goes to the clipboard, and it is said. */

  function setUpCopying() {
    all("[data-cited]").forEach(function (place) {
      var now = new Date();
      place.textContent = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    });
    all("[data-copy]").forEach(function (button) {
      var told = /** @type {HTMLElement} */ (button.nextElementSibling);
      button.hidden = !navigator.clipboard;
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(byId(button.getAttribute("data-copy") || "").innerText).then(
          function () {
            told.textContent = word("已复制。");
          },
          function () {
            told.textContent = word("没有复制成，请选中上面的文字复制。");
          }
        );
      });
    });
  }

  /* Contents: on a phone the list closes once its reader has chosen; the place where one reads is marked in it. */

  function setUpContents() {
    folds(".toc").forEach(function (list) {
      var links = all("a", list);
      /** @type {HTMLElement | null} */
      var here = null;
      var waiting = false;

      function mark() {
        waiting = false;
        // a little below where a link makes its place stand
        var line = parseFloat(getComputedStyle(root).scrollPaddingTop) + 24;
        var passed = links.filter(function (link) {
          var place = byId(decodeURIComponent((link.getAttribute("href") || "").slice(1)));
          return place && place.getBoundingClientRect().top < line;
        });
        var found = passed[passed.length - 1] || null;
        if (found === here) return;
        if (here) put("aria-current", "", here);
        here = found;
        if (!here) return;
        put("aria-current", "location", here);
        bringIntoView(here, list);
      }

      list.addEventListener("click", function (event) {
        if (/** @type {Element} */ (event.target).closest("a")) list.open = false;
      });
      window.addEventListener(
        "scroll",
        function () {
          if (!waiting) window.requestAnimationFrame(mark);
          waiting = true;
        },
        { passive: true }
      );
    });
  }

  /**
   * Within a list that scrolls by itself; the page stays where it is.
   * @param {HTMLElement} link
   * @param {HTMLElement} list
   */
  function bringIntoView(link, list) {
    var nav = all("nav", list)[0];
    var box = nav.scrollHeight > nav.clientHeight ? nav : list;
    var edges = box.getBoundingClientRect();
    var place = link.getBoundingClientRect();
    if (place.top < edges.top || place.bottom > edges.bottom) box.scrollTop += place.top - edges.top - edges.height / 2;
  }

  /* The menu of narrow windows closes as the settings do. */

  function setUpMenu() {
    folds(".menu").forEach(function (menu) {
      menu.addEventListener("keydown", function (event) {
        var button = all("summary", menu)[0];
        if (event.key !== "Escape" || !menu.open || !button.offsetParent) return;
        event.preventDefault();
        menu.open = false;
        button.focus();
      });
    });
  }

  setUpDays();
  setUpModes();
  setUpMenu();
  setUpCopying();
  setUpContents();
  setUpSpeech();
  setUpTables();
  setUpPrint();
  setUpVersions();
  setUpInForce();
  setUpSuggestions();
  setUpArrival();
  setUpFallback();
  foldFacets();
  markScrolling();
  openTarget();
  window.addEventListener("hashchange", openTarget);
  window.addEventListener("resize", markScrolling);
  if (wide.addEventListener) wide.addEventListener("change", foldFacets);
})();
