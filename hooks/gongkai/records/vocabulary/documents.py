"""What is said of a policy, its interpretation, its evaluation and what it gives."""

from __future__ import annotations

from gongkai.records.vocabulary.term import Term


class Topic(Term):
    """主题分类: the 22 classes used for government documents on government sites."""

    GOVERNMENT = "国务院组织机构", "organization"
    GENERAL = "综合政务", "general"
    ECONOMY = "国民经济管理、国有资产监管", "economy"
    FINANCE = "财政、金融、审计", "finance"
    LAND = "国土资源、能源", "land"
    FARMING = "农业、林业、水利", "farming"
    INDUSTRY = "工业、交通", "industry"
    COMMERCE = "商贸、海关、旅游", "commerce"
    MARKET = "市场监管、安全生产监管", "market"
    BUILDING = "城乡建设、环境保护", "building"
    SCIENCE = "科技、教育", "science"
    CULTURE = "文化、广电、新闻出版", "culture"
    HEALTH = "卫生、体育", "health"
    POPULATION = "人口与计划生育、妇女儿童工作", "population"
    LABOUR = "劳动、人事、监察", "labour"
    SECURITY = "公安、安全、司法", "security"
    CIVIL = "民政、扶贫、救灾", "civil"
    RELIGION = "民族、宗教", "religion"
    FOREIGN = "对外事务", "foreign"
    TAIWAN = "港澳台侨工作", "taiwan"
    DEFENCE = "国防", "defence"
    OTHER = "其他", "other"


class Domain(Term):
    """领域: the trial fields of 基层政务公开标准化规范化, and those the work plans name."""

    PROJECTS = "重大建设项目", "projects"
    TRADING = "公共资源交易", "trading"
    BUDGET = "财政预决算", "budget"
    SAFETY = "安全生产", "safety"
    TAX = "税收管理", "tax"
    EXPROPRIATION = "国有土地上房屋征收", "expropriation"
    HOUSING = "保障性住房", "housing"
    RENEWAL = "城市更新", "renewal"
    ENVIRONMENT = "生态环境", "environment"
    CULTURE = "公共文化服务", "culture"
    LEGAL = "公共法律服务", "legal"
    RELIEF = "救灾", "relief"
    FOOD = "食品药品监管", "food"
    ENFORCEMENT = "城市综合执法", "enforcement"
    EMPLOYMENT = "就业创业", "employment"
    INSURANCE = "社会保险", "insurance"
    ASSISTANCE = "社会救助", "assistance"
    ELDERLY = "养老服务", "elderly"
    HOUSEHOLD = "户籍管理", "household"
    EDUCATION = "义务教育", "education"
    HEALTH = "医疗卫生", "health"
    UTILITIES = "市政服务", "utilities"
    TRAFFIC = "交通出行", "traffic"
    BUSINESS = "营商环境", "business"
    TECHNOLOGY = "科技创新", "technology"
    COMMERCE = "商贸旅游", "commerce"
    PLANNING = "规划计划", "planning"
    DECISION = "决策公开", "decision"
    SERVICE = "政务服务", "service"
    STATE_ASSETS = "国有企业监管", "state-assets"
    MARKET = "市场监管", "market"
    AUDIT = "审计", "audit"
    POWERS = "权责清单", "powers"
    OPENNESS = "政务公开", "openness"
    LAND = "征地补偿", "land"
    RURAL_HOUSING = "农村危房改造", "rural-housing"
    POVERTY = "扶贫", "poverty"
    REVITALISATION = "乡村振兴", "revitalisation"
    FARM_SUBSIDIES = "涉农补贴", "farm-subsidies"
    TOWN_PLANNING = "城乡规划", "town-planning"
    TOURISM = "旅游", "tourism"
    BROADCASTING = "广播电视和网络视听", "broadcasting"
    PRESS = "新闻出版版权", "press"
    STATISTICS = "统计", "statistics"
    TRANSPORT = "交通运输", "transport"
    NATURAL_RESOURCES = "自然资源", "natural-resources"


