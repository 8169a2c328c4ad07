"""What pounds are of, where they are a weight and where they are money."""

WEIGHED = frozenset(
    "coffee cotton sugar tea cocoa rice wheat flour corn maize soybeans soybean beans lentils peanuts almonds "
    "pistachios walnuts cashews nuts pecans hazelnuts honey tobacco rubber wool hay grain beef pork poultry "
    "chicken turkey lamb meat sausage bacon eggs butter cheese milk fish salmon tuna shrimp lobster lobsters crab "
    "crabs scallops oysters squid cod potatoes tomatoes onions apples oranges grapes cherries berries blueberries "
    "strawberries cranberries raspberries peaches pears lemons bananas avocados lettuce spinach carrots mushrooms "
    "garlic cabbage pumpkins fruit vegetables candy chocolate salt pepper uranium copper iron steel aluminum "
    "aluminium zinc nickel tin lithium cobalt coal ore sand gravel cement ice rock garbage trash rubbish litter "
    "debris plastic plutonium dynamite explosives fertilizer fertiliser manure carbon ammonia hydrogen pesticides "
    "pesticide feed hops barley oats wax yellowcake molybdenum".split()
)
"""Nothing that is told of by its price as often as by its weight, such as drugs."""
MONEY = frozenset(
    "debt debts aid funding fund funds investment investments loan loans spending revenue revenues income profit "
    "profits loss losses saving savings tax taxes taxpayer taxpayers cut cuts asset assets cash capital credit "
    "borrowing bonds bond gilts shares stock equity fine fines damages damage compensation support subsidy "
    "subsidies grant grants money pension pensions benefits bills fees costs cost budget budgets liabilities "
    "trade sales exports imports turnover orders contracts business deals public government private writedowns "
    "payments dividends donations bonuses financing finance mortgages mortgage insurance relief stimulus reserves "
    "deposits bailout economic growth expenditure efficiency efficiencies arrears transactions lending".split()
)
DETERMINERS = frozenset("the a an its their his her our this that these those such all".split())
"""They may open what pounds are of."""
