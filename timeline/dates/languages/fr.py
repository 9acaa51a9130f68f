"""French."""

from timeline.dates.translation.translation import Translation

LANGUAGE = Translation(
    months="""
        janvier
        février fevrier
        mars
        avril
        mai
        juin
        juillet
        août aout
        septembre
        octobre
        novembre
        décembre decembre
    """,
    short_months="""
        janv
        févr fév
        mars
        avr
        mai
        juin
        juil
        août
        sept
        oct
        nov
        déc
    """,
    weekdays="""
        lundi
        mardi
        mercredi
        jeudi
        vendredi
        samedi
        dimanche
    """,
    short_weekdays="""
        lun
        mar
        mer
        jeu
        ven
        sam
        dim
    """,
    seasons="""
        printemps
        été
        automne
        hiver
    """,
    numbers="""
        un
        deux
        trois
        quatre
        cinq
        six
        sept
        huit
        neuf
        dix
        onze
        douze
        treize
        quatorze
    """,
    tens="""
        vingt
        trente
        quarante
        cinquante
        soixante
        soixante-dix
        quatre-vingt quatre-vingts
        quatre-vingt-dix
    """,
    day=r"1er|\d\d?|premier",
    on="le|ce|du|au",
    of="de",
    in_="en|au_mois_de|au|à_l'|l'année|en_l'an",
    phrases="""
        le {weekday} = every {weekday}
        aujourd'hui = today
        ce matin|soir|midi = this morning
        cet après-midi = this afternoon
        cette nuit = every day
        hier = yesterday
        hier matin|soir|après-midi|midi = yesterday
        avant-hier = the day before yesterday
        demain = tomorrow
        demain matin|soir|après-midi = tomorrow
        après-demain = the day after tomorrow
        la nuit dernière = last night
        depuis hier = since yesterday
        dès|depuis aujourd'hui = since today
        il y a {n} jours|jour = {n} days ago
        [le] {weekday} dernier = last {weekday}
        [le] {weekday} passé = past {weekday}
        [le] {weekday} prochain = next {weekday}
        [le] {weekday} suivant|précédent = every {weekday}
        chaque|un|premier|deuxième|tous_les {weekday} = every {weekday}
        [le] {weekday} de la semaine dernière|passée = {weekday} last week
        [la] semaine dernière|passée = last week
        cette semaine = this week
        [la] semaine prochaine = next week
        [le] mois dernier|passé = last month
        ce_mois|ce_mois-ci = this month
        [le] mois prochain = next month
        l'an|l'année|an|année dernier|dernière|passé|passée = last year
        cette année = this year
        l'an|l'année|an|année prochain|prochaine = next year
        [le] week-end|weekend dernier|passé = last weekend
        [ON] {day} {mon} dernier = {day} {mon}
        [ON] {day} {mon} de l'an|l'année dernier|dernière = {day} {mon} last year
        [en] {month} dernier = last {month}
        [en] {month} prochain = next {month}
        [en] {month} de l'an|l'année dernier|dernière = {month} last year
        du|entre [le] {day} au|et [le] {day2} {mon} = from {day} to {day2} {mon}
        du|entre [le] {day} au|et [le] {day2} {mon} {year} = from {day} to {day2} {mon} {year}
        du|entre [le] {when} au|et [le] {when2} = from {when} to {when2}
        de|entre {when} à|et {when2} = from {when} to {when2}
        dans_la nuit de|du {weekday} à|au {weekday2} = from {weekday} to {weekday2}
        dans_la nuit du {day} au {day2} {mon} = from {day} to {day2} {mon}
        dans_la nuit du {day} au {day2} {mon} {year} = from {day} to {day2} {mon} {year}
        depuis [le|la|l'] {when} = since {when}
        depuis le début de|du|du_mois_de {when} = since the start of {when}
        depuis le début d'{when} = since the start of {when}
        depuis début {when} = since the start of {when}
        à_partir_du {day} {mon} = since {day} {mon}
        à_partir_du {day} {mon} {year} = since {day} {mon} {year}
        jusqu'au|jusqu'en|jusqu'à {when} = until {when}
        début|fin|courant {when} = the start of {when}
        [à|de|pendant] l'{season} [de] {year} = {season} {year}
        au mois d'{month} = {month}
        mi-{month} = {month}
        mi-{mon} {year} = {mon} {year}
        au|le|à_la début|milieu|cours|fin de|du|d'|de_l'|du_mois_de|du_mois_d'|de_l'année {when} = the start of {when}
        vers|environ|autour_de|autour_du [le] {when} = about {when}
        [au|le] matin|soir|soirée|matinée|après-midi [du|de] {when} = morning of {when}
        dans la matinée|soirée|journée du|de {when} = morning of {when}
        dans l'après-midi du|de {when} = morning of {when}
        {when} matin|soir|après-midi|midi|au_matin|au_soir|dans_la_matinée|dans_la_soirée|à_l'aube = morning of {when}
        {when} à|vers|avant|après {clock} = morning of {when}
        {when} à|vers|avant|après {clock}h* = morning of {when}
        [dans|durant|pendant] les|des années {decade} = the {decade}s
        [dans|durant|pendant] les|des années {digit}0 = the {digit}0s
        [dans|durant|pendant] les|des années {tens} = the {tens}0s
        [dans|durant|pendant] la décennie {decade} = the {decade}s
        [au|du|le|début|fin] [du] {century}(e|ème|eme) siècle|s. = {century} century
        [au|du|le] {century}(e|ème|eme)-{century2}(e|ème|eme) siècle|siècles = from {century} century to {century2} century
        [du] {century}(e|ème|eme) au {century2}(e|ème|eme) siècle = from {century} century to {century2} century
    """,
    future=r"\w+(?:era|eront|ira|iront|dra|dront|urra|urront|aura|auront)|sera|seront|va|vont|doit|doivent|devrait|devraient|"
    r"prévu\w*|prévoit|prévoient|attendu\w*",
    past=r"a|ont|était|étaient|avait|avaient|fut|furent|\w{3,}(?:aient|èrent)|été",
)
