/* The form of a record: drawn from its schema, kept on the desk's disk while one types. */
(function () {
  "use strict";
  var read = function (id) {
    return JSON.parse(document.getElementById(id).textContent);
  };
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
  var data = read("data"), save = document.getElementById("save"), kept = document.getElementById("kept");
  var text = document.getElementById("text"), timer = 0, last = "", ready = false;
  var editor = new JSONEditor(document.getElementById("form"), {
    schema: read("schema"),
    startval: data.keys,
    theme: "html",
    display_required_only: true,
    remove_empty_properties: true,
    disable_edit_json: true,
    disable_collapse: true,
    disable_array_delete_last_row: true,
    disable_array_delete_all_rows: true,
    enable_array_copy: false,
    show_errors: "interaction",
    use_name_attributes: false
  });
  function typed() {
    var found = new FormData(save);
    found.set("keys", JSON.stringify(editor.getValue()));
    return found;
  }
  function keep() {
    var found = typed(), now = found.get("keys") + "\n" + (found.get("text") || "");
    if (now === last) return;
    fetch(save.action + "/typed", { method: "POST", body: found }).then(function (answer) {
      if (!answer.ok) throw new Error();
      last = now;
      kept.textContent = "写的都留着了，还没有存进稿件";
    }).catch(function () {
      kept.textContent = "没有连上写稿台，写的还没有留住：先不要关这一页";
    });
  }
  function later() {
    if (!ready) return;
    clearTimeout(timer);
    timer = setTimeout(keep, 500);
  }
  editor.on("ready", function () {
    var first = typed();
    last = first.get("keys") + "\n" + (first.get("text") || "");
    ready = true;
    document.getElementById("form").setAttribute("data-ready", "");
  });
  editor.on("change", later);
  if (text) text.addEventListener("input", later);
  save.addEventListener("submit", function () {
    clearTimeout(timer);
    document.getElementById("keys").value = JSON.stringify(editor.getValue());
  });
})();
