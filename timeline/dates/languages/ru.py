"""Russian."""

from timeline.dates.translation.translation import Translation

LANGUAGE = Translation(
    months="""
        январь января январе январем
        февраль февраля феврале февралем
        март марта марте мартом
        апрель апреля апреле апрелем
        май мая мае маем
        июнь июня июне июнем
        июль июля июле июлем
        август августа августе августом
        сентябрь сентября сентябре сентябрем
        октябрь октября октябре октябрем
        ноябрь ноября ноябре ноябрем
        декабрь декабря декабре декабрем
    """,
    short_months="""
        янв
        фев февр
        мар
        апр
        мая
        июн
        июл
        авг
        сен сент
        окт
        ноя нояб
        дек
    """,
    weekdays="""
        понедельник понедельника понедельнику понедельником
        вторник вторника вторнику вторником
        среда среду среды среде
        четверг четверга четвергу
        пятница пятницу пятницы пятнице
        суббота субботу субботы субботе
        воскресенье воскресенья воскресенью
    """,
    short_weekdays="""
        пн
        вт
        ср
        чт
        пт
        сб
        вс
    """,
    seasons="""
        весна весны весну весной весне
        лето лета летом
        осень осени осенью
        зима зимы зиму зимой зиме
    """,
    numbers="""
        один одного
        два две двух
        три трех
        четыре четырех
        пять пяти
        шесть шести
        семь семи
        восемь восьми
        девять девяти
        десять десяти
        одиннадцать
        двенадцать
        тринадцать
        четырнадцать
    """,
    tens="""
        двадцатые двадцатых
        тридцатые тридцатых
        сороковые сороковых
        пятидесятые пятидесятых
        шестидесятые шестидесятых
        семидесятые семидесятых
        восьмидесятые восьмидесятых
        девяностые девяностых
    """,
    day=r"\d\d?(?:-(?:го|е|ого))?",
    year_words="года году год годы годах годов г гг",
    on="в|во|на",
    in_="в|во|за",
    phrases="""
        сегодня = today
        сегодня утром|днем|вечером|ночью = this morning
        вчера = yesterday
        вчера утром|днем|вечером|ночью = yesterday
        позавчера = the day before yesterday
        завтра = tomorrow
        послезавтра = the day after tomorrow
        с сегодняшнего_дня = since today
        день назад = yesterday
        {n} день|дня|дней назад = {n} days ago
        [в|во] прошлый|прошлую|прошлое {weekday} = last {weekday}
        [в|во] минувший|минувшую|минувшее {weekday} = past {weekday}
        [в|во] этот|эту|это {weekday} = this {weekday}
        [в|во] следующий|следующую|следующее {weekday} = next {weekday}
        [в|во] {weekday} на прошлой неделе = {weekday} last week
        [в|во] {weekday} на этой неделе = {weekday} this week
        каждый|каждую|каждое|тот|ту|первый|первую|второй|вторую {weekday} = every {weekday}
        [на] прошлой неделе|недели = last week
        [на] этой неделе|недели = this week
        [на] следующей|будущей неделе|недели = next week
        [в] прошлого|прошлом месяца|месяце = last month
        [в] этого|этом месяца|месяце = this month
        [в] следующего|следующем месяца|месяце = next month
        [в] прошлого|прошлом года|году = last year
        [в] этого|этом|нынешнем|текущем года|году = this year
        [в] следующего|следующем|будущем года|году = next year
        в прошлые|минувшие выходные = last weekend
        [ON] {day} [OF] {mon} прошлого года = {day} {mon} last year
        [ON] {day} [OF] {mon} этого|текущего|нынешнего года = {day} {mon} this year
        [в] {month} прошлого года = {month} last year
        [в] {month} этого|текущего|нынешнего года = {month} this year
        [в] {month} следующего|будущего года = {month} next year
        в прошлом {month} = last {month}
        {season} прошлого года = every year
        {numeric}{year} = {numeric} {year}
        с|со|от {day} по|до {day2} {mon} = from {day} to {day2} {mon}
        с|со|от {day} по|до {day2} {mon} {year} = from {day} to {day2} {mon} {year}
        между {day} и {day2} {mon} {year} = from {day} to {day2} {mon} {year}
        между {day} и {day2} {mon} = from {day} to {day2} {mon}
        с|со|от {when} по|до {when2} = from {when} to {when2}
        [в] ночь|ночью с|со {weekday} на {weekday2} = from {weekday} to {weekday2}
        в ночь на {when} = from the day before {when} to {when}
        [с] начала {month} = since the start of {month}
        [с] начала {mon} {year} = since the start of {mon} {year}
        в|к начале|середине|конце|течение {when} = the start of {when}
        с|со {day} {mon} = since {day} {mon}
        с|со {mon} {year} = since {mon} {year}
        с|со {day} {mon} {year} = since {day} {mon} {year}
        с|со {month} = since {month}
        с|со {year} = since {year}
        до {day} {mon} = until {day} {mon}
        до {day} {mon} {year} = until {day} {mon} {year}
        около|примерно|приблизительно|ориентировочно {when} = about {when}
        утром|днем|вечером|ночью|рано_утром|поздно_вечером {when} = morning of {when}
        утром|днем|вечером|ночью в|во {when} = morning of {when}
        {when} утром|днем|вечером|ночью = morning of {when}
        {when} около|после|в {clock} [час.|часов|часа|ч.] = morning of {when}
        по_состоянию на {when} = as of {when}
        [в] {decade}-(е|х|ые|ых) [годы|годах|годов|гг.] = the {decade}s
        [в] {digit}0-(е|х|ые|ых) [годы|годах|годов|гг.] = the {digit}0s
        [в] {tens} [годы|годах|годов] = the {tens}0s
        [в] {digit}0-(е|х|ые|ых) [годы|годах|годов|гг.] {hundreds} века|в.|столетия = the {hundreds}{digit}0s
        [в] {tens} [годы|годах|годов] {hundreds} века|в.|столетия = the {hundreds}{tens}0s
        [в] {century} век|века|веке|в.|столетие|столетия|столетии = {century} century
        [в] {century}-{century2} века|веках|веков|вв. = from {century} century to {century2} century
    """,
    future=r"будет|будут|должен|должна|должны|должно|планирует\w*|планируют\w*|намерен\w*|ожидается|ожидаются|состоится|состоятся|"
    r"\w+(?:ется|утся|ются|ится|атся|ятся|дет|дут)",
    past=r"\w{2,}(?:[аиеоуяы]л[аои]?)(?:ся|сь)?|был|была|было|были",
)
