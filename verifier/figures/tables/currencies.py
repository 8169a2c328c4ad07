"""Money: signs, words and codes, each with the ISO 4217 codes it may stand for, the likeliest first."""

from decimal import Decimal

from verifier.figures.tables.units import Unit

_DOLLARS = "USD CAD AUD NZD HKD SGD TWD"
_SIGNS = {
    "$": _DOLLARS, "＄": _DOLLARS, "£": "GBP", "€": "EUR", "¥": "JPY CNY", "￥": "JPY CNY", "₹": "INR", "₨": "INR PKR",
    "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₴": "UAH",
    "₾": "GEL", "₭": "LAK", "₸": "KZT", "₵": "GHS", "₡": "CRC", "₲": "PYG", "₮": "MNT", "₼": "AZN", "৳": "BDT",
    "₿": "", "rs": "INR PKR LKR NPR", "rm": "MYR", "rp": "IDR", "kr": "SEK NOK DKK ISK",
}  # fmt: skip
_DOLLAR_PREFIXES = {
    "us": "USD", "u.s.": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD",
    "cad": "CAD", "can": "CAD", "nz": "NZD", "nzd": "NZD", "hk": "HKD", "hkd": "HKD", "s": "SGD", "sg": "SGD",
    "nt": "TWD", "r": "BRL", "mex": "MXN", "mx": "MXN", "j": "JMD", "tt": "TTD", "n": "NAD", "bds": "BBD",
}  # fmt: skip
"""What stands before "$" and says whose."""

_NOUNS = {
    # sort of money | what an adjective makes of it | without one
    "dollar dollars buck bucks": (
        "us USD, u.s. USD, american USD, united states USD, canadian CAD, australian AUD, new zealand NZD, "
        "hong kong HKD, singapore SGD, taiwan TWD, taiwanese TWD, jamaican JMD, namibian NAD, liberian LRD, "
        "bahamian BSD, fijian FJD, zimbabwean ZWG", _DOLLARS),
    "euro euros": ("", "EUR"),
    "sterling quid": ("", "GBP"),
    "pound pounds": ("sterling GBP, british GBP, egyptian EGP, lebanese LBP, syrian SYP, sudanese SDG", ""),
    "yuan renminbi rmb 元": ("chinese CNY", "CNY"),
    "yen": ("japanese JPY", "JPY"),
    "won": ("south korean KRW, korean KRW, north korean KPW", "KRW"),
    "rupee rupees ரூ": ("indian INR, pakistani PKR, sri lankan LKR, nepalese NPR, mauritian MUR", "INR PKR LKR NPR"),
    "rupiah rupiahs": ("indonesian IDR", "IDR"),
    "rouble roubles ruble rubles": ("russian RUB, belarusian BYN", "RUB BYN"),
    "franc francs": ("swiss CHF, french , belgian , cfa XOF, rwandan RWF, congolese CDF, guinean GNF", "CHF XOF XAF"),
    "krona kronor": ("swedish SEK, icelandic ISK", "SEK ISK"),
    "krone kroner": ("norwegian NOK, danish DKK", "NOK DKK"),
    "crown crowns": ("czech CZK, swedish SEK, norwegian NOK, danish DKK", "CZK SEK NOK DKK"),
    "koruna korunas": ("czech CZK", "CZK"),
    "peso pesos": ("mexican MXN, argentine ARS, argentinian ARS, chilean CLP, colombian COP, philippine PHP, "
                   "cuban CUP, dominican DOP, uruguayan UYU", "MXN ARS CLP COP PHP"),
    "real reais reals": ("brazilian BRL", "BRL"),
    "rand": ("south african ZAR", "ZAR"),
    "lira liras": ("turkish TRY, italian , syrian SYP, lebanese LBP", "TRY"),
    "zloty zlotys zlotych": ("polish PLN", "PLN"),
    "forint forints": ("hungarian HUF", "HUF"),
    "leu lei": ("romanian RON, moldovan MDL", "RON MDL"),
    "dinar dinars": ("kuwaiti KWD, iraqi IQD, jordanian JOD, serbian RSD, bahraini BHD, algerian DZD, tunisian TND, "
                     "libyan LYD", "KWD IQD JOD RSD DZD"),
    "dirham dirhams": ("uae AED, emirati AED, moroccan MAD", "AED MAD"),
    "riyal riyals rial rials": ("saudi SAR, qatari QAR, iranian IRR, omani OMR, yemeni YER", "SAR IRR QAR OMR"),
    "shekel shekels": ("israeli ILS", "ILS"),
    "baht": ("thai THB", "THB"),
    "dong": ("vietnamese VND", "VND"),
    "ringgit": ("malaysian MYR", "MYR"),
    "taka": ("bangladeshi BDT", "BDT"),
    "naira": ("nigerian NGN", "NGN"),
    "shilling shillings": ("kenyan KES, ugandan UGX, tanzanian TZS", "KES UGX TZS"),
    "hryvnia hryvnias hryvnya": ("ukrainian UAH", "UAH"),
    "tenge": ("kazakh KZT", "KZT"),
    "afghani afghanis": ("", "AFN"),
    "kyat kyats": ("", "MMK"),
    "lari": ("georgian GEL", "GEL"),
    "kip kips": ("lao LAK", "LAK"),
}  # fmt: skip
_RETIRED = "guilder guilders, mark marks, deutschmark deutschmarks, escudo escudos, peseta pesetas, drachma drachmas"
"""Money that is no longer legal tender: no code, still money."""
_RETIRED_ADJECTIVES = ("dutch", "german", "west german", "spanish", "french", "finnish")
_PARTS = {"cent cents ¢": _DOLLARS + " EUR", "pence penny": "GBP", "us cent/us cents/u.s. cent/u.s. cents": "USD",
          "euro cent/euro cents": "EUR", "paise": "INR"}  # fmt: skip
