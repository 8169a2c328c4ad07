"""Numbers that are names or page furniture, and the words that show it."""

NAMING = frozenset(
    "article articles section sections chapter clause paragraph boeing airbus iphone ipad windows route highway "
    "interstate flight room channel formula resolution apollo fortune ftse nasdaq nikkei stoxx russell dax dow "
    "csi topix sensex nifty agenda playstation xbox macbook psalm annex appendix footnote covid apartment apt "
    "runway freeway motorway android ios galaxy page pages p pp fig vol soyuz artemis category type phase tier "
    "isbn issn".split()
)
"""Before a bare number these make it a name, in any case of letter."""
CAPITAL_NAMING = frozenset(
    "Level Model Mark Unit Line Game Tower Camp Area District Company Expo Euro Super Pope Class Block Zone Ward "
    "Sector Exit Track Studio Radio Part Day Week Year Round Rule Division Fleet Brigade Regiment Battalion "
    "Squadron Station Pillar Core Ryzen Bowl War Gulf Group Flat Volume Act Vision Question Case Docket Step Form "
    "Table Figure Title Item Bus Train Tram Gate Grade Stage Episode Season Suite Schedule Protocol Directive "
    "Regulation Proposition Amendment Bill Lot Pier Hangar Platform Version Typhoon Convoy Falcon BMW Mazda "
    "Peugeot Porsche Gemini Claude Llama GPT Grok Starship Voyager".split()
)
"""The same only with a capital, and only where no plural noun follows: "Level 3", but "Group 5 banks"."""
BIG = frozenset({"Big", "Group"})
WARS = frozenset({"War", "Formula", "Phase", "Type", "Article", "Chapter"})
"""Before a spelled number with a capital these make a name: "World War Two"."""
SLASHED_NAMES = frozenset({"9/11", "24/7", "7/7", "50/50", "20/20", "7/11"})
TAILS = frozenset({"series", "class", "type", "gate", "style", "spec", "nm"})
"""After a number and a hyphen these make a name: "6.0-series"."""
FORMS = frozenset(
    {"13F", "13D", "13G", "10K", "4K", "8K", "3D", "2D", "4x4", "10Q", "8Q", "480p", "720p", "1080p", "1440p"}
)
PLAIN_PREFIXES = frozenset(
    "pre post mid sub top non over under near around about than nearly almost early late".split()
)
"""Before a hyphen and a number these leave it a number."""

CLOCK_WORDS = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "uhr"})
ZONES = frozenset("gmt utc ist est edt cst cdt pst pdt cet cest bst et pt msk hours hrs local jst hkt".split())
"""After four digits these make a time of day; "hours" only where the digits start with 0."""
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec".split()
)
COUNTERS = frozenset(
    "comment comments reply replies share shares view views like likes retweets followers read results min".split()
)
"""A line that is a number and one of these is page furniture."""
COPYRIGHT = frozenset({"©", "copyright", "℗", "(c)"})
YEAR_LEADS = frozenset(
    "in since by of until till through from before after during for late early mid and to the between circa c "
    "around about - – fy summer spring autumn winter fall season".split()
)
RANKING = frozenset({"no", "no.", "number", "nos", "rank", "ranks", "ranked", "ranking", "#", "№"})
TOP = frozenset({"top", "bottom"})
SUPERLATIVES = frozenset({"most", "best", "worst", "least", "last"})
RECORDS = frozenset({"high", "low", "highs", "lows", "peak", "best", "worst", "record"})
""" "A seven-month high" is a rank among months."""
