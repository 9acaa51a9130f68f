"""Polish."""

from timeline.dates.translation.translation import Translation

LANGUAGE = Translation(
    months="""
        styczeń stycznia styczniu styczniem
        luty lutego lutym
        marzec marca marcu marcem
        kwiecień kwietnia kwietniu kwietniem
        maj maja maju majem
        czerwiec czerwca czerwcu czerwcem
        lipiec lipca lipcu lipcem
        sierpień sierpnia sierpniu sierpniem
        wrzesień września wrześniu wrześniem
        październik października październiku październikiem
        listopad listopada listopadzie listopadem
        grudzień grudnia grudniu grudniem
    """,
    short_months="""
        sty stycz
        lut
        mar
        kwi kwiec
        maj
        cze czerw
        lip
        sie sierp
        wrz wrzes
        paź paźdz
        lis listop
        gru grudz
    """,
    weekdays="""
        poniedziałek poniedziałku poniedziałkiem
        wtorek wtorku wtorkiem
        środa środę środy środzie
        czwartek czwartku czwartkiem
        piątek piątku piątkiem
        sobota sobotę soboty sobocie
        niedziela niedzielę niedzieli
    """,
    short_weekdays="""
        pon pn
        wt
        śr
        czw
        pt
        sob
        niedz nd
    """,
    seasons="""
        wiosna wiosny wiosnę wiosną wiośnie
        lato lata latem lecie
        jesień jesieni jesienią
        zima zimy zimę zimą zimie
    """,
    numbers="""
        jeden
        dwa dwóch
        trzy trzech
        cztery czterech
        pięć pięciu
        sześć sześciu
        siedem siedmiu
        osiem ośmiu
        dziewięć dziewięciu
        dziesięć dziesięciu
        jedenaście
        dwanaście
        trzynaście
        czternaście
    """,
    tens="""
        dwudzieste dwudziestych
        trzydzieste trzydziestych
        czterdzieste czterdziestych
        pięćdziesiąte pięćdziesiątych
        sześćdziesiąte sześćdziesiątych
        siedemdziesiąte siedemdziesiątych
        osiemdziesiąte osiemdziesiątych
        dziewięćdziesiąte dziewięćdziesiątych
    """,
    year_words="roku rok r",
    on="w|we|dnia|z_dnia",
    in_="w|we",
    phrases="""
        dziś|dzisiaj = today
        dziś|dzisiaj rano|wieczorem|w_nocy|po_południu = this morning
        wczoraj = yesterday
        wczoraj rano|wieczorem|w_nocy|po_południu = yesterday
        przedwczoraj = the day before yesterday
        jutro = tomorrow
        pojutrze = the day after tomorrow
        od dziś|dzisiaj = since today
        dzień temu = yesterday
        {n} dni temu = {n} days ago
        [w|we] zeszły|ubiegły|zeszłą|ubiegłą {weekday} = last {weekday}
        [w|we] miniony|minioną {weekday} = past {weekday}
        [w|we] ten|tę|najbliższy|najbliższą {weekday} = this {weekday}
        [w|we] przyszły|przyszłą {weekday} = next {weekday}
        [w|we] {weekday} w zeszłym|ubiegłym tygodniu = {weekday} last week
        [w|we] {weekday} w tym tygodniu = {weekday} this week
        [w|we] każdy|każdą|każdego|każdej|następny|następną|pierwszy|pierwszą|drugi|drugą|tamten|tamtą {weekday} = every {weekday}
        w zeszłym|ubiegłym|minionym tygodniu = last week
        zeszłego|ubiegłego|minionego tygodnia = last week
        w tym|bieżącym tygodniu = this week
        tego tygodnia = this week
        w przyszłym tygodniu = next week
        w zeszłym|ubiegłym|minionym miesiącu = last month
        zeszłego|ubiegłego|minionego miesiąca = last month
        w tym|bieżącym miesiącu = this month
        tego|bieżącego miesiąca = this month
        w przyszłym miesiącu = next month
        w zeszłym|ubiegłym|minionym roku = last year
        zeszłego|ubiegłego|minionego roku = last year
        w tym|bieżącym roku = this year
        tego|bieżącego roku = this year
        w przyszłym roku = next year
        w ubiegły|zeszły|miniony weekend = last weekend
        [ON] {day} [OF] {mon} ubiegłego|zeszłego|minionego|ub. roku|r. = {day} {mon} last year
        [ON] {day} [OF] {mon} tego|bieżącego|br. [roku] = {day} {mon} this year
        [w|we] {month} ubiegłego|zeszłego|minionego|ub. roku|r. = {month} last year
        [w|we] {month} tego|bieżącego|br. [roku] = {month} this year
        [w|we] {month} przyszłego roku = {month} next year
        w ubiegłym|zeszłym {month} = last {month}
        w roku {year} = {year}
        rok {year} = {year}
        {numeric}{year} = {numeric} {year}
        od|między {day} do|a|i {day2} {mon} = from {day} to {day2} {mon}
        od|między {day} do|a|i {day2} {mon} {year} = from {day} to {day2} {mon} {year}
        od {when} do {when2} = from {when} to {when2}
        w_latach {year}-{year2} = from {year} to {year2}
        w nocy z {weekday} na {weekday2} = from {weekday} to {weekday2}
        w nocy z {day} na {day2} {mon} = from {day} to {day2} {mon}
        w nocy z {day} na {day2} {mon} {year} = from {day} to {day2} {mon} {year}
        od początku {month} = since the start of {month}
        od początku {mon} {year} = since the start of {mon} {year}
        na|w|pod|z początku|początkiem|połowie|końcu|koniec|końcem {when} = the start of {when}
        w_połowie|pod_koniec|w_ciągu|w_trakcie|podczas {when} = the end of {when}
        od {day} {mon} = since {day} {mon}
        od {mon} {year} = since {mon} {year}
        od {day} {mon} {year} = since {day} {mon} {year}
        od {month} = since {month}
        od {year} = since {year}
        do {day} {mon} = until {day} {mon}
        do {day} {mon} {year} = until {day} {mon} {year}
        około|ok. {when} = about {when}
        rano|wieczorem|nad_ranem|o_świcie|po_południu|w_nocy|nocą [w|we] {when} = morning of {when}
        {when} rano|wieczorem|nad_ranem|po_południu|w_nocy|w_południe = morning of {when}
        {when} około|ok.|przed|po|o [godz.|godzinie|godziną] {clock} = morning of {when}
        {when} godz. {clock} = morning of {when}
        w_latach|lata|lat {digit}0. = the {digit}0s
        w_latach|lata|lat {tens} = the {tens}0s
        w_latach|lata|lat {digit}0. {hundreds} wieku|w. = the {hundreds}{digit}0s
        w_latach|lata|lat {tens} {hundreds} wieku|w. = the {hundreds}{tens}0s
        [w] {century} wiek|wieku|w. = {century} century
        [w] {century}-{century2} wiek|wieku|w. = from {century} century to {century2} century
    """,
    future=r"będzie|będą|ma|mają|musi|muszą|planuje\w*|planują|zamierza|zamierzają|odbędzie|odbędą|spotka|spotkają|zostanie|zostaną|"
    r"ruszy|rozpocznie|rozpoczną",
    past=r"\w{2,}(?:ł|ła|ło|li|ły)|został\w*|miał\w*",
)