"""A hundredth of the money named."""
CODES = frozenset(
    "AED AFN ALL AMD AOA ARS AUD AZN BAM BBD BDT BHD BIF BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP "
    "CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS "
    "INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT "
    "MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR "
    "SBD SCR SDG SEK SGD SHP SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES "
    "VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG".split()
)
WORDLIKE = frozenset("ALL BAM BOB COP CUP ERN GEL LAK MAD MOP PEN RON SOS TOP TRY DOP NAD PHP SAR".split())
"""Codes that are also words: only in capitals, and only before the number."""


def _unit(codes: str, name: str, factor: str = "1") -> Unit:
    currencies = tuple(codes.split())
    code = currencies[0] if currencies and factor == "1" else name
    return Unit(code, "currency", Decimal(factor), (), currencies)


SIGNS = {sign: _unit(codes, "BTC") for sign, codes in _SIGNS.items()}
"""Stands before the number, some after it."""
PREFIXES = {("$", word): _unit(code, code) for word, code in _DOLLAR_PREFIXES.items()} | {
    ("£", "e"): _unit("EGP", "EGP"),
}
WORDS: dict[str, Unit] = {"btc": _unit("", "BTC"), "bitcoin": _unit("", "BTC"), "bitcoins": _unit("", "BTC")}
POUNDS = _unit("GBP", "GBP")


def _add_noun(nouns: str, adjectives: str, alone: str) -> None:
    for noun in nouns.split():
        if alone:
            WORDS[noun] = _unit(alone, noun)
        for pair in filter(str.strip, adjectives.split(",")):
            adjective, _, code = pair.strip().rpartition(" ") if not pair.endswith(" ") else (pair.strip(), "", "")
            WORDS[f"{adjective} {noun}"] = _unit(code, noun.removesuffix("s"))


def _add_all() -> None:
    for nouns, (adjectives, alone) in _NOUNS.items():
        _add_noun(nouns, adjectives, alone)
    for noun in _RETIRED.replace(",", "").split():
        for name in (noun, *(f"{adjective} {noun}" for adjective in _RETIRED_ADJECTIVES)):
            WORDS[name] = _unit("", noun.removesuffix("s"))
    for names, codes in _PARTS.items():
        for name in names.split("/") if "/" in names else names.split():
            WORDS[name] = _unit(codes, "penny" if codes == "GBP" else "cent", "0.01")
    for code in CODES - WORDLIKE - {"KGS"}:
        WORDS[code.lower()] = _unit(code, code)


_add_all()
WORDS |= {"pound sterling": POUNDS, "pounds sterling": POUNDS}
MILLIONS = {f"m{code.lower()}": _unit(code, code) for code in ("USD", "EUR", "GBP", "AUD", "CAD", "SEK", "NOK", "DKK")}
"""Business wires write MEUR 60 for 60 million euros."""
