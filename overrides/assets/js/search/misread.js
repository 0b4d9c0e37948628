// Words that are written wrong though they can be typed: signs that look alike, as a hand, a scan or the shapes of keys
// confuse them, and words that stand on the site only across two others, 地所 in 土地所有权. Only loaded where
// little is found.

/** @import { Hit } from "./search.js" */

// those of one group look alike
const GROUPS =
  "己已巳 末未 戊戌戍 暖暧 贴帖 辨辩辫 拔拨 囗口 幵开 祘算 歺餐 土士 日曰 侯候候 徽微 抡抢 沦论 狠狼 折拆析 竟竞 免兔 晴睛 申甲由 干千于 天夭 大太犬 历厉 治冶 准淮 " +
  "洁结 桨浆奖 燥躁噪操 遗遣 瑞端 喧宣 概慨溉 撤撒 茶荼 卷券 叧另 亍街 午牛 入人八 刀刁 几儿 住往注 代伐 休体 令今 孤狐 清请情 防访仿 缴激 彩采 陪赔倍 幢撞 诊珍 " +
  "疫役 棚硼栅 桩庄 驻注 梯悌 补朴 助肋 救敕 检捡验 低抵底 残浅线 障彰 养兼 幼幻 托托 园圆国 征证 税脱说 票漂 预顶项 决块快 审宙 公分 厅厂 局居 委季 区匹 街衔 " +
  "垃拉 圾极 充允 电申 停亭 车东 收牧 规现 划戈 房户 租祖组 赁凭 押抻 金全 登凳 记纪 备各 案按 户尸 籍藉 身射 份分 犬尤 狗拘 执热 照昭 许午 可司 食良 品晶 处外 罚罔";
const MOST = 8; // writings that are tried
const FEW = 8; // documents that a word stands in by chance

/** @type {Map<string, string>} */
const ALIKE = new Map();
for (const group of GROUPS.split(" ")) for (const sign of group) ALIKE.set(sign, (ALIKE.get(sign) ?? "") + group.replaceAll(sign, ""));

/**
 * A word with one sign put right that looks like another; "" where none of these stands anywhere.
 * @param {string} word
 * @param {(part: string) => Promise<boolean>} stands
 * @param {boolean[]} pairs whether each pair of neighbours stands
 */
export async function reshaped(word, stands, pairs) {
  const signs = Array.from(word);
  const written = suspected(pairs).flatMap((at) =>
    Array.from(ALIKE.get(signs[at]) ?? "", (other) => [...signs.slice(0, at), other, ...signs.slice(at + 1)].join("")));
  const tried = written.slice(0, MOST);
  const found = await Promise.all(tried.map(stands));
  return found.includes(true) ? tried[found.indexOf(true)] : "";
}

/**
 * The places at which one sign may be wrong: those in all pairs that stand nowhere, any where each pair does.
 * @param {boolean[]} pairs
 */
export function suspected(pairs) {
  const [first, last] = [pairs.indexOf(false), pairs.lastIndexOf(false)];
  return [...pairs, true].flatMap((_, at) => (first < 0 || (at >= last && at <= first + 1) ? [at] : []));
}

/**
 * Whether a word stands in some documents by chance only, across the words of them.
 * @param {string} word
 * @param {Hit[]} hits all that hold it
 */
export async function byChance(word, hits) {
  if (!hits.length || hits.length > FEW || !("Segmenter" in Intl)) return false;
  const cutter = new Intl.Segmenter("zh", { granularity: "word" });
  const cards = await Promise.all(hits.map((hit) => hit.shard.card(hit.id)));
  return cards.every(({ title, text, extra, asked = "" }) => [title, text, extra, asked].join("\n").split("\n").every((line) => !whole(line, word, cutter)));
}

/** @type {(line: string, word: string, cutter: Intl.Segmenter) => boolean} whether a word is one, or some, of a line */
function whole(line, word, cutter) {
  if (!line.includes(word)) return false;
  const begins = new Set(Array.from(cutter.segment(line), ({ index }) => index)).add(line.length);
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) if (begins.has(at) && begins.has(at + word.length)) return true;
  return false;
}
