"""Spanish."""

from timeline.dates.translation.translation import Translation

LANGUAGE = Translation(
    months="""
        enero
        febrero
        marzo
        abril
        mayo
        junio
        julio
        agosto
        septiembre setiembre
        octubre
        noviembre
        diciembre
    """,
    short_months="""
        ene
        feb
        mar
        abr
        may
        jun
        jul
        ago
        sep sept
        oct
        nov
        dic
    """,
    weekdays="""
        lunes
        martes
        miércoles miercoles
        jueves
        viernes
        sábado sabado
        domingo
    """,
    short_weekdays="""
        lun
        mar
        mié
        jue
        vie
        sáb
        dom
    """,
    seasons="""
        primavera
        verano
        otoño
        invierno
    """,
    numbers="""
        un
        dos
        tres
        cuatro
        cinco
        seis
        siete
        ocho
        nueve
        diez
        once
        doce
        trece
        catorce
    """,
    tens="""
        veinte
        treinta
        cuarenta
        cincuenta
        sesenta
        setenta
        ochenta
        noventa
    """,
    day=r"1\.?º|1ro|\d\d?|primero|uno",
    on="el|este|al|del|día|el_día",
    of="de|del",
    in_="en|en_el|el|en_la|la|en_el_mes_de|durante|en_el_año|el_año",
    phrases="""
        hoy = today
        esta mañana|tarde|noche = this morning
        ayer = yesterday
        ayer por la mañana|tarde|noche = yesterday
        anoche = last night
        anteayer|antier = the day before yesterday
        antes de ayer = the day before yesterday
        mañana = tomorrow
        pasado mañana = the day after tomorrow
        desde ayer = since yesterday
        desde|a_partir_de hoy = since today
        hace {n} días|día = {n} days ago
        [el] pasado {weekday} = past {weekday}
        [el] {weekday} pasado = past {weekday}
        [el] próximo {weekday} = next {weekday}
        [el] {weekday} próximo = next {weekday}
        [el] {weekday} que viene = coming {weekday}
        cada|un|todos_los|los|siguiente|primer|segundo|mismo {weekday} = every {weekday}
        [el] {weekday} siguiente|anterior = every {weekday}
        [el] {weekday} de la semana pasada = {weekday} last week
        [la] semana pasada = last week
        la pasada semana = last week
        esta semana = this week
        [la] próxima semana = next week
        [la] semana que viene = next week
        [el] mes pasado = last month
        el pasado mes = last month
        este mes = this month
        [el] próximo mes = next month
        [el] año pasado = last year
        el pasado año = last year
        este año = this year
        [el] próximo año = next year
        [el] año que viene = next year
        [el] fin de semana pasado = last weekend
        el pasado fin de semana = last weekend
        [el] pasado {day} [de] {mon} = {day} {mon}
        [el] {day} de {mon} pasado = {day} {mon}
        [ON] {day} [de] {mon} del año pasado = {day} {mon} last year
        [ON] {day} [de] {mon} de este año = {day} {mon} this year
        [en] {month} pasado = last {month}
        [en] {month} del año pasado = {month} last year
        [en] {month} de este año = {month} this year
        del|desde|entre [el] {day} al|hasta|y [el] {day2} de {mon} = from {day} to {day2} {mon}
        del|desde|entre [el] {day} al|hasta|y [el] {day2} de {mon} [de|del] {year} = from {day} to {day2} {mon} {year}
        del|desde|entre [el] {when} al|hasta|y [el] {when2} = from {when} to {when2}
        de|entre {when} a|y {when2} = from {when} to {when2}
        en_la|la noche|madrugada del {weekday} al {weekday2} = from {weekday} to {weekday2}
        desde [el|la] {when} = since {when}
        desde principios|comienzos|inicios de {when} = since the start of {when}
        a_partir_del {day} de {mon} = since {day} {mon}
        a_partir_del {day} de {mon} de {year} = since {day} {mon} {year}
        hasta [el] {when} = until {when}
        a|para principios|comienzos|inicios|mediados|finales|fines de|del {when} = the start of {when}
        principios|comienzos|inicios|mediados|finales|fines de|del {when} = the start of {when}
        hacia|alrededor_de|alrededor_del|aproximadamente|circa|c. {when} = about {when}
        [en|por] [la] mañana|tarde|noche|madrugada del|de {when} = morning of {when}
        {when} por|en|de [la] mañana|tarde|noche|madrugada = morning of {when}
        {when} a|hacia|sobre|antes_de|después_de las|la {clock} [horas] = morning of {when}
        [en|durante] [los|la] años|década {decade} = the {decade}s
        [en|durante] [los|la] años|década {digit}0 = the {digit}0s
        [en|durante] [los] años {tens} = the {tens}0s
        [en|durante] [la] década de|del [los] {decade} = the {decade}s
        [en|durante] [la] década de|del [los] {tens} = the {tens}0s
        [en|durante] [la] década de|del [los] {digit}0 = the {digit}0s
        [en|durante] [el|del] siglo|s. {century} = {century} century
        [en|durante] [los] siglos {century}-{century2} = from {century} century to {century2} century
        [en|entre|durante] [los] siglos {century} y|al {century2} = from {century} century to {century2} century
    """,
    future=r"\w+(?:ará|arán|erá|erán|irá|irán|drá|drán)|va|van|debe|deben|previst\w+|prevé|prevén|planea|planean|espera|esperan",
    past=r"\w{2,}(?:aron|ieron|ió|aba|aban|ía|ían)|fue|fueron|era|eran|ha|han|había|habían|hubo|dijo|[a-zñ]{3,}ó",
)
