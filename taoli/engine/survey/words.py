"""The Chinese words of the ready questionnaires: short, and kind to whoever answers and to whoever is asked about."""

from collections.abc import Mapping
from dataclasses import dataclass

from taoli.engine.scheme.vocabulary import Survey
from taoli.engine.survey.questions import Question, QuestionKind

CHOICE, SCALE = QuestionKind.CHOICE, QuestionKind.SCALE


@dataclass(frozen=True, slots=True)
class Said:
    """What is said to one source. `guided` and `item` have a place for a label; no `guided`: not asked."""

    title: str
    intro: str
    overall: str
    item: str
    guided: str
    choices: tuple[Question, ...]
    last: str


@dataclass(frozen=True, slots=True)
class Regional:
    """A questionnaire of the indicators that regions report (ZJ-27)."""

    title: str
    source: Survey
    intro: str
    questions: tuple[Question, ...]


def _choice(key: str, text: str, *options: str, indicator: str = "", good: tuple[int, ...] = ()) -> Question:
    return Question(key=key, kind=CHOICE, text=text, options=options, indicator=indicator, good=good)


HOW_OFTEN = ("每周都有", "一个月两三次", "一个月一次左右", "一学期一两次", "还没有", "记不清了")
KNOWS = _choice(
    "knows",
    "您知道孩子的导师是哪位老师吗？",
    "知道，也联系过",
    "知道是谁",
    "不知道",
    indicator="knows_mentor",
    good=(0, 1),
)
STAFF_LAST = "想补充的话（不写也可以）"

SOURCES: Mapping[Survey, Said] = {
    Survey.STUDENTS: Said(
        title="学生问卷：我的导师",
        intro="照你自己的感受填就好，没有标准答案，大约两分钟。",
        overall="总的来说，导师对你有帮助吗？",
        item="{label}：你觉得导师做得怎么样？",
        guided="在{label}方面，导师对你有帮助吗？（没有聊过可以不答）",
        choices=(
            _choice("knows", "你知道自己的导师是谁吗？", "知道", "不太确定", "不知道"),
            _choice("often", "这学期导师大约多久和你聊一次？", *HOW_OFTEN),
            _choice("reach", "有事想找导师时，找得到吗？", "找得到", "有时找不到", "找不到", "没有找过"),
        ),
        last="想对学校说的话（不写也可以；请不要写出名字）",
    ),
    Survey.GUARDIANS: Said(
        title="家长问卷：孩子的导师",
        intro="大约一分钟。请照您实际了解的情况填写。",
        overall="总的来说，导师对孩子有帮助吗？",
        item="{label}：您觉得导师做得怎么样？",
        guided="在{label}方面，导师对孩子有帮助吗？（不了解可以不答）",
        choices=(
            KNOWS,
            _choice(
                "contact", "这学期导师和您联系过吗（电话、见面、留言都算）？", "多次", "一两次", "还没有", "记不清了"
            ),
        ),
        last="对学校的建议（不写也可以；请不要写出名字）",
    ),
    Survey.PEERS: Said(
        title="同事互评",
        intro="只评您有所了解的同事；不了解的留空即可。",
        overall="这位同事做导师，总的来说怎么样？",
        item="{label}",
        guided="",
        choices=(),
        last=STAFF_LAST,
    ),
    Survey.LEADERS: Said(
        title="领导评价",
        intro="只评您有所了解的导师；不了解的留空，可以分几次填。",
        overall="导师工作总的来说怎么样？",
        item="{label}",
        guided="",
        choices=(),
        last=STAFF_LAST,
    ),
    Survey.LEAD_MENTOR: Said(
        title="班主任评价",
        intro="评本班学生的导师；不了解的留空，可以分几次填。",
        overall="这位导师对本班学生的帮助，总的来说怎么样？",
        item="{label}",
        guided="",
        choices=(),
        last=STAFF_LAST,
    ),
    Survey.MORAL_OFFICE: Said(
        title="德育处评价",
        intro="只评您有所了解的导师；不了解的留空，可以分几次填。",
        overall="导师工作总的来说怎么样？",
        item="{label}",
        guided="",
        choices=(),
        last=STAFF_LAST,
    ),
    Survey.SELF: Said(
        title="导师自评",
        intro="看看这学期自己做了什么，还想做什么。",
        overall="这学期的导师工作，您给自己多少分？",
        item="{label}",
        guided="",
        choices=(),
        last="下学期最想做的一件事（不写也可以）",
    ),
}

REGIONAL: Mapping[str, Regional] = {
    "region_guardians": Regional(
        title="家长三问",
        source=Survey.GUARDIANS,
        intro="三个问题，半分钟。结果只按全校汇总。",
        questions=(
            KNOWS,
            _choice(
                "necessary",
                "您觉得学校给每个孩子配导师有必要吗？",
                "有必要",
                "说不清",
                "没有必要",
                indicator="parents_necessary",
                good=(0,),
            ),
            _choice(
                "useful",
                "导师对您的孩子有帮助吗？",
                "很有帮助",
                "有一些帮助",
                "没有感觉到",
                "还不了解",
                indicator="parents_useful",
                good=(0, 1),
            ),
        ),
    ),
    "region_mentors": Regional(
        title="教师两问",
        source=Survey.SELF,
        intro="两个问题，半分钟。结果只按全校汇总，不进入考核。",
        questions=(
            _choice(
                "willing",
                "您愿意继续做导师吗？",
                "愿意",
                "条件合适时愿意",
                "暂时不愿意",
                indicator="teachers_willing",
                good=(0, 1),
            ),
            _choice(
                "necessary",
                "您觉得全员导师制有必要吗？",
                "有必要",
                "说不清",
                "没有必要",
                indicator="teachers_necessary",
                good=(0,),
            ),
        ),
    ),
}
