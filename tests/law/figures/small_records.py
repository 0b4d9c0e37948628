"""Records of a few keys, written as editors write them: path → text."""

from __future__ import annotations


def record(**fields):
    head = "".join(f"{key}: {value}\n" for key, value in fields.items() if key != "body")
    return f"---\n{head}---\n{fields.get('body', '正文。')}\n"


def policy(slug="dier", day="2026-09-30", **fields):
    written = {
        "标题": f"办法{slug}",
        "发文机关": "区民政局",
        "成文日期": day,
        "发布日期": day,
        "是否规范性文件": "是",
    }
    return {f"content/policies/{day[:4]}/{slug}.md": record(**(written | fields))}


def interpretation(slug="dier", day="2026-09-30", **fields):
    written = {"标题": f"解读{slug}", "解读文件": f"[{slug}]", "发布日期": day}
    written["body"] = (
        "这件办法说的是谁可以申请、怎样申请：楼门里的业主推选代表，由代表到窗口交申请书，十个工作日内答复。"
    )
    return {f"content/interpretations/{day[:4]}/{slug}-jiedu.md": record(**(written | fields))}


def meeting(slug, day, **fields):
    return {f"content/meetings/{day[:4]}/{slug}.md": record(**({"会议名称": slug, "日期": day} | fields))}


def units(measured):
    """The slug of every unit of a figure → what it counts there, of all years."""
    return {unit.slug: measured.tally(None, unit) for unit in measured.units}
