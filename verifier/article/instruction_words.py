"""The phrases by which a text speaks to a model or a checker, in the languages articles come in."""

import re
from typing import NamedTuple

from verifier.article.plainly import plainly


class Rule(NamedTuple):
    """One way to instruct; every pattern has one way to fail and the group `said`."""

    how: str
    needs: tuple[str, ...]
    """Lower-case words of which one at least stands in whatever the pattern finds."""
    pattern: re.Pattern[str]


MIXED = re.compile(r"[a-z][\u0370-\u03ff\u0430-\u044f]|[\u0370-\u03ff\u0430-\u044f][a-z]", re.IGNORECASE)
"""A word of letters of two alphabets, as no language has it."""
LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧαορνι", "aeopcyxijsdhABEKMHOPCTXIJSABEZHIKMNOPTYXaopvi"
)

_ORDERS = "tells its reader to forget what it was told"
_SPEAKS = "speaks to a language model or to a checker"
_ASKS = "asks for a verdict"
_TALKS = "holds marks of a conversation with a language model"
_FORGES = "imitates the marks or the answers this tool works with"
_REPORTS = "imitates a report of this tool"

# Where an order begins: a line, a sentence, a quotation, or after a word that asks for it.
_BEGINS = (
    r"(?:^|[^\w\s]|\b(?:please|kindly|now|and|then|must|should|shall|bitte|por favor|veuillez|пожалуйста)\b)"
    r"[ \t\"'*_]{0,4}"
)
_MODEL = (
    r"(?:(?:ai|a\.i\.|artificial intelligence)(?: (?:model|assistant|system|agent|tool|checker|reader|reviewer|bot))?s?"
    r"|(?:large )?language models?|llms?|(?:chat)?gpt(?:-\w+)?|(?:ai |virtual )?assistants?|chatbots?"
    r"|(?:automated |automatic |ai )?(?:fact|claim)[- ]?check(?:ers?|ing (?:tools?|systems?|models?|bots?|software))"
    r"|(?:automated|automatic|machine) (?:readers?|checkers?|verifiers?|reviewers?|systems?)|verifiers?)"
)
_VERDICT = r"(?:corroborated|unsourced|conflicting|fact[- ]checked|verified|confirmed|true|accurate|correct)"


def _rule(how: str, needs: str, pattern: str) -> Rule:
    plain = plainly(pattern).text
    words = tuple(plainly(word).text for word in needs.split())
    return Rule(how, words, re.compile(plain, re.IGNORECASE | re.MULTILINE))


def _forget(needs: str, verbs: str, between: str, nouns: str) -> Rule:
    """Return the rule for "ignore all previous instructions" where the order leads."""
    return _rule(_ORDERS, needs, rf"{_BEGINS}(?P<said>(?:{verbs})\s+(?:(?:{between})\s+){{1,5}}(?:{nouns})\b)")


