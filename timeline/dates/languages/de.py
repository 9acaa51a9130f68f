"""German."""

from timeline.dates.translation.translation import Translation

LANGUAGE = Translation(
    months="""
        januar jänner
        februar feber
        märz
        april
        mai
        juni
        juli
        august
        september
        oktober
        november
        dezember
    """,
    short_months="""
        jan
        feb
        mrz mär
        apr
        mai
        jun
        jul
        aug
        sep sept
        okt
        nov
        dez
    """,
    weekdays="""
        montag
        dienstag
        mittwoch
        donnerstag
        freitag
        samstag sonnabend
        sonntag
    """,
    short_weekdays="""
        mo
        di
        mi
        do
        fr
        sa
        so
    """,
    seasons="""
        frühling frühjahr frühlings frühjahrs
        sommer sommers
        herbst herbstes herbsts
        winter winters
    """,
    numbers="""
        ein einem einen
        zwei
        drei
        vier
        fünf
        sechs
        sieben
        acht
        neun
        zehn
        elf
        zwölf
        dreizehn
        vierzehn
    """,
    tens="""
        zwanziger
        dreißiger dreissiger
        vierziger
        fünfziger
        sechziger
        siebziger
        achtziger
        neunziger
    """,
    day=r"\d\d?\.?|ersten",
    on="am|an_diesem|an|den|dem|der|vom|zum|bis_zum",
    in_="im|in",
    phrases="""
        heute = today
        [am] heutigen {weekday} = today {weekday}
        [am] gestrigen {weekday} = yesterday {weekday}
        [am] morgigen {weekday} = tomorrow {weekday}
        heute früh|morgen|vormittag|mittag|nachmittag|abend|nacht = this morning
        gestern = yesterday
        gestern früh|morgen|vormittag|mittag|nachmittag|abend|nacht = yesterday
        vorgestern = the day before yesterday
        morgen = tomorrow
        morgen früh|vormittag|mittag|nachmittag|abend = tomorrow
        übermorgen = the day after tomorrow
        ab|seit heute = since today
        seit gestern = since yesterday
        vor {n} tagen|tag = {n} days ago
        [am] letzten|vergangenen|vorigen {weekday} = last {weekday}
        [am] diesen|diesem {weekday} = this {weekday}
        [am] kommenden {weekday} = coming {weekday}
        [am] nächsten {weekday} = next {weekday}
        [am] {weekday} letzter|vergangener|voriger woche = {weekday} last week
        [am] {weekday} dieser woche = {weekday} this week
        [am] jeden|jedem|jeder|folgenden|darauffolgenden|ersten|zweiten {weekday} = every {weekday}
        [in_der] letzte|letzten|letzter|vergangene|vergangenen|vergangener|vorige|vorigen|voriger woche = last week
        [in] diese|dieser woche = this week
        [in_der] kommende|kommenden|kommender|nächste|nächsten|nächster woche = next week
        [im] letzten|vergangenen|vorigen monat|monats = last month
        [in] diesem|diesen|dieses monat|monats = this month
        [im] kommenden|nächsten monat|monats = next month
        [im] letztes|letzten|vergangenes|vergangenen|voriges|vorigen jahr|jahres = last year
        [in] dieses|diesem jahr|jahres = this year
        [im] kommendes|kommenden|nächstes|nächsten jahr|jahres = next year
        [am] letzten|vergangenen|letztes|vergangenes|voriges|vorigen wochenende = last weekend
        [ON] {day} {mon} letzten|vergangenen|vorigen jahres = {day} {mon} last year
        [ON] {day} {mon} dieses jahres = {day} {mon} this year
        [im] {month} letzten|vergangenen|vorigen jahres = {month} last year
        [im] {month} dieses jahres = {month} this year
        [im] {month} kommenden|nächsten jahres = {month} next year
        [im] vergangenen|letzten {month} = last {month}
        [im] jahr|jahre {year} = {year}
        [ON] {numeric}{year} = {numeric} {year}
        [ON] {wday} [ON] {numeric}{year} = {wday} {numeric} {year}
        vom|zwischen|von [dem] {day} bis|und [zum|dem] {day2} {mon} = from {day} to {day2} {mon}
        vom|zwischen|von [dem] {day} bis|und [zum|dem] {day2} {mon} {year} = from {day} to {day2} {mon} {year}
        vom|von|zwischen {when} bis|und [zum|dem] {when2} = from {when} to {when2}
        in_der nacht von|vom {weekday} auf|zum|zu [den] {weekday2} = from {weekday} to {weekday2}
        in_der nacht auf|zum|zu [den|dem] {when} = from the day before {when} to {when}
        seit anfang|beginn|mitte|ende [des] {when} = since the start of {when}
        seit|ab {day} {mon} = since {day} {mon}
        seit|ab [dem] {day} {mon} {year} = since {day} {mon} {year}
        seit|ab dem {day} {mon} = since {day} {mon}
        seit {when} = since {when}
        bis [zum] {when} = until {when}
        etwa|ungefähr|um|gegen|circa|ca.|rund {when} = about {when}
        [zu] anfang|mitte|ende|beginn [des|der] {when} = the start of {when}
        am abend|morgen|vormittag|nachmittag|mittag des {when} = morning of {when}
        [am] [frühen|späten] {weekday}(morgen|vormittag|mittag|nachmittag|abend|nacht) = morning of {weekday}
        {when} früh|morgen|vormittag|mittag|nachmittag|abend|nacht|morgens|abends|nachts = morning of {when}
        {when} [gegen|um|vor|nach] {clock} uhr = morning of {when}
        [in|die|der] [den] {decade}er [jahre|jahren] = the {decade}s
        [in|die|der] [den] {decade}er-(jahre|jahren) = the {decade}s
        [in|die|der] [den] {digit}0er [jahre|jahren] = the {digit}0s
        [in|die|der] [den] {digit}0er-(jahre|jahren) = the {digit}0s
        [in|die|der] [den] {tens} [jahre|jahren] = the {tens}0s
        [in|die|der] [den] {tens}(jahre|jahren) = the {tens}0s
        [im|das|des] {century}. jahrhundert|jahrhunderts|jh.|jhd. = {century} century
        [im] {century}.-{century2}. jahrhundert|jh. = from {century} century to {century2} century
        [im] {century}. bis {century2}. jahrhundert|jh. = from {century} century to {century2} century
    """,
    future=r"wird|werden|soll|sollen|sollte|sollten|will|wollen|plant|planen|geplant|muss|müssen|voraussichtlich|beginnt|findet|endet",
    past=r"wurde|wurden|war|waren|hatte|hatten|hat|haben|ist|sind|ge\w{3,}(?:t|en)|\w+ierten?|\w+te|sagte\w*|teilte\w*|kam|kamen|ging|gingen",
)