class Audience(Term):
    """服务对象: whom a policy serves."""

    PERSON = "个人", "person"
    COMPANY = "企业", "company"
    SOLE_TRADER = "个体工商户", "sole-trader"
    ORGANISATION = "社会组织", "organisation"
    AGENCY = "机关事业单位", "agency"


class Disclosure(Term):
    """公开属性."""

    ACTIVE = "主动公开", "active"
    ON_REQUEST = "依申请公开", "on-request"
    CLOSED = "不予公开", "closed"


class Status(Term):
    """状态 of a policy, derived from dates and relations."""

    VALID = "有效", "valid"
    AMENDED = "已修改", "amended"
    PARTLY_REPEALED = "部分废止", "partly-repealed"
    REPEALED = "废止", "repealed"
    EXPIRED = "失效", "expired"
    NOT_YET = "尚未施行", "not-yet"
    #: made by another district and shown for comparison: nothing here rests on it
    ELSEWHERE = "外区文件", "elsewhere"


class AnswerState(Term):
    """状态 of an answer: it holds for as long as what it rests on does, derived on the day."""

    VALID = "有效", "valid"
    AMENDED = "依据已修改", "amended"
    SUSPENDED = "依据停止执行", "suspended"
    NOT_YET = "尚未施行", "not-yet"
    ENDED = "已废止失效", "expired"
    #: given before the document was made of which it speaks
    EARLIER = "早于文件", "earlier"
    #: of one that names no document
    SAID = "当日答复", "said"


class EffectKind(Term):
    """What one document does to another from a day on."""

    AMENDED = "修改", "amended"
    PARTLY_REPEALED = "部分废止", "partly-repealed"
    SUSPENDED = "停止执行", "suspended"
    RESUMED = "恢复执行", "resumed"
    REPEALED = "废止", "repealed"
    REPLACED = "替代", "replaced"


class Form(Term):
    """解读形式."""

    FAQ = "简明问答", "faq"
    TEXT = "文字", "text"
    INFOGRAPHIC = "一图读懂", "infographic"
    AUDIO = "音频", "audio"
    VIDEO = "视频", "video"
    CARTOON = "动漫", "cartoon"
    INTERVIEW = "访谈", "interview"
    PRESS = "新闻发布会", "press"
    EXPERT = "专家解读", "expert"
    MEDIA = "媒体解读", "media"


class EvaluationKind(Term):
    """类型 of an evaluation: by the unit itself, or by somebody else."""

    OWN = "政策评价", "own"
    THIRD_PARTY = "第三方评估", "third-party"


class EvaluationMethod(Term):
    """方式 of an evaluation."""

    SURVEY = "征集调查", "survey"
    DISCUSSION = "专题座谈", "discussion"
    INTERVIEW = "重点访谈", "interview"
    OPINION = "舆情监测", "opinion"
    ONLINE = "网络问政", "online"
    VISIT = "实地走访", "visit"
    DATA = "数据分析", "data"


class BenefitKind(Term):
    """支持方式: what a policy gives to business."""

    SUBSIDY = "资金补贴", "subsidy"
    RELIEF = "税费减免", "relief"
    FINANCE = "融资支持", "finance"
    TALENT = "用工和人才", "talent"
    PREMISES = "场地支持", "premises"
    SERVICE = "服务便利", "service"


class BenefitState(Term):
    """申报状态 of what a policy gives, derived from its dates."""

    OPEN = "申报中", "open"
    ALWAYS = "常年受理", "always"
    UPCOMING = "尚未开始", "upcoming"
    #: it is taken in some months of the year, and this is none of them
    BETWEEN = "等下一次申报", "between"
    CLOSED = "已截止", "closed"
    ENDED = "不能再申报", "ended"
