"""The tables by which names are made comparable; data, so that a second language is a table and not a rewrite."""

PLACES: dict[str, str] = {
    form: place
    for place, forms in {
        "united states": "u.s., us, usa, u.s.a., america, american, united states of america, the states",
        "united kingdom": "u.k., uk, britain, great britain, british",
        "european union": "e.u., eu",
        "china": "chinese, prc, people's republic of china, mainland china",
        "germany": "german",
        "france": "french",
        "italy": "italian",
        "spain": "spanish",
        "netherlands": "dutch, the netherlands, holland",
        "poland": "polish",
        "japan": "japanese",
        "south korea": "south korean, republic of korea, korea, korean",
        "north korea": "north korean",
        "india": "indian",
        "pakistan": "pakistani",
        "afghanistan": "afghan",
        "vietnam": "vietnamese, viet nam",
        "russia": "russian, russian federation",
        "ukraine": "ukrainian",
        "turkey": "turkish, türkiye, turkiye",
        "canada": "canadian",
        "mexico": "mexican",
        "brazil": "brazilian",
        "argentina": "argentine, argentinian",
        "australia": "australian",
        "indonesia": "indonesian",
        "malaysia": "malaysian",
        "thailand": "thai",
        "philippines": "philippine, filipino, the philippines",
        "taiwan": "taiwanese",
        "iran": "iranian",
        "iraq": "iraqi",
        "israel": "israeli",
        "egypt": "egyptian",
        "saudi arabia": "saudi, saudi arabian",
        "united arab emirates": "uae, u.a.e., emirati",
        "south africa": "south african",
        "nigeria": "nigerian",
        "kenya": "kenyan",
        "ethiopia": "ethiopian",
        "greece": "greek",
        "portugal": "portuguese",
        "sweden": "swedish",
        "norway": "norwegian",
        "denmark": "danish",
        "finland": "finnish",
        "switzerland": "swiss",
        "austria": "austrian",
        "belgium": "belgian",
        "ireland": "irish",
        "hungary": "hungarian",
        "czech republic": "czech, czechia",
        "romania": "romanian",
        "chile": "chilean",
        "colombia": "colombian",
        "peru": "peruvian",
        "venezuela": "venezuelan",
    }.items()
    for form in (place, *forms.split(", "))
}
"""Every form of a country's name, its adjective included, to one name."""

ELSEWHERE = ("North", "New", "Northern", "Latin", "South", "Central", "Papua")
"""Words before a country's name that make it another place: "Latin America", "New Mexico", "Northern Ireland"."""

COUNTED: dict[str, str] = {
    "volume": "amount",
    "volumes": "amount",
    "tonnage": "amount",
    "quantity": "amount",
    "quantities": "amount",
    "number": "amount",
    "count": "amount",
    "weight": "amount",
    "output": "amount",
    "value": "value",
    "values": "value",
    "bill": "value",
    "worth": "value",
    "revenue": "value",
    "revenues": "value",
    "turnover": "value",
    "cost": "value",
    "costs": "value",
    "price": "price",
    "prices": "price",
}
"""Words of a measure that say what is counted."""

EMPTY = frozenset(
    {"the", "a", "an", "of", "in", "on", "to", "by", "for", "from", "and", "its", "their", "all", "total", "totals"}
    | {
        "overall",
        "level",
        "levels",
        "figure",
        "figures",
        "amount",
        "amounts",
        "share",
        "shares",
        "rate",
        "percentage",
        "proportion",
    }
)
"""Words of a measure that tell nothing apart."""

IRREGULAR: dict[str, str] = {
    "buses": "bus",
    "children": "child",
    "gases": "gas",
    "men": "man",
    "news": "news",
    "potatoes": "potato",
    "series": "series",
    "species": "species",
    "tomatoes": "tomato",
    "women": "woman",
}
"""Words whose singular no ending tells."""

PACES: dict[str, int] = {"monthly": 1, "quarterly": 3, "annual": 12, "yearly": 12}
"""Words of a measure that say how long it runs, in months."""

EITHER = frozenset("delivery export import order purchase sale shipment trade".split())
"""Heads of measures that may count amounts or money, as long as nobody says which."""

FLOWS = EITHER | {"consumption", "import", "production", "spending"}
"""Measures that add up over time: those of a month are part of those of its year."""

LASTING = frozenset("aboard age depth enrolled epicenter epicentre magnitude participant passenger seat".split())
"""Words of what is the same of a happening whenever it is told."""

GROWING = frozenset(
    "arrest arrested attack burned burnt case casualty charged collapsed complaint damaged dead destroyed detained"
    " explosion fallen flattened hit hurt infected infection injured killed looted lost razed rescued"
    " ruined signature sunk vote victim".split()
)
"""Words of what can only grow as a happening goes on, when it is counted from its beginning."""

DWINDLING = frozenset(
    "active clinic displaced evacuated hospital hospitalised hospitalized missing remaining stranded trapped treated"
    " unaccounted without".split()
)
"""Words of what is counted for the moment: it falls as the missing are found and the power comes back."""

RUNNING = frozenset(
    "campaign conflict crackdown epidemic fighting invasion occupation offensive outbreak pandemic protest siege unrest"
    " uprising violence war".split()
)
"""Words of happenings that go on for weeks: who was killed on one of its days is not the whole count of them."""

SAME_MEASURE: dict[str, str] = {
    "death": "dead",
    "killed": "dead",
    "fatality": "dead",
    "injury": "injured",
    "wounded": "injured",
}
"""Words of a measure that mean the same when nothing else is said ("death toll", "people killed")."""

ANYBODY = frozenset({"people", "person", "victim", "toll"})
"""Words that tell the hit of a happening from nobody: "people killed" are its deaths."""