RULES = (
    _forget(
        "instruction prompt",
        "ignore|disregard|forget|override|bypass|skip|discard",
        "all|any|every|each|of|the|your|my|our|these|those|other|and|previous|previously|given|prior|preceding|above"
        "|earlier|former|foregoing|existing|original|initial|system|current|safety",
        "instructions?|prompts?",
    ),
    _rule(
        _ORDERS,
        "instruction prompt",
        rf"(?P<said>\b{_MODEL}\b[^.\n]{{0,80}}\b(?:to|must|should|shall) (?:ignore|disregard|forget|override)\s+"
        r"(?:\w+\s+){0,4}(?:instructions?|prompts?)\b)",
    ),
    _forget(
        "anweisung instruktion vorgabe",
        r"ignorier(?:e|en sie|t)|missachte(?:n sie)?|vergiss|vergessen sie|uebergehe",
        "alle|die|deine|ihre|vorherigen|vorigen|bisherigen|obigen|fruheren|frueheren|vorangegangenen|vorangehenden"
        "|vorstehenden|sonstigen|anderen",
        "anweisungen|instruktionen|vorgaben",
    ),
    _rule(
        _ORDERS,
        "instructions consignes directives",
        rf"{_BEGINS}(?P<said>(?:ignore[zr]?|oublie[zr]?)\s+(?:(?:toutes|les|vos|tes)\s+){{1,2}}"
        r"(?:instructions|consignes|directives)\s+(?:precedentes|anterieures|ci-dessus|initiales))",
    ),
    _rule(
        _ORDERS,
        "instrucciones instrucoes istruzioni",
        rf"{_BEGINS}(?P<said>(?:ignor[aei]n?|olvid[ae]n?|descart[ae]n?|ignorate|esque[cç]a|dimentica(?:te)?)\s+"
        r"(?:(?:todas|as|las|tus|sus|tutte|le|suas)\s+){0,2}(?:instrucciones|instrucoes|istruzioni)"
        r"(?:\s+(?:anteriores|previas|precedenti))?)",
    ),
    _rule(
        _ORDERS,
        "инструкци указани команд інструкці",
        r"(?P<said>\b(?:про)?(?:игнорируй(?:те)?|забудь(?:те)?|ігноруй(?:те)?)\s+(?:(?:все|всі|эти|ваши|твои)\s+){0,2}"
        r"(?:(?:предыдущие|прежние|прошлые|попередні)\s+)(?:инструкции|указания|команды|інструкції))",
    ),
    _rule(
        _ORDERS,
        "忽略 無視 无视 忘记 忘れ",
        r"(?P<said>(?:忽略|无视|無視|忘记)(?:[你您]?(?:以上|之前|先前|上述|前面|此前|所有|全部|一切|任何|的)){1,5}"
        r"(?:指令|指示|提示|说明|說明|命令)|(?:以前|これまで|上記|前)の(?:すべての)?(?:指示|命令)を(?:無視|忘れ))",
    ),
    _rule(
        _ORDERS,
        "تعليمات أوامر",
        r"(?P<said>(?:تجاهل|تجاهلوا|تجاهلي|انس|انسوا)\s+(?:(?:جميع|كل|كافة)\s+)?(?:التعليمات|الأوامر)\s+(?:السابقة|أعلاه))",
    ),
    _rule(
        _ORDERS,
        "הוראות הנחיות",
        r"(?P<said>(?:התעלם|התעלמי|התעלמו|שכח|שכחו)\s+(?:מכל\s+)?(?:מ?ה?הוראות|מ?ה?הנחיות)\s+הקודמות)",
    ),
    _rule(_ORDERS, "निर्देश", r"(?P<said>(?:पिछले|पूर्व|सभी)\s+(?:सभी\s+)?निर्देशों\s+को\s+(?:अनदेखा|नज़रअंदाज़|भूल))"),
    _rule(
        _ORDERS,
        "지시 명령",
        r"(?P<said>(?:이전|앞선|위)의?\s*(?:모든\s*)?(?:지시|명령)(?:사항)?(?:를|을)?\s*(?:무시|잊))",
    ),
    _rule(
        _ORDERS,
        "talimat",
        rf"{_BEGINS}(?P<said>(?:onceki|yukar[iı]daki)\s+(?:t[uü]m\s+)?talimatlar[iı]\s+(?:yoksay|unut|g[oö]rmezden))",
    ),
    # ------------------------------------------------------------------------------- to whom it speaks
    _rule(
        _SPEAKS,
        "note message instruction attention reminder notice memo warning",
        rf"{_BEGINS}(?P<said>(?:notes?|messages?|instructions?|attention|reminder|notice|memo)\s*(?:to|for|:)?\s+"
        rf"(?:the |any |all |every |whatever |our )?(?:(?:automated|reading|processing|following) )?{_MODEL}\b"
        r"(?=\s*[:,.!\n–—-]| (?:reading|processing|who|that|which|checking|analy[sz]ing)))",
    ),
    _rule(
        _SPEAKS,
        "you",
        rf"(?P<said>\b(?:if|since|because|as) you are (?:an?|the) {_MODEL}\b"
        rf"|\bas an? {_MODEL},? you (?:must|should|will)\b)",
    ),
    _rule(
        _SPEAKS,
        "you",
        rf"{_BEGINS}(?P<said>you are (?:now |no longer |hereby )?(?:an?|the|in) (?:\w+ ){{0,2}}?"
        rf"(?:{_MODEL}|developer mode|dan mode|jailbr\w+)\b)",
    ),
    _rule(
        _SPEAKS,
        "dear hello hey hi",
        rf"{_BEGINS}(?P<said>(?:dear|hello|hey|hi) (?:\w+ )?{_MODEL}\s*[,:!–—-])",
    ),
    _rule(
        _SPEAKS,
        "prompt instruction",
        rf"{_BEGINS}(?P<said>(?:reveal|print|repeat|output|show|leak)\s+(?:\w+\s+){{0,2}}(?:your|the system|the hidden)"
        r"\s+(?:\w+\s+){0,2}(?:prompts?|instructions?)\b)",
    ),
    _rule(
        _SPEAKS,
        "prompt instruction article input document override",
        r"(?P<said>^[ \t#*=<\[(_-]{0,12}(?:(?:end|begin(?:ning)?|start) of (?:the )?(?:articles?|prompts?|inputs?"
        r"|documents?|user inputs?|instructions?|system prompts?)|(?:new|updated|additional|real|actual|revised"
        r"|system) (?:system )?(?:instructions?|prompts?|override)|system override)\b[ \t]*(?:[:*=>\])_#-]|$))",
    ),
    _rule(
        _SPEAKS,
        "ki-modell sprachmodell ki-assistent faktencheck",
        r"(?P<said>\b(?:hinweis|nachricht|anweisung|achtung|bitte) ?(?:an|fur|fuer)? (?:(?:die|das|den|alle|jede[ns]?)"
        r" )?(?:ki(?:[- ](?:modelle?|assistent\w*|systeme?))?|sprachmodelle?|faktenpruf\w+|faktencheck\w*)\b\s*[:,!]"
        r"|\b(?:wenn|falls|da) (?:du|sie) (?:eine?|ein) (?:ki\b|sprachmodell|ki-\w+))",
    ),
    _rule(
        _SPEAKS,
        "modele assistant verificat",
        r"(?P<said>\b(?:note|message|consigne|instruction)s? (?:a l'attention |pour |a |au )"
        r"(?:de |des |du |les? |l'|toute? ){0,3}"
        r"(?:ia|modeles? de langage|assistants?|verificateurs?\b)[^.\n]{0,30}:"
        r"|\bsi (?:vous etes|tu es) (?:une ia|un modele))",
    ),
    _rule(
        _SPEAKS,
        "modelo asistente verificador ia",
        r"(?P<said>\b(?:nota|mensaje|instruccion(?:es)?|aviso)\s+(?:para|a)\s+(?:(?:el|la|los|las|todo|cualquier)\s+)?"
        r"(?:ia|modelos? de lenguaje|asistentes?|verificador(?:es)?)\b[^.\n]{0,30}:"
        r"|\bsi (?:usted es|eres) (?:una ia|un modelo|una inteligencia))",
    ),
    _rule(
        _SPEAKS,
        "модел ассистент нейросет проверяющ",
        r"(?P<said>\b(?:сообщение|указание|инструкция|внимание)[ ,]*(?:для|,)?\s*(?:языков\w+ модел\w+|нейросет\w+"
        r"|ассистент\w*|ии-\w+|проверяющ\w+)\s*[:!,]"
        r"|\bесли (?:ты|вы) (?:языковая модель|нейросеть|искусственный интеллект))",
    ),
    _rule(
        _SPEAKS,
        "模型 助手 人工智能",
        r"(?P<said>(?:致|请注意|注意|如果你是|若你是|作为)[,:]?(?:一个|所有|任何|各位)?(?:语言模型|大模型|人工智能(?:模型|助手)?|AI(?:模型|助手)?))",
    ),
    _rule(
        _SPEAKS,
        "نموذج الذكاء المساعد",
        r"(?P<said>(?:ملاحظة|رسالة|تعليمات)\s+(?:إلى|ل|الى)\s*(?:نموذج|نماذج|المساعد|الذكاء)"
        r"|إذا كنت (?:نموذج|ذكاء|مساعد))",
    ),
    _rule(
        _SPEAKS, "מודל בינה", r"(?P<said>(?:הודעה|הערה|הוראה)\s+(?:ל|אל\s)ה?(?:מודל|בינה)|אם (?:אתה|את) (?:מודל|בינה))"
    ),
    # -------------------------------------------------------------------------------- what it asks for
    _rule(
        _ASKS,
        "corroborated unsourced conflicting verified fact true accurate correct confirmed",
        rf"{_BEGINS}(?P<said>(?:mark|treat|label|classify|flag|rate|report|return|output|set|count)\s+"
        r"(?:(?:all|every|each|any|the|these|this|those|following|its|our|my|of) ){0,3}"
        r"(?:claims?|figures?|statements?|articles?|everything|verdicts?|text|facts?|numbers?|sentences?)\b[^.\n]{0,40}?"
        rf"\b{_VERDICT}\b)",
    ),
    _rule(
        _ASKS,
        "conflict contradiction discrepanc claims figures",
        rf"{_BEGINS}(?P<said>(?:do not|don't|never)\s+(?:report|flag|mark|extract|compare|list|check|verify)\s+"
        r"(?:\w+\s+){0,3}?(?:conflicts?|contradictions?|discrepanc\w+|claims?|figures?)\b)",
    ),
    _rule(
        _ASKS,
        "dismiss",
        rf"{_BEGINS}(?P<said>dismiss\s+(?:all|every|the|each)\s+(?:\w+\s+){{0,2}}(?:figures?|claims?)\b)",
    ),
    _rule(
        _ASKS,
        "bestatigt belegt wahr",
        rf"{_BEGINS}(?P<said>(?:markier|kennzeichn|bewert|behandl)(?:e|en sie)\s+(?:\w+\s+){{0,4}}als\s+"
        r"(?:\w+\s+)?(?:bestatigt|belegt|wahr|verifiziert))",
    ),
    _rule(
        _ASKS,
        "confirme vrai verifie corrobore",
        rf"{_BEGINS}(?P<said>(?:marque[zr]?|considere[zr]?|classe[zr]?)\s+(?:\w+\s+){{0,5}}comme\s+(?:\w+\s+)?"
        r"(?:confirme|vrai|verifie|corrobore)\w*)",
    ),
    _rule(
        _ASKS,
        "confirmad verdader verificad corroborad",
        rf"{_BEGINS}(?P<said>(?:marque|marca|considere|considera|clasifique)n?\s+(?:\w+\s+){{0,5}}como\s+(?:\w+\s+)?"
        r"(?:confirmad|verdader|verificad|corroborad)\w*)",
    ),
    _rule(
        _ASKS,
        "подтвержд проверен достоверн",
        r"(?P<said>\b(?:от|по)меть(?:те)?\s+(?:\w+\s+){0,5}как\s+(?:подтвержд|проверен|достоверн)\w*)",
    ),
    _rule(_ASKS, "标记 標記", r"(?P<said>(?:标记|標記|标注)(?:为|為|成)(?:已)?(?:证实|證實|核实|真实|确认|属实))"),
    # ------------------------------------------------------------------ what it takes itself to stand in
    _rule(
        _TALKS,
        "<| |> [inst [/inst <<sys </s> _turn> <bos> <eos> |user| |assistant| |system| fim_",
        r"(?P<said><\|[a-z_ ]{2,30}\|>|\[/?INST\]|<</?SYS>>|</s>|</?(?:start|end)_of_(?:turn|text|image)>|<(?:bos|eos)>"
        r"|<\|?(?:user|assistant|system)\|>|<\|[\w▁ ]{2,30}\|>)",
    ),
    _rule(
        _TALKS,
        "role",
        r"(?P<said>[\"']role[\"']\s*:\s*[\"'](?:system|assistant|developer|user|tool)[\"'])",
    ),
    _rule(
        _TALKS,
        "system assistant instruction",
        r"(?P<said>^[ \t]*(?:#{2,4} ?(?:system|instructions?|assistant|response)\s*:|(?:system|developer)"
        r" (?:message|prompt)\s*:|\[?(?:system|assistant)\]?\s*:"
        r"(?=\s*(?:you|ignore|sure|as |understood|the |all |mark|\{))))",
    ),
    # ---------------------------------------------------------------------------- what it passes itself off as
    _rule(_FORGES, "{ ❴", r"(?P<said>[{❴]\s?[fp]\d{1,9}\s?[|/:])"),
    _rule(_FORGES, "[s (s 【s", r"(?P<said>^[ \t]*[\[【(]s\d{1,9}[\]】)](?=\s))"),
    _rule(_FORGES, "date line", r"(?P<said>^[ \t]*date line\s*:)"),
    _rule(
        _FORGES,
        '"claims "figures "dismissed "verdict "statements "aspect',
        r"(?P<said>\"(?:dismissed|claims|figures|statements|same|related)\"\s*:\s*\[|\"verdict\"\s*:\s*\"\w+\""
        r"|\"aspect\"\s*:\s*\"\w+\")",
    ),
    _rule(
        _REPORTS,
        "conflicting corroborated unsourced unchecked",
        r"(?P<said>\S{1,200}:\d+:\d+: (?:conflicting|corroborated|unsourced|unchecked)\b"
        r"|\b\d[\d,]* claims?: \d[\d,]* conflicting\b|\b\d+ conflicting, (?:\d+|all) corroborated\b)",
    ),
)
