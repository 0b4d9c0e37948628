/* The form of a record: drawn from its schema, kept on the desk's disk while one types. */

const WAIT = 500; // after the last key, before what was typed is kept

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

/** @param {string} id */
const read = (id) => JSON.parse(element(id).textContent || "");

JSONEditor.defaults.languages.zh = {
  error_notset: "要填", error_notempty: "要填", error_enum: "从可填的里面选一个",
  error_const: "不能改", error_anyOf: "写法不对", error_oneOf: "写法不对", error_not: "写法不对",
  error_type_union: "写法不对", error_type: "写法不对", error_minLength: "要填",
  error_maxLength: "最多 {{0}} 个字", error_pattern: "写法不对", error_minItems: "至少 {{0}} 项",
  error_maxItems: "最多 {{0}} 项", error_uniqueItems: "写了两次", error_required: "缺少“{{0}}”",
  error_additional_properties: "没有“{{0}}”这一项", error_date: "写成 {{0}} 这样的日期",
  button_save: "存好", button_copy: "复制", button_cancel: "取消", button_add: "添加",
  button_delete_all: "全部删去", button_delete_all_title: "全部删去",
  button_delete_last: "删去最后一项{{0}}", button_delete_last_title: "删去最后一项{{0}}",
  button_add_row_title: "添加{{0}}", button_move_down_title: "下移", button_move_up_title: "上移",
  button_properties: "还可以填的", button_object_properties: "还可以填的",
  button_copy_row_title: "复制{{0}}", button_delete_row_title: "删去{{0}}",
  button_delete_row_title_short: "删去", button_copy_row_title_short: "复制",
  button_collapse: "收起", button_expand: "展开", button_edit_json: "改",
  default_array_item_title: "一项", button_delete_node_warning: "确实要删去这一项吗？",
  table_controls: "操作", paste_max_length_reached: "太长，只留下 {{0}} 个字"
};
JSONEditor.defaults.language = "zh";

const save = /** @type {HTMLFormElement} */ (element("save"));
const keys = /** @type {HTMLInputElement} */ (element("keys"));
const text = /** @type {HTMLTextAreaElement | null} */ (document.getElementById("text"));
const kept = element("kept");
let timer = 0;
let last = "";
let ready = false;

const editor = new JSONEditor(element("form"), {
  schema: read("schema"),
  startval: read("data").keys,
  theme: "html",
  display_required_only: true,
  remove_empty_properties: true,
  disable_edit_json: true,
  disable_collapse: true,
  disable_array_delete_last_row: true,
  disable_array_delete_all_rows: true,
  enable_array_copy: false,
  show_errors: "interaction",
  use_name_attributes: false,
});

/** What stands in the form now, as it is sent. */
function typed() {
  const found = new FormData(save);
  found.set("keys", JSON.stringify(editor.getValue()));
  return found;
}

/** @param {FormData} found */
const mark = (found) => `${found.get("keys")}\n${found.get("text") || ""}`;

async function keep() {
  const found = typed();
  const now = mark(found);
  if (now === last) return;
  try {
    const answer = await fetch(`${save.action}/typed`, { method: "POST", body: found });
    if (!answer.ok) throw new Error(String(answer.status));
    last = now;
    kept.textContent = "写的都留着了，还没有存进稿件";
  } catch {
    kept.textContent = "没有连上写稿台，写的还没有留住：先不要关这一页";
  }
}

function later() {
  if (!ready) return;
  clearTimeout(timer);
  timer = setTimeout(keep, WAIT);
}

editor.on("ready", () => {
  last = mark(typed());
  ready = true;
  element("form").setAttribute("data-ready", "");
});
editor.on("change", later);
if (text) text.addEventListener("input", later);
save.addEventListener("submit", () => {
  clearTimeout(timer);
  keys.value = JSON.stringify(editor.getValue());
});

/* 还可以填的 by keyboard: the list comes before its button, loses the place at each box, and is closed by nothing. */

const MORE = ".json-editor-btntype-properties";
const REDRAWN = 100; // milliseconds after a box was ticked
const BOX = "input[type=checkbox]:not(:disabled)";

/** @param {Element} button */
const listOf = (button) => /** @type {HTMLElement | undefined} */ (
  [...(button.parentElement?.children ?? [])].find((each) => each.querySelector(".property-selector"))
);

/** @param {Element} button */
function told(button) {
  const list = listOf(button);
  const open = Boolean(list && list.style.display !== "none");
  button.setAttribute("aria-expanded", String(open));
  return open ? list : undefined;
}

const form = element("form");
form.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest(MORE);
  if (!button) return;
  setTimeout(() => /** @type {HTMLElement | null | undefined} */ (told(button)?.querySelector(BOX))?.focus());
}, true); // on its way down: the editor lets it go no further
form.addEventListener("keydown", (event) => {
  const list = /** @type {HTMLElement} */ (event.target).closest(".property-selector")?.parentElement;
  const button = /** @type {HTMLElement | null | undefined} */ (list?.parentElement?.querySelector(`:scope > ${MORE}`));
  if (event.key !== "Escape" || !button) return;
  event.stopPropagation();
  button.click();
  setTimeout(() => button.focus());
});
form.addEventListener("change", (event) => {
  const { id } = /** @type {HTMLElement} */ (event.target);
  const list = /** @type {HTMLElement} */ (event.target).closest(".property-selector")?.parentElement;
  if (!list || !id) return;
  // the list is drawn anew, now and once the editor has counted its changes
  for (const wait of [0, REDRAWN]) {
    setTimeout(() => {
      if (!list.contains(document.activeElement)) document.getElementById(id)?.focus();
    }, wait);
  }
}, true); // before the box is taken away
// it is also closed by a click anywhere, which nobody else hears of
new MutationObserver(() => form.querySelectorAll(MORE).forEach(told)).observe(form, { attributeFilter: ["style"], childList: true, subtree: true });
