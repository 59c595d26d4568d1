# De zinnen van een rapport, in het Nederlands.

## Getallen, opsommingen, datums

decimal-sign = ,
minus-sign = −
list-comma = { ", " }
list-semicolon = { "; " }
list-and = { " en " }
list-more = nog { $n }
space = { " " }
full-stop = .
undefined = niet te zeggen: { $reason }
unknown-cell = ?
unknown-kind = onbekend
name-with-id = { $name } ({ $id })
rating-with-spread = { $at } ({ $low } tot { $high })
rating-on-scale = { $at } op een schaal van { $scale }
scale = { $low } tot { $high }
steps = { $n ->
    [one] { $n } stap
   *[other] { $n } stappen
}
date = { $day } { $month } { $year }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

## Dingen uit het model, zoals ze in een zin staan

element-stake = { $a } over “{ $b }”
element-importance = { $b } voor { $a }
element-trusts = { $a } jegens { $b }
element-tie = { $a } met { $b }
element-opposes = “{ $a }” tegenover “{ $b }”
element-tension = { $a } tegenover { $b }
element-claim = “{ $statement }” ({ $kind }, { $party })
element-claim-unstated = een uitspraak zonder woorden ({ $kind }, { $party })
quoted = “{ $x }”
element-depends-on = “{ $resource }” ({ $a } van { $b })
element-culture = de cultuur “{ $a }”
element-dimension = { $b } in de cultuur “{ $a }”
element-force = de kracht “{ $a }”
element-influences = { $a } op { $b }
element-believes = wat { $a } denkt van { $c } voor { $b }
element-project = het project
element-does = { $a } bij “{ $b }”
element-leads = { $a } als leider van de fase { $b }
ground-rings = { $n } ringen
with-care = Ga er zorgvuldig mee om: hier staan belangen die een partij niet heeft uitgesproken.
too-many-parties = Er zijn { $n } partijen; boven { $most } vergelijkt het rapport ze niet twee aan twee.
rating-of = { $rating } van { $of }
rating-stance = houding
ground = { $of }: { $rating } { $value }
ground-circle = { $of }: ver van de andere waarde op de cirkel van Schwartz (tegenstelling { $amount })
ground-plain = { $of }: { $amount }
left-out-unknown = { $of }: { $n ->
    [one] { $ratings } is niet bekend
   *[other] { $ratings } zijn niet bekend
}
left-out-with-care = Ga er zorgvuldig mee om: dit belang heeft de partij niet uitgesproken.
left-out-no-cut = { $of }: er is niets om de grens tussen laag en hoog uit af te leiden, voor { $ratings }
left-out-no-focal = { $of }: zonder partij die “wij” is, is er geen { $ratings }
left-out-not-in-vocabulary = { $of }: het woord voor { $ratings } staat niet in de lijst
not-run = Hier valt niets te melden: { $reason }.

## Kop

title = Stakeholderanalyse: { $project }
title-unnamed = Stakeholderanalyse
head-goal = Doel
head-phase = Fase
head-date = Datum
head-focal = Wij zijn
head-shared-goal = Het doel rust op
head-parties = Partijen
head-parties-count = { $n }
short = In het kort.
short-no-field = Hoe de krachten liggen, is nog niet te zeggen: van geen enkele partij zijn macht, betrokkenheid en houding alle drie bekend.
short-net-for = De krachten vóór het doel zijn sterker dan die ertegen: netto { $net } ({ $driving } drijvend, { $restraining } remmend, { $n ->
    [one] één partij
   *[other] { $n } partijen
}).
short-net-against = De krachten tegen het doel zijn sterker dan die ervoor: netto { $net } ({ $driving } drijvend, { $restraining } remmend, { $n ->
    [one] één partij
   *[other] { $n } partijen
}).
short-net-even = De krachten voor en tegen het doel houden elkaar in evenwicht: netto { $net } ({ $driving } drijvend, { $restraining } remmend, { $n ->
    [one] één partij
   *[other] { $n } partijen
}).
short-tips = { $n ->
    [one] Eén stap in de houding van één partij laat de balans omslaan.
   *[other] { $n } stappen in houding laten de balans omslaan.
}
short-tips-undefined = Hoeveel stappen de balans laten omslaan: { $undefined }.
short-not-tipped = Geen verandering van houding laat de balans omslaan.
short-undone = { $n ->
    [one] Eén partij die zich er volledig tegen keert, kan dat ongedaan maken.
   *[other] { $n } partijen die zich er volledig tegen keren, kunnen dat ongedaan maken.
}
short-undone-undefined = Hoeveel partijen dat ongedaan kunnen maken: { $undefined }.
short-not-undone = Geen partij die zich ertegen keert kan dat ongedaan maken.
short-conflict = Het sterkste conflict: { $what } (sterkte { $strength }).
short-conflict-tied = Een van de sterkste conflicten: { $what } (sterkte { $strength }).
short-conflict-unrated = Hoe sterk de conflicten zijn, is nog niet te zeggen; een ervan: { $what }.
short-conflict-with-care = Ga er zorgvuldig mee om: het rust op een belang dat een partij niet heeft uitgesproken.
short-leading = Over wie leidt is er iets om te bespreken; zie “Leiderschap per fase”.
short-no-conflict = Er is geen conflict vastgelegd.
short-conflict-unknown = Of er conflicten zijn, is nog niet te zeggen: { $reason }.
short-unknown = { $n ->
    [0] Er ontbreekt geen beoordeling die nodig is.
    [one] Eén beoordeling die nodig is, ontbreekt.
   *[other] { $n } beoordelingen die nodig zijn, ontbreken.
}

## Wat er veranderde

changes = Wat er veranderde
changes-none = Het krachtenveld en de roosters zijn niet veranderd. Andere gegevens, zoals ringen, belangen en conflicten, zijn hier niet vergeleken.
changes-how = De verandering van het netto is verdeeld over de partijen en per partij over de beoordelingen die veranderden: macht, betrokkenheid en houding krijgen elk het gemiddelde van wat hun verandering doet over elke volgorde waarin de veranderingen gemaakt kunnen zijn. Wat eerst niet bekend was, is niet verdeeld.
changes-net = Netto van { $before } naar { $after } ({ $change }).
changes-totals = Drijvend van { $driving-before } naar { $driving-after }, remmend van { $restraining-before } naar { $restraining-after }.
changes-balance = Balans: eerst { $before }, nu { $after }.
changes-net-same = Het netto blijft { $net }.
changes-tipping-was = Kantelen vroeg { $before ->
    [one] { $before } stap
   *[other] { $before } stappen
} en vraagt nu { $after ->
    [one] { $after } stap
   *[other] { $after } stappen
}.
changes-tipping-reached = Kantelen vroeg { $before ->
    [one] { $before } stap
   *[other] { $before } stappen
}; nu staat de balans boven nul.
changes-tipping-lost = De balans stond boven nul; nu { $after ->
    [one] is er { $after } stap
   *[other] zijn er { $after } stappen
} nodig om haar daar te brengen.
changes-tipping-same = Wat er nodig is om de balans te kantelen, is niet veranderd.
changes-tipping-undefined = Eerst: { $before }. Nu: { $after }.
changes-by = Van de verandering komt { $attitude } door houding, { $power } door macht en { $interest } door betrokkenheid.
changes-cancel = De delen heffen elkaar op.
changes-by-entered = Partijen die in de som kwamen, maken { $entered } uit.
changes-by-left = Partijen die uit de som gingen, maken { $left } uit.
changes-party = { $party }: { $change }, door { $ratings }.
changes-rating = { $rating } van { $before } naar { $after } ({ $change })
changes-party-new = { $party } is nieuw: { $change }.
changes-party-now-known = { $party } telt mee nu { $ratings } bekend { $n ->
    [one] is
   *[other] zijn
}: { $change }.
changes-party-removed = { $party } is verdwenen: { $change }.
changes-party-no-longer-known = { $party } telt niet meer mee, omdat { $ratings } onbekend { $n ->
    [one] is
   *[other] zijn
}: { $change }.
changes-moved = Wie op een andere plaats staat
changes-moved-none = Niemand staat op een andere plaats.
changes-moved-one = { $party } van { $before } naar { $after }
changes-moved-in = { $party } heeft nu een plaats: { $after }
changes-moved-out = { $party } heeft geen plaats meer; die was { $before }
changes-moved-cut = { $move }; de grens tussen hoog en laag is verschoven
changes-added = Nieuw: { $parties }.
changes-removed = Verdwenen: { $parties }.
changes-scales = De twee bestanden gebruiken verschillende schalen ({ $before } en { $after }): hun krachten zijn niet van elkaar af te trekken.
changes-misuse = Een andere beoordeling is een ander oordeel van het team. Vraag na of de partij veranderde, of wat er van haar bekend is.
grid-power-interest = Macht en betrokkenheid

## Wie

who = Wie doen er mee
who-nobody = Er zijn geen partijen vastgelegd.
who-legend = Een vraagteken is een beoordeling die niemand gaf. Tussen haakjes staat tussen welke getallen de schattingen liggen. “Rand”: een beoordeling ligt binnen een halve stap van de grens tussen hoog en laag, of de beoordelaars staan er aan weerszijden van. “Afstand”: de minste stappen in de eigen beoordelingen van de partij naar een andere plaats.
who-cuts = Hoog is vanaf: { $cuts }.
grids-cuts = Hoog is vanaf: { $cuts }.
cut = { $rating } { $level }
who-class = { $class }: { $parties }
who-whatever = { $n ->
    [one] Van { $parties } ontbreekt een beoordeling; de plaats is dezelfde, wat die ook is.
   *[other] Van { $parties } ontbreekt een beoordeling; hun plaats is dezelfde, wat die ook is.
}
who-not-placed = Niet geplaatst:
column-party = partij
column-kind = soort
column-mendelow = plaats (Mendelow)
column-eden-ackermann = plaats (Eden & Ackermann)
column-border = rand
column-distance = afstand
not-placed = niet geplaatst
border-yes = ja
border-no = nee

## Roosters

grids = De partijen in andere roosters
grids-how = Elk rooster stelt een andere vraag aan dezelfde partijen.
grid-support = Steun
grid-support-how = Steun: zijn zij voor het doel, twijfelen zij of zijn zij tegen?
grid-salience-class = { $class } ({ $rank } van 3)
grid-salience = Saillantie
grid-salience-how = Saillantie (Mitchell, Agle en Wood): hebben zij macht, legitimiteit en urgentie? Het getal zegt hoeveel van de drie.
grid-power-interest-attitude = Kubus
grid-power-interest-attitude-how = Kubus (Murray-Webster en Simon): macht, betrokkenheid en houding in één. Onbeslist is onze eigen toevoeging. De namen zijn bot: houd ze binnen het team.
grid-threat-cooperation = Dreiging en samenwerking
grid-threat-cooperation-how = Dreiging en samenwerking (Savage): wat kunnen zij het project aandoen, en wat kunnen zij ervoor doen? Achter de pijl: de strategie die erbij hoort.
grid-savage = { $kind } → { $strategy }
grid-trust-matrix = Vertrouwensmatrix
grid-trust-matrix-how = Vertrouwensmatrix (Factor C): delen we een belang, en vertrouwen we hen? Een coalitiepartner deelt minstens één belang met ons, maar wij vertrouwen hen niet; dat zegt niets over voor of tegen het doel.
grid-alignment-interest = Instemming
grid-alignment-interest-how = Instemming (ODI): wat met hen te doen, naar houding en betrokkenheid. Onbeslist is onze eigen toevoeging.
grid-we = wij
grid-border-mark = { " *" }
grid-whatever-mark = { " °" }
grids-legend = “*”: op de grens, binnen een halve stap van een andere klasse of met schatters aan beide kanten. “°”: er ontbreekt een beoordeling, en de klasse is dezelfde wat die ook is. “?”: niet geplaatst, omdat er een beoordeling ontbreekt.
grids-not-placed = Wat voor een of meer roosters ontbreekt:
grid-not-run = { $grid }: { $reason }.

## Ringen en betrokkenheid

rings = Hoe dichtbij zij meedoen
rings-how = Waar elke partij nu staat, per sector, van buiten naar binnen.
rings-agree = Alle ringen die zijn vastgelegd kloppen met elkaar: zoals het is, zoals de partijen wensen en zoals wij willen.
rings-differ = Waar dat verschilt van wat de partij wenst of wat wij willen:
ring-mismatches = { $direction }:
ring-mismatch = { $party } ({ $first }: { $firstring }, { $second }: { $secondring })
rings-left-out = Niet vastgelegd:
column-sector = sector
picture-rings-title = Ringen van invloed: waar partijen staan, willen staan en gewenst zijn
picture-rings-shows = Ringen rond een midden: hoe dichter bij het midden, hoe meer een partij meedoet. De taartpunten zijn sectoren. Een gevuld teken is waar een partij nu staat.
picture-rings-found = { $n ->
    [one] Eén partij heeft een plaats.
   *[other] { $n } partijen hebben een plaats.
}
picture-rings-no-sectors = Van geen enkele partij met een ring is een sector vastgelegd; de cirkel is daarom niet verdeeld.
picture-rings-direction = { $direction }: { $n }.
picture-rings-packed = Bij zoveel partijen laat de cirkel alleen zien waar ieder nu staat; wat zij wensen en wat wij willen, staat in de lijst. Waar de nummers niet in een vak passen, staan alleen het eerste en het laatste er.
picture-rings-crowded = { $n ->
    [one] In één vak is geen ruimte voor de nummers; in de lijst staat wie erin staat.
   *[other] In { $n } vakken is geen ruimte voor de nummers; in de lijst staat wie erin staat.
}
picture-rings-party = { $party } (sector: { $sector }): nu { $actual }; wens van de partij: { $wished }; wat wij willen: { $desired }.
picture-rings-differ = { $all }.
picture-rings-cell = { $sector } – { $ring } ({ $n })
picture-rings-ring = { $ring } ({ $n })
picture-rings-lettered = { $letter }. { $sector }
picture-rings-now = waar de partij nu staat
picture-rings-wished = waar zij zelf wil staan
picture-rings-desired = waar wij haar willen
picture-rings-steps = In de lijst: +1 is één ring dichterbij dan nu, −1 één verder weg, 0 dezelfde; ? betekent dat een ring niet bekend is.
picture-rings-names = Van buiten naar binnen zijn de ringen { $names }.
picture-rings-known = { $view }: { $ring }
engagement = Hoe zij tegenover het project staan, en wat wij willen
engagement-how = Wie er moet bewegen, wie de meeste macht en de langste weg heeft voorop. Wie het project niet kent of zich verzet, moet eerst neutraal worden.
engagement-keep = Zo betrokken als wij willen: { $parties }.
engagement-left-out = Niet vastgelegd:
column-engagement-now = nu
column-engagement-wanted = gewenst
column-transition = wat dat vraagt
column-moves = stappen
column-moves-by-power = stappen × macht

## Krachtenveld

field = Krachtenveld
field-nobody = Van geen enkele partij zijn macht, betrokkenheid en houding alle drie bekend, dus er zijn geen krachten te tekenen.
field-how = Kracht is macht × betrokkenheid × houding, in de getallen van de werksessie. Boven nul werkt zij drijvend, onder nul remmend; een twijfelaar heeft houding 0.
field-totals = Drijvend { $driving }, remmend { $restraining }, netto { $net }.
field-balance = Balans, van −1 (alles tegen) tot +1 (alles voor): { $balance }.
field-mean = Gemiddelde houding, gewogen naar macht × betrokkenheid, van −1 tot +1: { $mean }.
field-median = Gewogen mediaan van de houdingen, waarbij de helft van macht × betrokkenheid is bereikt: { $median }.
field-left-out = Niet in het krachtenveld:
column-force = kracht
column-side = kant
doubter = twijfelaar
no-force = geen kracht
tipping = Het kantelpunt
tipping-how = Een stap is één punt in houding. Dit zijn sommen, geen voorspellingen: of een partij beweegt is een andere zaak.
tipping-already = Netto staat de balans al boven nul.
tipping-steps = { $n ->
    [one] De minste stappen die de balans boven nul brengen: één.
   *[other] De minste stappen die de balans boven nul brengen: { $n }.
}
tipping-unreachable = Geen enkel aantal stappen brengt de balans boven nul.
tipping-alone = { $n ->
    [one] In zijn eentje kan dit: { $parties }.
   *[other] In hun eentje kunnen dit: { $parties }.
}
tipping-alone-rest = { $n ->
    [one] De andere partij kan het niet.
   *[other] De andere { $n } partijen kunnen het niet.
}
tipping-alone-one = { $party } ({ $n ->
    [one] { $n } stap
   *[other] { $n } stappen
})
tipping-alone-none = Geen enkele partij kan dit in zijn eentje.
tipping-parties = { $n ->
    [one] De minste partijen die volledig gewonnen moeten worden: één.
   *[other] De minste partijen die volledig gewonnen moeten worden: { $n }.
}
tipping-parties-unreachable = Ook als alle partijen gewonnen worden, komt de balans niet boven nul.
tipping-against = { $n ->
    [one] De minste partijen die het ongedaan kunnen maken door zich er volledig tegen te keren: één.
   *[other] De minste partijen die het ongedaan kunnen maken door zich er volledig tegen te keren: { $n }.
}
tipping-against-already = De balans staat niet boven nul, dus niemand hoeft zich ertegen te keren om het ongedaan te maken.
tipping-against-unreachable = Ook als alle partijen zich ertegen keren, blijft de balans boven nul.
tipping-undefined = Dit is { $undefined }.
tipping-answer = { $moves }; netto is het dan { $net }
tipping-move = { $party } van { $from } naar { $to } ({ $n ->
    [one] { $n } stap
   *[other] { $n } stappen
})
tipping-more-steps = { $n ->
    [one] Eén ander antwoord kan met even weinig stappen toe.
   *[other] { $n } andere antwoorden kunnen met even weinig stappen toe.
}
tipping-more-parties = { $n ->
    [one] Eén ander antwoord kan met even weinig partijen toe.
   *[other] { $n } andere antwoorden kunnen met even weinig partijen toe.
}
tipping-unlisted-steps = Er zijn meer antwoorden met even weinig stappen.
tipping-unlisted-parties = Er zijn meer antwoorden met even weinig partijen.
tipping-nothing = Er valt niets te kantelen: van geen enkele partij is de kracht bekend.
free-forces = Drijvende en remmende krachten
free-forces-how = Neem eerst weg wat remt, en duw dan pas harder: duwen verhoogt de spanning. Begin binnen een kant waar sterkte × veranderbaarheid het grootst is.
free-forces-none = Er zijn geen benoemde krachten met een bekende sterkte.
free-forces-totals = Naar sterkte: drijvend { $driving }, remmend { $restraining }, netto { $net }.
free-forces-by-party-how = De krachten die een partij uitoefent, naast haar eigen kracht (macht × betrokkenheid × houding). Wijzen die twee niet dezelfde kant op, dan klopt een beoordeling misschien niet, of de partij is verdeeld: vraag het na.
free-forces-party = { $party } oefent drijvend { $driving } en remmend { $restraining } uit; de eigen kracht is { $force }.
free-forces-supporter-restrains = { $party } steunt het doel, maar de krachten die deze partij uitoefent remmen.
free-forces-opponent-drives = { $party } is tegen het doel, maar de krachten die deze partij uitoefent drijven aan.
free-forces-unrated = { $n ->
    [one] Van één kracht is de sterkte niet bekend; die telt hier niet mee.
   *[other] Van { $n } krachten is de sterkte niet bekend; die tellen hier niet mee.
}
free-forces-nobody = Krachten die geen partij uitoefent: drijvend { $driving }, remmend { $restraining }.
free-forces-left-out = Niet of niet helemaal in deze tabel:
column-order = volgorde
column-free-force = kracht
column-leverage = sterkte × veranderbaarheid
picture-force-field-title = Krachtenveld: wie drijft aan en wie remt
picture-force-field-shows = Balken duwen tegen een lijn: van links wat aandrijft, van rechts wat remt. Hoe langer de balk, hoe sterker.
picture-force-field-found = { $n ->
    [one] Eén partij: drijvend { $driving }, remmend { $restraining }, netto { $net }.
   *[other] { $n } partijen: drijvend { $driving }, remmend { $restraining }, netto { $net }.
}
picture-force-field-strongest-driving = { $party } drijft het sterkst aan ({ $force }).
picture-force-field-strongest-restraining = { $party } remt het sterkst ({ $force }).
picture-force-field-gathered = { $n ->
    [one] De zwakste heeft geen eigen balk en is meegeteld in een rij die dat zegt.
   *[other] De { $n } zwakste hebben geen eigen balk en zijn meegeteld in rijen die dat zeggen.
}
picture-force-field-free-found = { $n ->
    [one] Eén benoemde kracht; sterkte drijvend { $driving }, remmend { $restraining }, netto { $net }.
   *[other] { $n } benoemde krachten; sterkte drijvend { $driving }, remmend { $restraining }, netto { $net }.
}
picture-force-field-parties = De partijen
picture-force-field-how = Kracht = macht × betrokkenheid × houding, in de getallen van de werksessie.
picture-force-field-left = drijvend (+) →
picture-force-field-right = ← remmend (−)
picture-force-field-party = { $party }: kracht { $force } ({ $side }) = macht { $power } × betrokkenheid { $interest } × houding { $attitude }.
picture-force-field-range = De schattingen liggen uiteen: de kracht kan overal van { $low } tot { $high } liggen.
picture-force-field-zero = 0 ({ $side })
picture-force-field-more-driving = { $n ->
    [one] één zwakkere partij die aandrijft: { $total }
   *[other] { $n } zwakkere partijen die aandrijven, samen { $total }
}
picture-force-field-more-restraining = { $n ->
    [one] één zwakkere partij die remt: { $total }
   *[other] { $n } zwakkere partijen die remmen, samen { $total }
}
picture-force-field-more-none = { $n ->
    [one] één partij met kracht 0
   *[other] { $n } partijen met kracht 0
}
picture-force-field-together = Samen, op een eigen schaal:
picture-force-field-net = netto { $net }
picture-force-field-free-forces = Benoemde krachten
picture-force-field-order = Het nummer voor de naam is de volgorde om aan te pakken: eerst wat remt, dan waar sterkte × veranderbaarheid het grootst is. Bij een kracht staat de partij die haar uitoefent.
picture-force-field-free = { $force }: { $side }, sterkte { $strength }, veranderbaarheid { $changeability }, sterkte × veranderbaarheid { $leverage }.
picture-force-field-placed = { $place }. { $force }
picture-force-field-exerted = Uitgeoefend door { $party }.
picture-force-field-more-free-driving = { $n ->
    [one] nog één die aandrijft: { $total }
   *[other] nog { $n } die aandrijven, samen { $total }
}
picture-force-field-more-free-restraining = { $n ->
    [one] nog één die remt: { $total }
   *[other] nog { $n } die remmen, samen { $total }
}
picture-force-field-free-not-known = Benoemde krachten ({ $n }): { $why }
picture-force-field-sign-driving = drijft aan (+)
picture-force-field-sign-restraining = remt (−), gearceerd
picture-force-field-sign-none = op de lijn: kracht 0
picture-force-field-sign-spread = de schattingen liggen uiteen: van de laagste tot de hoogste die zij toelaten

## Waarden

values = Waarden
values-how = Hoe belangrijk elke waarde is voor elke partij, in haar eigen ogen. Een “?”: niet gevraagd of niet bekend.
values-unrated = Niemand heeft nog gezegd hoe belangrijk de waarden zijn.
values-silent = Niets is vastgelegd over { $parties }.
spread = Over welke waarden partijen verschillen
spread-how = “Spreiding” is de afstand tussen laagste en hoogste als deel van de schaal: 0 is eensgezind, 1 is zo ver als kan.
column-value = waarde
column-rated-by = beoordeeld door
column-lowest = laagste
column-median = midden
column-highest = hoogste
column-apart = spreiding
canvas = Wat het project met waarden doet
canvas-how = Hoeveel uitspraken er zijn, met de som van hun belangrijkheid. “Deel benut” is benut ÷ (benut + gemist + vernietigd), naar belangrijkheid.
canvas-empty = Er staan nog geen uitspraken op de waardenkaart.
canvas-cell = { $unrated ->
    [0] { $n } (som { $sum })
   *[other] { $n } (som { $sum }, { $unrated } niet beoordeeld)
}
canvas-cell-unrated = { $n } (niet beoordeeld)
canvas-all = alle partijen
column-capture = deel benut
canvas-claim = { $kind }: { $statement } (waarde: { $value }; belangrijkheid: { $importance })
canvas-statement = “{ $statement }”
canvas-unstated = zonder woorden
canvas-no-value = niet genoemd
canvas-empty-cells = Van de { $all } vakken van de waardenkaart { $n ->
    [one] is er één
   *[other] zijn er { $n }
} leeg:
canvas-empty-kind = { $kind }: niets voor { $all ->
    [one] de enige partij
   *[other] { $n } van de { $all } partijen
}
canvas-silent = Helemaal niets is gezegd voor { $parties }.
canvas-absent = Niemand is gevraagd namens: { $kind }. Het model heeft zo'n partij niet.
canvas-unasked = Niemand is gevraagd namens { $parties } ({ $kind }).
canvas-left-out = Uitspraken die meetellen, maar niet in een som:

## Waardestromen

flows = Waardestromen: wat komt er terug
flows-how = Een kring begint bij wat wij geven en eindigt bij wat wij terugkrijgen. De score (0 tot 1) is hoger naarmate de ontvangers er meer behoefte aan hebben en het minder van een ander kunnen krijgen.
flows-loops = { $n ->
    [one] Er is één kring:
   *[other] Er tellen { $n } kringen mee; de sterkste staan hieronder.
}
flows-cut-length = { $exact ->
    [1] Niet meegeteld, want te lang: { $n }.
    [2] Of er nog kringen zijn die te lang zijn om mee te tellen, was te veel werk om uit te zoeken.
   *[other] Niet meegeteld, want te lang: minstens { $n }.
}
flows-cut-threshold = { $exact ->
    [1] Niet meegeteld, want te zwak: { $n }.
    [2] Of er nog kringen zijn die te zwak zijn om mee te tellen, was te veel werk om uit te zoeken.
   *[other] Niet meegeteld, want te zwak: minstens { $n }.
}
flows-cut-budget = Dat zijn alle kringen van hoogstens { $length } stromen.{ $n ->
    [0] { " " }Of er langere zijn, was te veel werk om uit te zoeken.
   *[other] { " " }Er zijn minstens { $n } langere; die allemaal bekijken was te veel werk.
}
flows-loop = { $steps } ({ $score }).
flow-step = { $a } geeft “{ $flow }” aan { $b }
flow-step-unnamed = { $a } geeft iets aan { $b }
flow-of = “{ $flow }” (van { $a } aan { $b })
flow-of-unnamed = wat { $a } aan { $b } geeft
flows-not-searched = Er zijn te veel stromen om de kringen na te gaan.
flows-no-loop = Van wat wij geven, komt langs de vastgelegde stromen niets bij ons terug.
flows-open = Of er iets terugkomt, is niet te zeggen: { $n ->
    [one] op de weg terug ligt een stroom zonder score, namelijk { $all }.
   *[other] op de weg terug liggen stromen zonder score, namelijk { $all }.
}
flows-no-loop-known = Van geen enkele kring zijn alle scores bekend. Of er iets bij ons terugkomt, hangt af van { $n ->
    [one] één stroom waarvan
   *[other] { $n } stromen waarvan
} behoefte of aanbod niet bekend is: { $all }.
flows-carrier = { $name } ({ $share })
flows-most-parties = Het meest loopt langs: { $all }. Het getal is het deel van alle kringen, naar score; valt zo’n partij weg, dan valt dat deel weg.
flows-most-flows = Het meest hangt aan: { $all }.
flows-dead-end = { $n ->
    [one] Hiervan komt niets bij ons terug: { $all }. Vraag wat de ontvanger zou kunnen teruggeven, of waarom wij dit geven.
   *[other] Hiervan komt niets bij ons terug: { $all }. Vraag wat de ontvangers zouden kunnen teruggeven, of waarom wij dit geven.
}
flows-dead-end-others = Ook hiervan komt niets bij ons terug, al geven anderen het: { $all }.
flows-source = { $n ->
    [one] Dit krijgen wij zonder er iets voor te geven: { $all }. Vraag wat de gever ervoor terug zou willen.
   *[other] Dit krijgen wij zonder er iets voor te geven: { $all }. Vraag wat de gevers ervoor terug zouden willen.
}
flows-source-others = Dit geven anderen aan elkaar op weg naar ons, zonder dat wij er iets voor geven: { $all }.
flows-unscored = { $n ->
    [one] Eén stroom telt niet mee, want behoefte of aanbod is niet bekend: { $all }.
   *[other] { $n } stromen tellen niet mee, want behoefte of aanbod is niet bekend: { $all }.
}
gains = Wie er niet op vooruitgaat
gains-more = Wie meer ontvangt dan geeft
gains-amounts = { $name } (ontvangt { $received }, geeft { $given })
gains-only-give = { $n ->
    [one] Geeft wel, ontvangt niets: { $all }. Vraag wat het haar oplevert.
   *[other] Geven wel, ontvangen niets: { $all }. Vraag wat het hun oplevert.
}
gains-give-more = { $n ->
    [one] Geeft veel meer dan zij ontvangt: { $all }. Vraag wat zij nodig heeft.
   *[other] Geven veel meer dan zij ontvangen: { $all }. Vraag wat zij nodig hebben.
}
gains-lost-one = { $name } (deel benut { $ratio })
gains-lost = Waarde wordt meer gemist en vernietigd dan benut voor: { $all }. Vraag wat er voor hen beter kan.
gains-only-receive = { $n ->
    [one] Ontvangt wel, geeft niets: { $all }. Vraag wat zij kan bijdragen.
   *[other] Ontvangen wel, geven niets: { $all }. Vraag wat zij kunnen bijdragen.
}
gains-receive-more = { $n ->
    [one] Ontvangt veel meer dan zij geeft: { $all }. Vraag wat zij kan bijdragen.
   *[other] Ontvangen veel meer dan zij geven: { $all }. Vraag wat zij kunnen bijdragen.
}
## De volgorde van waarden

rank = De volgorde van waarden voor allen samen
rank-how = Elke partij telt één keer mee, met haar eigen volgorde; wat zij niet beoordeelde, telt niet mee. Deze erkende telwijzen staan naast elkaar: { $methods }. “2–3”: kan op elk van die plaatsen staan.
rank-place = { $first }–{ $last }
rank-more-values = En nog { $n ->
    [one] één waarde
   *[other] { $n } waarden
}.
rank-one = Eén volgorde heeft de minste tegenspraak: zij gaat in tegen { $against } van de { $all } voorkeuren van partijen voor de ene waarde boven de andere.
rank-several = { $n } volgordes zijn even goed: elk gaat in tegen { $against } van de { $all } voorkeuren van partijen voor de ene waarde boven de andere.
rank-indifferent = Geen partij stelt de ene waarde boven de andere: er is geen volgorde.
rank-next = De beste andere volgorde gaat tegen { $more } voorkeuren meer in.
rank-next-one = De beste andere volgorde gaat tegen maar één voorkeur meer in.
rank-undefined = De volgorde met de minste tegenspraak: { $undefined }. Zeker is dat elke volgorde minstens { $least } keer tegenspreekt wat een partij vindt; die van { $method } doet dat { $most } keer.
rank-close = Nipt: { $all }.
rank-close-one = { $a } boven { $b } ({ $for } tegen { $against })
rank-moved = Bij deze waarden hangt de plaats het meest van de telwijze af: { $values }.
rank-moved-one = { $value } ({ $from } of { $to })
rank-moved-little = De telwijzen schelen hooguit één plaats.
rank-open = Kan even goed andersom: { $all }.
rank-open-one = { $a } boven { $b } ({ $for } tegen { $against }, maar andersom past het even goed bij de andere paren)
rank-few = Door minder dan de helft van de { $all } partijen beoordeeld, dus onzeker: { $values }.
rank-agreed = Alle telwijzen geven elke waarde dezelfde plaats, op gelijke standen na.
rank-furthest = { $n ->
    [one] Het verst van deze volgorde (0 is gelijk, 1 is omgekeerd):
   *[other] Het verst van al deze volgordes (0 is gelijk, 1 is omgekeerd; laagste–hoogste, naar gelang de volgorde):
}
rank-party-turned = { $party }: { $share }; stelt { $all }
rank-party-tied = { $party }: { $share }; stelt waarden gelijk die hier na elkaar komen
rank-party-each = { $party }: { $share }; geen paar waarden dat in al die volgordes andersom staat
rank-turned-one = { $a } boven { $b }
rank-unplaced = Niet geplaatst, want door niemand naast een andere waarde beoordeeld: { $values }.

## Hoe zwaar waarden wegen

priorities = Hoe zwaar waarden wegen, twee aan twee vergeleken
priorities-how = De gewichten tellen op tot 1. Een consistentieverhouding tot 0,10 is gebruikelijk; daarboven is het beter de vergelijkingen samen na te lopen.
priorities-party = { $party }: { $all }.
priorities-one = { $value } { $priority }
priorities-undefined = { $party }: { $undefined }.
priorities-groups = Vergelijk ook waarden van de ene groep met die van de andere: { $groups }.
priorities-ratio = Consistentieverhouding: { $ratio }.
priorities-ratio-high = Consistentieverhouding: { $ratio }, te hoog: de vergelijkingen spreken elkaar tegen.
priorities-missing = { $n ->
    [one] Eén paar is
   *[other] { $n } paren zijn
} niet vergeleken; de gewichten volgen uit de rest.
priorities-ask = Vraag: { $a } telt { $ab } als { $b }, en { $c } telt { $cd } als { $d }. Dan zou { $e } { $implied } tellen als { $f }, maar er staat: { $given }. Welke van de drie moet anders?
priorities-ask-turned = Vraag: { $a } telt { $ab } als { $b }, en { $c } telt { $cd } als { $d }. Dan zou { $f } { $implied } tellen als { $e }, maar er staat dat { $e } { $given } telt als { $f }. Welke van de drie moet anders?
priorities-times = { $ratio } keer zo zwaar
priorities-even = even zwaar
priorities-twice = Vergeleek { $n ->
    [one] dit paar
   *[other] deze paren
} meer dan eens, met tegengestelde uitkomst: { $all }. Het meetkundig gemiddelde telt; vraag wat het moet zijn.
priorities-unreliable = Onbetrouwbaar: de vergelijkingen van { $all } spreken elkaar sterk tegen en tellen hierin mee. Loop die eerst na.
priorities-group = Alle partijen die vergeleken, samen
priorities-consensus = Eensgezindheid van wie alles vergeleek: { $consensus } (1 is geheel eens).
priorities-more = { $n ->
    [one] Nog één partij
   *[other] Nog { $n } partijen
} vergeleek waarden.

## Belangen

interests = Belangen: wie staat waar
interests-how = Wat het meest verdeelt staat voorop. Voor, neutraal en tegen tellen partijen. De sommen tellen hoe sterk zij voor of tegen zijn; “samen” is hoeveel het belang losmaakt. “Verdeeld” is 0 als niemand tegenover een ander staat en 1 als de ene helft tegenover de andere staat; “?”: minder dan twee partijen heeft iets gezegd. Bij twee partijen is “verdeeld” al gauw 1; kijk ook naar “samen”.
column-interest = belang
column-for = voor
column-neutral = neutraal
column-against = tegen
column-sum-for = som voor
column-sum-against = som tegen
column-sum-both = samen
column-divided = verdeeld
interests-silent = Van { $parties } is geen kant bekend: nergens voor of tegen, of niet vastgelegd.
interests-degrees = Overeenstemming over alle paren, van 0 (iedereen tegenover elkaar) tot 1 (iedereen eens): { $convergence }. Gemiddeld verdeeld per belang: { $conflict }.
together = Wie het eens zijn en wie niet
together-how = Het getal telt de belangen waarover twee partijen het eens zijn, of oneens, elk naar hoe sterk zij ervoor of ertegen zijn. Wie over meer belangen iets zei, haalt eerder een hoog getal.
together-agree = Het meest eens:
together-oppose = Het meest tegenover elkaar:
together-both = Eens en oneens tegelijk, met het meeste aan beide kanten. Begin het gesprek bij wat zij delen:
together-pair = { $parties } ({ $amount }): { $interests }
together-ambivalent = { $parties }: eens over { $agreed }; oneens over { $opposed }
together-more = { $n ->
    [one] Eén ander paar staat hier niet.
   *[other] { $n } andere paren staan hier niet.
}
told-apart = { $n ->
    [one] Aan één belang zijn alle partijen te onderscheiden die iets anders willen: { $interests }.
   *[other] Aan deze { $n } belangen zijn alle partijen te onderscheiden die iets anders willen, en geen ervan kan worden gemist: { $interests }.
}
told-apart-smallest = { $n ->
    [one] Eén belang is genoeg om alle partijen uit elkaar te houden die iets anders willen: { $interests }. Het kan ook met andere belangen.
   *[other] Deze { $n } belangen zijn genoeg om alle partijen uit elkaar te houden die iets anders willen: { $interests }. Het kan ook met andere belangen.
}
told-apart-core = { $n ->
    [one] Eén belang is genoeg om alle partijen uit elkaar te houden die iets anders willen: { $interests }. Het kan ook anders, maar niet zonder { $core }.
   *[other] Deze { $n } belangen zijn genoeg om alle partijen uit elkaar te houden die iets anders willen: { $interests }. Het kan ook anders, maar niet zonder { $core }.
}
told-apart-undefined = Welke belangen de partijen uit elkaar houden, is { $undefined }.
positions = Standpunten naast belangen
positions-how = Een standpunt is wat een partij zegt te willen; het belang erachter is waarom. Geteld per paar en per belang waarover zij beide iets zeggen: { $real } echte en { $apparent } schijnbare conflicten, { $fragile } broze overeenkomsten en { $agreement } echte.
positions-apparent-conflict = Schijnbaar conflict: de standpunten botsen, de belangen niet.
positions-apparent-conflict-advice = Laat het standpunt even rusten en praat over het waarom.
positions-fragile-agreement = Broze overeenkomst: de standpunten zijn gelijk, de belangen botsen.
positions-fragile-agreement-advice = Vraag nu al waarom ieder dit wil, en leg vast waar de afspraak ophoudt.
positions-pair = { $parties } over “{ $x }”
positions-unknown = { $n ->
    [one] In één geval is van een partij het standpunt of de houding bij een belang niet bekend, terwijl een ander beide gaf. Vraag ernaar.
   *[other] In { $n } gevallen is van een partij het standpunt of de houding bij een belang niet bekend, terwijl een ander beide gaf. Vraag ernaar waar het telt.
}
goal = Een gedeeld doel
goal-how = Gezocht is het kleinste stel belangen waarvan iedere partij er minstens één steunt en waar niemand tegen is. Wie van geen enkel belang iets zei, telt niet mee.
goal-none = Niemand steunt een belang; er is nog niets om een doel op te bouwen.
goal-shared = { $n ->
    [one] Dit ene belang kan een doel dragen dat alle { $all } partijen steunen en waar niemand tegen is: { $interests }.
   *[other] Deze { $n } belangen samen kunnen een doel dragen dat alle { $all } partijen steunen en waar niemand tegen is: { $interests }.
}
goal-least-opposed = { $n ->
    [one] Een doel waar iedereen achter staat en niemand tegen is, is er niet. Het minst bestreden rust op { $interests }; { $carried } van de { $all } partijen steunen dat.
   *[other] Een doel waar iedereen achter staat en niemand tegen is, is er niet. Het minst bestreden rust op { $interests }; { $carried } van de { $all } partijen steunen er minstens één van.
}
goal-opposed = Ertegen: { $all }.
goal-opposed-one = { $party } (tegen { $x })
goal-left-behind = Niet meegenomen: { $parties }.
goal-proven = { $n ->
    [0] Dit is bewezen het beste antwoord, en het enige.
    [one] Iets beters is er niet, dat is bewezen; één ander stel is even goed.
   *[other] Iets beters is er niet, dat is bewezen; { $n } andere stellen zijn even goed.
}
goal-proven-more = Iets beters is er niet, dat is bewezen; er zijn meer stellen die even goed zijn.
goal-greedy = Er zijn te veel belangen om te bewijzen dat dit het beste is; met minder dan { $n } kan het in elk geval niet.
goal-stated = Het doel dat het team koos, rust op { $interests }; { $carried } van de { $all } partijen steunen daar minstens één van.
goal-stated-same = Dat is ook waar het doel van het team op rust: { $interests }.
goal-unstated = Het team heeft nog niet vastgelegd op welke belangen het doel rust.
goal-left-out = Niet meegeteld:

## Invloed

influence = Invloed
influence-how = Invloed en afhankelijkheid tellen wat een partij bij anderen kan bereiken, en anderen bij haar, rechtstreeks en via één ander. R weegt die twee tegen elkaar af: 1 is gemiddeld. Q doet hetzelfde met alleen de sterkste weg. De rang via anderen telt wegen van elke lengte; tussen haakjes de rang als alleen rechtstreekse invloed telt.
influence-nobody = Van geen enkele partij is alle invloed bekend.
column-influence = invloed
column-dependence = afhankelijkheid
column-zone = vlak
column-r = R
column-q = Q
column-indirect-rank = rang via anderen
influence-rank = { $rank } (rechtstreeks { $direct })
influence-dominant = Veel invloed, weinig afhankelijk ({ $zone }): { $parties }. Zij kunnen anderen in beweging brengen.
influence-relay = Veel van beide ({ $zone }): { $parties }. Wat zij doen, werkt door en komt terug.
influence-dominated = Weinig invloed, veel afhankelijk ({ $zone }): { $parties }. Zij bewegen mee met anderen.
influence-autonomous = Weinig van beide ({ $zone }): { $parties }.
influence-no-force = R en Q: { $undefined }.
influence-stability = Hoe vast de verhoudingen liggen, van 0 (ieder heeft evenveel invloed als dat er op hem is) tot 1: { $stability }.
influence-disagree = { $n ->
    [one] Over de volgorde van één paar zijn R en Q het oneens: volgens R staat { $all }, volgens Q andersom. Die volgorde hangt af van hoe je wegen telt; leun er niet op.
   *[other] Over de volgorde van { $n } paren zijn R en Q het oneens: volgens R komt { $all }, volgens Q andersom. Die volgorde hangt af van hoe je wegen telt; leun er niet op.
}
influence-disagree-one = { $a } vóór { $b }
influence-case-primitive = Via anderen kan iedereen iedereen bereiken, dus de rangorde ligt op den duur vast.
influence-case-periodic = Via anderen kan iedereen iedereen bereiken, maar de rangorde wisselt met de lengte van de weg en keert steeds terug; getoond is het gemiddelde over zo’n ronde.
influence-case-reducible = Niet iedereen kan iedereen bereiken: op lange wegen bepaalt één deel van het netwerk de rangorde.
influence-case-acyclic = Invloed komt bij niemand terug; de rang telt alle wegen op.
influence-case-undefined = Hoe invloed doorwerkt, is { $undefined }.
influence-holds = { $n ->
    [one] De volgorde staat meteen vast: omwegen veranderen haar niet.
   *[other] De volgorde staat vast vanaf wegen van { $n } stappen.
}
influence-holds-undefined = Vanaf welke lengte van wegen de volgorde vaststaat, is { $undefined }.
influence-no-share = Welk deel van de invloed een partij via anderen heeft, is { $undefined }.
influence-without = { $n ->
    [one] Niet meegeteld: { $parties }, ook niet de invloed op haar; met haar erbij kan het beeld anders zijn. Vraag op wie die partij invloed heeft, en hoe sterk.
   *[other] Niet meegeteld: { $parties }, ook niet de invloed op hen; met hen erbij kan het beeld anders zijn. Vraag op wie zij invloed hebben, en hoe sterk.
}
influence-left-out = Niet bekend:

## Relaties

relations = Relaties
trust-low = Weinig vertrouwen: { $all }.
trust-low-one = { $a } jegens { $b }
trust-one-sided-more = In nog { $n } paren is het vertrouwen zo eenzijdig.
trust-one-sided = { $a } vertrouwt { $b } veel meer dan andersom ({ $there } tegenover { $back }).
trust-one-way = { $n ->
    [one] Van één kant van een relatie is het vertrouwen niet bekend, terwijl de andere kant het wel zei.
   *[other] In { $n } relaties zei de ene kant hoeveel vertrouwen zij heeft en is dat van de andere kant niet bekend.
}
dependence-unequal = { $a } hangt veel meer af van { $b } dan andersom ({ $there } tegenover { $back } op een schaal van 0 tot 1).
camps = Kampen
camps-how = Als je de partijen in twee kampen deelt, zo dat goede banden zo veel mogelijk binnen een kamp vallen en slechte ertussen, dan zijn dit de kampen. Het is een rekensom over banden, geen oordeel over mensen.
camps-one = Alle banden wijzen dezelfde kant op: er zijn geen twee kampen.
camps-smooth = Alle banden passen erin.
camps-frustrated = { $n ->
    [one] Eén band past er niet in, goed tussen de kampen of slecht binnen een kamp: { $all }.
   *[other] { $n } banden passen er niet in, goed tussen de kampen of slecht binnen een kamp: { $all }.
}
camps-not-proven = Dat het niet beter kan, is niet bewezen; de ondergrens is { $least }.
camps-only = Een andere verdeling die even goed is, is er niet.
camps-others = { $n ->
    [one] Eén andere verdeling is even goed: dit zijn niet dé kampen.
   *[other] { $n } andere verdelingen zijn even goed: dit zijn niet dé kampen.
}
camps-uncounted = Hoeveel andere verdelingen even goed zijn, is { $undefined }.
camps-strain = { $n ->
    [one] Waar het het meest wringt: de band van { $ties }, in één driehoek die niet in evenwicht is.
   *[other] Waar het het meest wringt: de band van { $ties }, in { $n } driehoeken die niet in evenwicht zijn.
}
camps-brokers = { $n ->
    [one] Tussen de kampen staat { $parties }, langs goede banden.
   *[other] Tussen de kampen staan, langs goede banden, het meest eerst: { $parties }.
}
camps-untied = { $n ->
    [one] In geen kamp, want zonder bekende band: { $parties }.
   *[other] In geen kamp, want zonder bekende banden: { $parties }.
}
reciprocity = Wederzijds is, als deel van wat sterk genoeg is om te tellen: { $all }.
reciprocity-one = { $relation } { $share } (van { $edges })
reciprocity-trusts = vertrouwen
reciprocity-influences = invloed
reciprocity-depends-on = afhankelijkheid
distances-project = Afstand tot het project: { $all }.{ $unknown ->
    [0] { "" }
    [one] { " " }Van één partij is de plaats niet bekend.
   *[other] { " " }Van { $unknown } partijen is de plaats niet bekend.
}
distances-focal = Afstand tot ons: { $all }.{ $unknown ->
    [0] { "" }
    [one] { " " }Van één partij is de plaats niet bekend.
   *[other] { " " }Van { $unknown } partijen is de plaats niet bekend.
}
distance-one = { $party } ({ $km } km)
picture-relations-title = Het netwerk van banden
picture-relations-what = Partijen met een band: { $n }. Goede banden (doorgetrokken): { $good }; slechte banden (gestreept, met een min): { $bad }. Hoe sterker een band, hoe dikker de lijn. Een slechte band houdt partijen verder uit elkaar dan een goede.
picture-relations-camps = In kamp 1 (cirkels): { $one }. In kamp 2 (vierkanten): { $two }.
picture-relations-no-camps = De kampen zijn { $undefined }.
picture-relations-loose = { $n ->
    [one] Eén partij heeft geen bekende band en staat apart: { $parties }.
   *[other] { $n } partijen hebben geen bekende band en staan apart: { $parties }.
}
picture-relations-between-more = { $n ->
    [one] Nog één partij staat tussen de kampen in, maar minder sterk; die heeft geen ring.
   *[other] Nog { $n } partijen staan tussen de kampen in, maar minder sterk; die hebben geen ring.
}
picture-relations-neutral = { $n ->
    [one] Eén band van 0 is niet getekend: niet goed en niet slecht.
   *[other] { $n } banden van 0 zijn niet getekend: niet goed en niet slecht.
}
picture-relations-unknown = { $n ->
    [one] Van één band is niet bekend hoe goed die is; die is niet getekend.
   *[other] Van { $n } banden is niet bekend hoe goed ze zijn; die zijn niet getekend.
}
picture-relations-weaker = { $n ->
    [one] Eén zwakkere band is niet getekend; voor de plaatsen en de kampen telt die wel mee.
   *[other] { $n } zwakkere banden zijn niet getekend; voor de plaatsen en de kampen tellen ze wel mee.
}
picture-relations-left-out = { $n ->
    [one] Eén partij met minder of zwakkere banden is niet getekend, en de banden ervan ook niet: { $parties }.
   *[other] { $n } partijen met minder of zwakkere banden zijn niet getekend, en hun banden ook niet: { $parties }.
}
picture-relations-not-drawn = Vertrouwen en afhankelijkheid staan niet in deze tekening.
picture-relations-party = { $party }: banden met { $ties }.
picture-relations-tied = { $party } ({ $value })
picture-relations-in-camp = In kamp { $camp }.
picture-relations-unsure = In een andere verdeling die even goed is, zit deze partij in het andere kamp.
picture-relations-rank = Staat tussen de kampen in: nummer { $rank } van { $of }.
picture-relations-loose-none = { $party }: er is geen andere band dan 0 opgegeven.
picture-relations-loose-unknown = { $n ->
    [one] { $party }: van één band is niet bekend hoe goed die is.
   *[other] { $party }: van { $n } banden is niet bekend hoe goed ze zijn.
}
picture-relations-good = { $a } en { $b }: een goede band, { $value }.
picture-relations-bad = { $a } en { $b }: een slechte band, { $value }.
picture-relations-unfit = Die past niet in de kampen.
picture-relations-disputed = De een noemt die goed, de ander slecht.
picture-relations-untied = Zonder bekende band
picture-relations-untied-unknown = Zonder bekende band (?: er is een band opgegeven, maar niet hoe goed die is)
picture-relations-legend-camp = kamp { $camp }
picture-relations-legend-unsure = kan net zo goed in het andere kamp zitten
picture-relations-legend-between = staat tussen de kampen in
picture-relations-legend-good = goede band; dikker is sterker
picture-relations-legend-bad = slechte band
picture-relations-legend-disputed = de een zegt goed, de ander slecht
picture-relations-legend-unfit = past niet in de kampen

## Culturen

cultures = Culturen
cultures-how = Hoe de partijen nu werken, volgens hun cultuurprofiel. Een verschil is niemands fout; het is goed om het van elkaar te weten.
cultures-of-competing-values = Concurrerende waarden: 100 punten, verdeeld over vier manieren van werken.
cultures-of-bipolar = Praktijken met twee polen, van { $scale }: hoe hoger, hoe meer de tweede pool.
cultures-of-free = Eigen dimensies, van { $scale }.
cultures-between = Verschillen tussen organisaties
cultures-differ = { $n ->
    [0] Van de { $all } paren die te vergelijken zijn, verschilt er geen { $cut } of meer.
    [one] Van de { $all } paren die te vergelijken zijn, verschilt één paar { $cut } of meer:
   *[other] Van de { $all } paren die te vergelijken zijn, verschillen { $n } paren { $cut } of meer. De grootste verschillen:
}
cultures-cut-quarter = een kwart van de schaal ({ $points } punten)
cultures-cut-half = de helft van de schaal ({ $points } punten)
cultures-cut = { $share } van de schaal ({ $points } punten)
culture-apart = { $parties }: { $distance } verschil, vooral op { $most }.
culture-most = { $dimension } ({ $x } tegenover { $y })
culture-points = { $number } van de 100 punten
culture-share = { $number } van de schaal
culture-shared = { $parties }: dezelfde cultuur.
culture-unknown = { $parties }: niet te vergelijken, want er is geen dimensie die van beide bekend is.
cultures-nearer = Als ieder wordt wat hij wil, komen dichter bij elkaar: { $all }.
cultures-farther = Als ieder wordt wat hij wil, raken verder van elkaar: { $all }.
culture-closing = { $parties } ({ $by })
cultures-wishes-unknown = { $n ->
    [one] Bij één van deze paren ontbreekt van een of van beide wat zij willen.
   *[other] Bij { $n } van deze paren ontbreekt van een of van beide wat zij willen.
}
cultures-ours = Binnen onze eigen organisatie
cultures-within = Binnen organisaties
cultures-change = Wat partijen zelf willen veranderen
culture-change = { $parties }: { $all }.
culture-change-pole = { $number } naar { $pole }
culture-change-one = { $dimension } { $number }
cultures-own-words = In hun eigen woorden
culture-norms = “{ $text }” (norm)
culture-ways = “{ $text }” (werkwijze)
cultures-not-comparable = { $n ->
    [one] Eén paar partijen is niet te vergelijken: hun profielen zijn van verschillende modellen.
   *[other] { $n } paren van partijen zijn niet te vergelijken: hun profielen zijn van verschillende modellen.
}
cultures-without = Zonder cultuurprofiel: { $parties }.

picture-cultures-title = De culturen naast elkaar
picture-cultures-description = { $model }: { $n ->
    [one] één profiel
   *[other] { $n } profielen
}.
picture-cultures-reach = { $dimension } van { $low } tot { $high } (midden { $median })
picture-cultures-reaches = De { $n } profielen lopen uiteen: { $all }.
picture-cultures-farthest = Het verst van het midden: { $parties }.
picture-cultures-all = Alle { $n } profielen
picture-cultures-profile = { $parties } nu: { $all }.
picture-cultures-score = { $dimension } { $now }
picture-cultures-score-wanted = { $dimension } { $now } (gewenst { $wanted })
picture-cultures-no-wish = Wat gewenst is, is niet bekend.
picture-cultures-now = zoals het nu is
picture-cultures-wanted = zoals het gewenst is, waar dat bekend is
picture-cultures-unknown = niet bekend hoe het nu is
picture-cultures-band = van het laagste tot het hoogste profiel
picture-cultures-median = mediaan van alle profielen
picture-cultures-others = { $model }: de { $shown } profielen die het verst van de mediaan liggen, hebben een eigen vak. Alleen in het vak van alle profielen: { $n ->
    [one] één profiel
   *[other] { $n } profielen
} ({ $parties }).
picture-cultures-more-dimensions = Alleen de { $most } vaakst beoordeelde dimensies zijn getekend, { $n ->
    [one] één dimensie
   *[other] { $n } dimensies
} niet.
picture-cultures-blank = Een profiel zonder bekende score: { $n ->
    [one] één partij
   *[other] { $n } partijen
} ({ $parties }).
picture-cultures-without = Zonder cultuurprofiel: { $n ->
    [one] één partij
   *[other] { $n } partijen
} ({ $parties }).

## Conflicten

conflicts = Conflicten
conflicts-how = Het sterkste eerst. Een conflict wordt hier beschreven, niet beslist: niemand krijgt gelijk. Sterktes van verschillende soorten delen een bereik en geen eenheid; lees ze als volgorde van aandacht.
conflicts-with-care = Ga er zorgvuldig mee om: sommige conflicten hieronder rusten op belangen die een partij niet heeft uitgesproken.
conflicts-none = Er is geen conflict vastgelegd.
conflicts-more = { $n ->
    [0] Er zijn conflicten vastgelegd; geen ervan staat hier.
    [one] Er zijn er meer, even sterk of zwakker; alleen een van de sterkste staat hier.
   *[other] Er zijn er meer, even sterk of zwakker; de { $n } sterkste staan hier.
}
conflicts-leading = Om te bespreken: wie leidt
conflicts-leading-how = Dit staat apart en zonder sterkte, want het gaat over mensen: een voorkeur, geen oordeel. Bespreek het met henzelf; zie “Leiderschap per fase”.
conflicts-inner = Binnen één partij
conflicts-inner-how = Deze partijen willen twee dingen die elkaar tegenwerken.
conflict-interest = { $parties } staan tegenover elkaar over het belang “{ $x }”
conflict-opposed-interests = { $parties } willen wat elkaar tegenwerkt: “{ $x }” tegenover “{ $y }”
conflict-fate = voor { $parties } loopt het met de waarde { $x } verschillend af: benut voor de een, vernietigd voor de ander
conflict-value = { $parties } hechten aan waarden op gespannen voet: { $x } tegenover { $y }
conflict-value-priority = { $parties } verschillen in hoe belangrijk { $x } is
conflict-inner = { $parties } is voor twee belangen die elkaar tegenwerken: “{ $x }” tegenover “{ $y }”
conflict-misperception-less = { $a } denkt dat { $x } voor { $b } veel minder belangrijk is dan die zelf zegt
conflict-misperception-more = { $a } denkt dat { $x } voor { $b } veel belangrijker is dan die zelf zegt
conflict-tie = { $a } en { $b } hebben een slechte band
conflict-trust = { $a } heeft weinig vertrouwen in { $b }
conflict-trust-one-sided = { $a } vertrouwt { $b } veel meer dan andersom
conflict-dependence = { $a } hangt veel meer af van { $b } dan andersom
conflict-culture = { $parties } werken heel verschillend, vooral op { $most }
conflict-role = over de rol van { $party } verschillen de beelden ({ $first }: { $firstring }, { $second }: { $secondring })
conflict-leadership-task = { $member } doet de leidende taak “{ $task }”, en die vraagt om iets anders dan de eigen voorkeur
conflict-leadership-phase = { $member } leidt de fase { $phase }, en die vraagt om iets anders dan de eigen voorkeur
conflict-leadership-both = { $a } en { $b } leiden allebei de fase { $phase }
conflict-leadership-role = in de fase { $phase } heeft niemand een sterke voorkeur voor de rol { $role }
member-of = { $member } ({ $party })
conflict-false-conflict = Schijnbaar verschil: { $a } denkt dat { $b } hier anders over denkt, en dat is niet zo. Laat { $b } het zelf vertellen.
conflict-false-consensus = Schijnbare overeenstemming: { $a } denkt dat { $b } er net zo over denkt, en dat is niet zo. Maak het verschil bespreekbaar.
conflict-misjudged = Verkeerd ingeschat: wat { $a } denkt van { $b } ligt ver van wat { $b } zelf zegt. Laat { $b } het zelf vertellen.
conflict-gain-real-conflict = Standpunten en belangen botsen beide.
conflict-gain-apparent-conflict = De standpunten botsen, de belangen niet.
conflict-gain-fragile-agreement = De standpunten zijn gelijk, de belangen niet: een broze overeenkomst.
conflict-gain-agreement = Standpunten en belangen zijn gelijk.
conflict-other = { $parties }: { $kind } over { $x }
conflict-facts = Soort: { $kind }; sterkte: { $strength }; gewogen naar macht: { $weighted }; { $voicing }; { $acknowledged }
strength = { $number }, { $level }
strength-low = laag
strength-medium = midden
strength-high = hoog
conflict-voiced = ligt op tafel
conflict-latent = sluimert: een belang erachter is niet uitgesproken
conflict-unknown = niet vastgelegd of het op tafel ligt
acknowledged-yes = door de partijen erkend
acknowledged-no = niet vastgelegd als erkend
because = Omdat:
bridges = Mogelijke bruggen:
bridge-none = Geen brug vastgelegd.
bridge-one = { $name } ({ $strength })
bridge-interests = { $n ->
    [one] gedeeld belang: { $all }
   *[other] gedeelde belangen: { $all }
}
bridge-values = { $n ->
    [one] gedeelde waarde: { $all }
   *[other] gedeelde waarden: { $all }
}
bridge-brokers = { $n ->
    [one] bruggenbouwer dicht bij beide: { $all }
   *[other] bruggenbouwers dicht bij beide: { $all }
}
bridge-supra = { $n ->
    [one] belang daarachter, dat beide dienen: { $all }
   *[other] belangen daarachter, die beide dienen: { $all }
}
bridge-supra-one = { $name } ({ $x }; { $y })
bridge-supra-both = { $name } (beide via { $all })
bridge-supra-through = { $party } via { $all }
bridge-supra-itself = { $party } rechtstreeks
bridge-trade-one = mogelijke ruil: { $a } geeft toe op { $x }, { $b } op { $y } ({ $strength })
bridge-trade-more = { $n ->
    [one] nog één mogelijke ruil
   *[other] nog { $n } mogelijke ruilen
}

picture-conflicts-title = Wie met wie botst
picture-conflicts-how = Zo leest u het: ga van de ene naam naar links en van de andere naar beneden. Op het kruispunt staat hun sterkste conflict.
picture-conflicts-description = Conflicten van { $parties ->
    [one] één partij
   *[other] { $parties } partijen
}: { $n ->
    [one] één paar of partij met een conflict
   *[other] { $n } paren of partijen met een conflict
}, waarvan { $strong } met een hoge sterkte.
picture-conflicts-most = De partijen met de meeste en sterkste conflicten: { $parties }.
picture-conflicts-facts = Soort: { $kind }; sterkte: { $strength }; { $voicing }.
picture-conflicts-because = Waarom: { $all }.
picture-conflicts-others = Daarnaast nog { $n ->
    [one] één conflict
   *[other] { $n } conflicten
}.
picture-conflicts-party = { $party }: { $n ->
    [0] geen conflict met een andere partij
    [one] conflict met één andere partij
   *[other] conflict met { $n } andere partijen
}.
picture-conflicts-level = sterkte: { $level }
picture-conflicts-unrated = sterkte niet bekend
picture-conflicts-none = geen conflict gevonden
picture-conflicts-own = van een partij zelf: met zichzelf of over haar rol
picture-conflicts-with-care = Ga er zorgvuldig mee om: sommige conflicten hier rusten op belangen die een partij niet heeft uitgesproken.
picture-conflicts-lighter = Alleen de { $most } partijen met de meeste en sterkste conflicten hebben een plaats. Niet getekend: { $n ->
    [one] één partij
   *[other] { $n } partijen
} ({ $parties }).
picture-conflicts-without = Zonder vastgelegd conflict: { $n ->
    [one] één partij
   *[other] { $n } partijen
} ({ $parties }).
picture-conflicts-leading = { $n ->
    [one] Eén punt over wie leidt, staat hier niet: het gaat over mensen en heeft geen sterkte.
   *[other] { $n } punten over wie leidt, staan hier niet: zij gaan over mensen en hebben geen sterkte.
}
picture-conflicts-more = Alleen de { $n } sterkste conflicten zijn hier geteld; er zijn er meer.
picture-conflicts-omitted = { $n ->
    [one] Eén oordeel is
   *[other] { $n } oordelen zijn
} niet bekend; daarachter kan nog een conflict zitten.

picture-conflicts-letter-interest = B
picture-conflicts-letter-opposed-interests = T
picture-conflicts-letter-fate = V
picture-conflicts-letter-value = W
picture-conflicts-letter-value-priority = P
picture-conflicts-letter-misperception = M
picture-conflicts-letter-culture = C
picture-conflicts-letter-relation = R
picture-conflicts-letter-role = K

## Wat verdeelt en wat verbindt

pairs = Wat verdeelt en wat verbindt
pairs-among = Gekozen uit de { $n } sterkste conflicten.
pairs-how = { $n ->
    [one] Het paar met het sterkste conflict, gewogen naar de macht van beide.
   *[other] De { $n } paren met de sterkste conflicten, gewogen naar de macht van beide, elk één keer.
}
pairs-how-unweighted = { $n ->
    [one] Het paar met het sterkste conflict. Van geen paar is van beide de macht bekend, dus die weegt niet mee.
   *[other] De { $n } paren met de sterkste conflicten, elk één keer. Van geen paar is van beide de macht bekend, dus die weegt niet mee.
}
pair-distance = Afstand: { $km } km.
pair-more = En nog { $n }, even sterk of zwakker
pair-stand = Band: { $tie }. Vertrouwen van { $a } in { $b }: { $there }; andersom: { $back }.
pair-unknown = niet bekend
both-parties = beide partijen
pair-divides = Wat verdeelt:
pair-divides-nothing = Niets is vastgelegd dat hen verdeelt.
pair-binds = Wat verbindt:
pair-binds-nothing = Niets is vastgelegd dat hen verbindt.
pair-conflict = { $what } ({ $strength })
pair-leading = { $what } (een voorkeur, geen oordeel; zie “Leiderschap per fase”)
pair-gain = standpunten en belangen over “{ $x }”: { $class }
pair-left-out = Wat van deze twee niet bekend is:

## Leiderschap

leadership = Leiderschap per fase
leadership-how = Elke fase vraagt iets anders van wie leidt. “Past” loopt tot 1 en zegt hoe goed iemands voorkeuren aansluiten bij wat een fase vraagt. Het is een voorkeur, geen oordeel over iemands kwaliteit; bespreek het met de mensen zelf.
styles = Stijl: { $all }.
style-side = { $style }: { $members }
style-unknown = niet bekend
phase-now = { " " }(nu)
phase-colon = { ": " }
lead-nobody = er is niet vastgelegd wie leidt.
lead-one = { $member } (past: { $fit }; stijl: { $style })
leads = { $n ->
    [one] { $all } leidt.
   *[other] { $all } leiden.
}
fit-unrated = niet te zeggen, want niet beoordeeld als { $roles }
lead-styles = De stijlen van { $a } en { $b } liggen { $apart } uit elkaar, op een schaal van 0 tot 1. Spreek af wie waarin leidt.
informal-yes = Deze fase vraagt om een informele leider: dat is { $members }.
informal-no = Deze fase vraagt om een informele leider, en die is er niet.
informal-open = Deze fase vraagt om een informele leider: van wie leidt is de stijl niet bekend.
informal-nobody = Deze fase vraagt om een informele leider: er is nog niet vastgelegd wie leidt.
informal-others = { " " }Met een informele stijl: { $members }.
control-yes = Planning en control ligt bij { $members }.
control-no = Niemand heeft een taak in planning en control.
control-open = Of iemand planning en control heeft: { $undefined }.
roles-uncovered = Nodig, maar niemand die beoordeeld is heeft er een sterke voorkeur voor: { $roles }.
roles-unrated = Nodig, maar niemand is erop beoordeeld: { $roles }.
tasks-who = Wie wat zou kunnen doen
tasks-how = De taken van elke fase zo verdeeld dat ze samen het best passen, met per ronde één taak per persoon. De getallen staan op de schaal van { $scale }.
task-better = { $task }: past beter bij { $member } ({ $fit }) dan bij { $now } ({ $fitnow })
task-nobody = { $task }: doet nu niemand; past bij { $member } ({ $fit })
tasks-unassigned = { $n ->
    [one] Van deze taak is bij niemand te zeggen of zij past: { $tasks }
   *[other] Van deze taken is bij niemand te zeggen of zij passen: { $tasks }
}
phase-next = Straks, in de fase { $phase }
needs-end = Niet meer nodig: { $all }.
needs-begin = Nieuw nodig: { $all }.
needs-stay = Blijft nodig: { $all }.
lead-falls = { $member } past nu { $before }, straks { $after }.
hand-over-leads-next = { $from } draagt de leiding over aan { $to }, die dan leidt.
hand-over-shares = { $from } leidt verder samen met { $to } en deelt dan de leiding.
hand-over-fits-best = { $from } kan de leiding overdragen; het best past { $to }.
hand-over-nobody = { $from } kan de leiding beter overdragen, maar van niemand anders is bekend dat het past.
hand-over-roles = { " " }Vooral voor: { $roles }.
picture-leadership-title = De fasen, wat zij vragen en wie er leidt
picture-leadership-shows = De fasen vormen op volgorde een keten van stappen; onder elke fase staat wie er leidt en welke rollen zij vraagt.
picture-leadership-in = Het project is in de fase { $phase }.
picture-leadership-no-phase = Er is niet vastgelegd in welke fase het project is.
picture-leadership-of = { $phase }: { $who }
picture-leadership-now = { $phase } (nu)
picture-leadership-step = { $phase } vraagt om: { $roles }.
picture-leadership-no-roles = geen rollen
picture-leadership-leads = Wie leidt
picture-leadership-asks = Wat deze fase vraagt
picture-leadership-lead = stijl: { $style }; { $fit }
picture-leadership-leader = { $member } leidt de fase { $phase } (stijl: { $style }): { $fit }.
picture-leadership-suits = de eigen voorkeuren sluiten aan bij wat de fase vraagt
picture-leadership-other = de fase vraagt om iets anders dan de eigen voorkeur
picture-leadership-unrated = of het past is niet te zeggen: er is geen oordeel over { $roles }
picture-leadership-styles = { $a } en { $b } verschillen van stijl. Spreek af wie waarin leidt.
picture-leadership-styles-many = Wie leiden, verschillen van stijl. Spreek af wie waarin leidt.
picture-leadership-role = { $role }: { $cover }
picture-leadership-covered = iemand heeft een sterke voorkeur voor deze rol
picture-leadership-uncovered = niemand die beoordeeld is heeft er een sterke voorkeur voor
picture-leadership-unknown = niet bekend
picture-leadership-care = Het gaat om voorkeuren en is geen oordeel over iemands kwaliteit; bespreek het met de mensen zelf.

## Wat te doen

plan = Wat te doen: de strategie per partij
plan-how = Wie de meeste aandacht nodig heeft staat voorop. De strategie volgt uit de plaats van de partij: haar vak van macht en betrokkenheid, en of zij voorstander, twijfelaar of tegenstander is. Het is een begin voor een gesprek, geen voorschrift.
plan-together = Partijen op dezelfde plaats staan bij elkaar; wat voor hen allemaal geldt, staat er één keer.
plan-here = { $place } ({ $n } { $n ->
    [one] partij
   *[other] partijen
})
plan-whose = Wie dit zijn:
plan-party = { $party } (contact: { $contact })
plan-nowhere = Niet geplaatst, omdat beoordelingen ontbreken (zie onderaan); daarom ook geen advies
plan-unaware = Kent het project nog niet: vertel eerst wat er speelt.
plan-other-ring = Wij willen hen in een andere ring: { $ring }. Kies één van beide voordat je met hen praat.
plan-side-open = voor of tegen onbekend
chance-net-interest = netto { $net } als hun betrokkenheid hoog wordt
chance-net-neutral = netto { $net } als zij neutraal worden
chance-net-step = netto { $net } bij één stap van houding
chance-net-step-against = netto { $net } bij één stap tegen
plan-none = Van niemand is genoeg bekend voor een strategie. Begin met macht, betrokkenheid en houding van elke partij.
plan-place = Plaats:
plan-cell = { $quadrant }, { $support }
plan-open = onbekend
plan-not-placed = niet geplaatst, omdat beoordelingen ontbreken (zie onderaan); daarom ook geen advies.
plan-border = { $n ->
    [one] { $ratings } ligt
   *[other] { $ratings } liggen
} op de grens: toets dat voordat je op deze plaats vertrouwt.
plan-whatever = er ontbreekt een beoordeling, maar de plaats is dezelfde wat die ook is.
plan-goal = Doel:
plan-no-row = het gebruikte advies zegt niets over deze plaats.
plan-level = Hoe zij meedoen:
plan-tools = Middelen:
plan-tips = Tips:
plan-contact = Contact:
plan-channel = { $x }
plan-frequency = { $x }
plan-owner = door { $x }
plan-from = { " " }(geldt voor: { $cell })
plan-from-everywhere = { " " }(geldt voor iedereen)
plan-left-out = Voor een volledige plaats ontbreekt:
chances = Kansen en risico’s
chances-how = Wat het meest met het netto doet staat voorop, daarna wat het sterkst is. “Netto” is wat er in het krachtenveld zou veranderen als alleen dit gebeurt: geen voorspelling, en de getallen tellen niet op. Sterkte loopt van 0 tot 1 en is zo groot als de zwakste van de redenen.
opportunities = Kansen
opportunities-none = Er zijn geen kansen gevonden.
risks = Risico’s
risks-none = Er zijn geen risico’s gevonden.
chances-more = { $n ->
    [one] Eén andere staat niet in dit rapport.
   *[other] { $n } andere staan niet in dit rapport.
}
chance-strength = sterkte { $strength }
chance-strength-up-to = sterkte tot { $strength }
chance-net-unknown = netto onbekend: { $ratings } { $n ->
    [one] ontbreekt
   *[other] ontbreken
}
chance-divided = hun houding is niet zeker
chance-net = netto { $net }
chance-net-now = nu al netto { $net }
chance-rings-actual = nu { $actual }, wens { $wished }, wij { $desired }
chance-rings-desired = wens { $wished }, wij denken aan { $desired }
chance-sleeping-supporter = { $party } is voor en heeft macht, maar houdt zich er nog weinig mee bezig.
chance-sleeping-supporter-advice = Betrek hen: laat in één kort gesprek zien wat dit voor hen betekent.
chance-voice-to-opponent = { $other } is tegen, maar heeft vertrouwen in { $party }, en die is voor.
chance-voice-to-opponent-advice = Vraag { $party } om het gesprek te openen, of om mee te gaan.
chance-common-ground-with-doubter = { $party } twijfelt, maar staat bij { $x } aan dezelfde kant als wij.
chance-common-ground-with-doubter-advice = Begin het gesprek daar, niet bij het plan.
chance-common-ground-with-opponent = { $party } is tegen, maar staat bij { $x } aan dezelfde kant als wij.
chance-common-ground-with-opponent-advice = Zoek samen uit wat daarvoor nodig is, en of het plan daarop kan worden aangepast.
chance-common-ground-undisclosed-advice = Vraag naar wat zij belangrijk vinden en laat hen dit zelf noemen; noem het niet eerst.
chance-cooperative-doubter = { $party } is nog niet voor, maar staat open voor samenwerken.
chance-cooperative-doubter-advice = Geef hun een rol waarin zij invloed hebben op de uitwerking.
chance-gain-for-doubter = { $party } is nog niet voor, maar heeft hier iets te winnen: { $x }.
chance-gain-for-doubter-advice = Laat zien wat het hun oplevert, en vraag of dat klopt.
chance-carrier = { $party } is enthousiast en betrokken, maar heeft zelf weinig macht.
chance-carrier-advice = Geef hun een podium: laat hen het verhaal vertellen en anderen meenemen.
chance-willing-to-do-more = { $party } wil meer doen dan nu, en ook wij willen meer ({ $x }).
chance-willing-to-do-more-advice = Spreek af wat zij erbij gaan doen, en vanaf wanneer.
chance-powerful-opponent = { $party } is tegen en heeft macht.
chance-powerful-opponent-advice = Ga vroeg en persoonlijk in gesprek, over belangen en niet over standpunten.
chance-sleeping-opponent = { $party } is tegen en heeft macht, maar houdt zich er nog weinig mee bezig.
chance-sleeping-opponent-advice = Weet wat hun dwarszit en los dat op voordat het een kwestie wordt; overval hen niet.
chance-powerful-doubter = { $party } heeft macht en heeft nog niet gekozen.
chance-powerful-doubter-advice = Vraag wat zij nodig hebben om ja te zeggen, voordat een ander dat doet.
chance-supporter-loses-value = { $party } is voor, maar raakt iets kwijt dat veel waard is: { $x }.
chance-supporter-loses-value-advice = Bespreek met hen hoe dat behouden blijft of wordt goedgemaakt.
chance-claim-not-granted = { $party } wil meer zeggenschap dan wij willen geven ({ $x }).
chance-claim-not-granted-advice = Leg uit welke rol wij voor ons zien en waarom, of geef meer ruimte.
chance-sole-supplier = Voor { $x } zijn wij afhankelijk van { $party }, en elders is daar moeilijk aan te komen.
chance-sole-supplier-advice = Leg de afspraken vast en zoek een tweede mogelijkheid.
chance-powerful-stranger = { $party } heeft macht, en er is geen band met ons vastgelegd.
chance-powerful-stranger-advice = Leg contact voordat wij iets van hen nodig hebben, of leg de band vast.
chance-dangerous-claim = { $party } heeft macht en haast, maar weinig legitimiteit.
chance-dangerous-claim-advice = Neem hen serieus, maar spreek duidelijke grenzen af en zorg voor steun van anderen.
chance-threat-without-cooperation = { $party } kan het project schaden en is moeilijk om mee samen te werken.
chance-threat-without-cooperation-advice = Maak het project minder kwetsbaar en zoek één punt waarop samenwerken wel lukt.
chance-unaware-power = { $party } heeft macht en weet nog niet van het project.
chance-unaware-power-advice = Vertel zelf wat er speelt, voordat zij het van een ander horen.
chance-divided-judgement = Over { $party } zijn de oordelen verdeeld, van { $low } tot { $high }: wij weten niet of zij voor of tegen zijn.
chance-divided-judgement-one = De schatting van { $party } loopt van { $low } tot { $high }: wij weten niet of zij voor of tegen zijn.
chance-divided-judgement-advice = Vraag het hun zelf.
chance-allied-opponents = { $party } en { $other } zijn beide tegen en hebben een goede band: zij kunnen samen optrekken.
chance-allied-opponents-advice = Ga na of zij om dezelfde reden tegen zijn, en ga met ieder over de eigen reden in gesprek.

## Handboek

handbook = Wat het handboek aanbeveelt
handbook-how = Van de { $all } aanbevelingen van het handboek samenwerken: { $met } voldaan, { $unmet } niet voldaan, { $explained } toegelicht, { $unjudged } niet te beoordelen met wat er is vastgelegd, { $other } nu niet aan de orde. Het is een lijst met vragen voor het team, geen rapportcijfer.
handbook-nothing-yet = Van de { $all } aanbevelingen van het handboek samenwerken is er in dit bestand nog geen te zien. Begin met een gesprek met elke partij over haar belangen, haar waarden en haar manier van werken; “polder handbook” noemt ze allemaal.
handbook-not-met = Hieraan is nog niet voldaan
handbook-unjudged = Dit is nog niet te beoordelen
handbook-explained = Toegelicht
handbook-met = Hieraan is voldaan
handbook-not-applicable = Nu niet aan de orde
handbook-rule = { $asks } ({ $severity })
handbook-advice = Wat te doen:
handbook-words = “{ $words }”
handbook-otherwise = Zonder toelichting: { $state }.
handbook-not-needed = Het bestand licht dit toe; dat is niet meer nodig: “{ $words }”
handbook-unused = Het bestand licht aanbevelingen toe die zijn weggelaten: { $rules }
handbook-unheard = Het bestand licht iets toe dat geen aanbeveling van het handboek is: { $rules }. Kijk naar de spelling; “polder handbook” noemt ze allemaal.
handbook-unknown = Nog niet bekend:
handbook-in-file = In het bestand: { $words }
handbook-ground-clash = { $fact }: { $of } tegenover { $facing }, over { $over }
handbook-ground-facing = { $fact }: { $of } en { $facing }
handbook-ground = { $fact }
handbook-ground-of = { $fact }: { $of }
handbook-ground-over = { $fact }: { $of }, over { $over }
handbook-ground-number = { $fact } ({ $number })
handbook-ground-of-number = { $fact } ({ $number }): { $of }
handbook-with-care = Ga er zorgvuldig mee om: hier staat een belang dat een partij niet heeft uitgesproken. Begin er niet zelf over; vraag eerst onder vier ogen wat er speelt.
handbook-more = { $n ->
    [one] Nog één van dezelfde soort.
   *[other] Nog { $n } van dezelfde soort.
}
handbook-rules = De aanbevelingen van het handboek
handbook-rules-how = Elke aanbeveling is een toets op het modelbestand. Met dit id licht het bestand haar toe en zet je haar uit.
handbook-phases = Gevraagd in: { $phases }
handbook-source = Bron: { $source }
element-support = { $kind }

## Onbekend

unknown = Wat de analyses nodig hadden en we niet weten
unknown-nothing = Geen beoordeling die de analyses nodig hadden, is onbekend.
unknown-how = { $n ->
    [one] Eén beoordeling die de analyses nodig hadden, ontbreekt. Wat die nodig heeft, laat haar weg; zij telt nooit als nul.
   *[other] { $n } beoordelingen die de analyses nodig hadden, ontbreken. Wat ze nodig heeft, laat ze weg; ze tellen nooit als nul.
}
unknown-scope = Hier tellen alleen beoordelingen die de analyses nodig hadden. Een “?” in de tabel met waarden is niet gevraagd of niet bekend, en telt alleen mee waar een analyse de beoordeling nodig had.
spread-raters = Waar schattingen uiteenlopen
spread-raters-how = Deze beoordelingen liggen meer dan één stap uiteen. Praat erover voordat je erop leunt.
spread-between = { $what }: { $n } schattingen, van { $low } tot { $high }
spread-within = { $what }: één schatting, ergens van { $low } tot { $high }

## Waarden: hoe zij staan, wat men denkt, wat op gespannen voet staat

values-shared = Gedeeld, belangrijk voor ieder die ze beoordeelde (belangrijkheid { $level } of hoger): { $all }.
values-shared-one = { $value } ({ $n ->
    [one] één partij
   *[other] { $n } partijen
})
values-contested = Omstreden, voor de een veel belangrijker dan voor de ander:
values-contested-one = { $value }: { $high } tegenover { $low }
values-orphans = Van wie dit beoordeelden, vindt maar één partij het belangrijk: { $all }.
values-orphan-one = { $value } ({ $party })
values-not-rated = Niemand heeft gezegd hoe belangrijk deze zijn: { $all }.
values-unclaimed = Wat het project hiermee doet, heeft niemand gezegd: { $all }.
values-raters = { $n ->
    [one] Bij één beoordeling staat tussen haakjes een bereik: mensen gaven verschillende antwoorden, of een bandbreedte.
   *[other] Bij { $n } beoordelingen staat tussen haakjes een bereik: mensen gaven verschillende antwoorden, of een bandbreedte.
}

picture-value-map-title = Hoe belangrijk elke waarde is voor wie
picture-value-map-description = Van { $parties ->
    [one] één partij
   *[other] { $parties } partijen
} (rijen) en { $values ->
    [one] één waarde
   *[other] { $values } waarden
} (kolommen): { $known } keer is bekend hoe belangrijk een waarde is, { $unknown } keer niet.
picture-value-map-cell = { $value } voor { $party }: belangrijkheid { $rating }.
picture-value-map-unknown = { $party }: hoe belangrijk { $value } is, staat als onbekend vastgelegd.
picture-value-map-unasked = { $party }: hoe belangrijk { $value } is, is niet gevraagd of niet bekend.
picture-value-map-party = { $party }: van { $n } van de { $all } waarden is bekend hoe belangrijk zij zijn.
picture-value-map-value = { $value }: beoordeeld voor { $n ->
    [one] één partij
   *[other] { $n } partijen
}, van { $low } tot { $high }, in het midden { $median }.
picture-value-map-standing = Zij is { $all }.
picture-value-map-levels = belangrijkheid, van { $scale }
picture-value-map-unknown-key = niet gevraagd of niet bekend; dat is iets anders dan laag
picture-value-map-about = ≈ of …: het getal is hier afgerond of weggelaten, omdat het niet past. Wijs de cel aan of zie het rapport voor het getal zelf.
picture-spread = van het laagste tot het hoogste oordeel
picture-value-map-shared = gedeeld ({ $level } of hoger voor ieder die haar beoordeelde)
picture-value-map-contested = omstreden (voor de een veel belangrijker dan voor de ander)
picture-value-map-orphan = van één partij ({ $level } of hoger voor maar één van wie haar beoordeelden)
picture-value-map-all-shared = Gedeeld: { $all }.
picture-value-map-all-contested = Omstreden: { $all }.
picture-value-map-all-orphan = Van één partij: { $all }.
picture-value-map-more-parties = Alleen de { $most } partijen met de meeste beoordelingen hebben een rij. Niet getekend: { $n ->
    [one] één partij
   *[other] { $n } partijen
} ({ $all }).
picture-value-map-more-values = Alleen de { $most } vaakst beoordeelde waarden hebben een kolom. Niet getekend: { $n ->
    [one] één waarde
   *[other] { $n } waarden
} ({ $all }).
picture-value-map-silent = Niets vastgelegd over { $n ->
    [one] één partij
   *[other] { $n } partijen
} ({ $all }).
picture-value-map-unrated = Door niemand beoordeeld: { $n ->
    [one] één waarde
   *[other] { $n } waarden
} ({ $all }).

beliefs = Wat partijen van elkaars waarden denken
beliefs-how = Tussen haakjes wat zij denken, tegenover wat de ander zelf zegt. Overeenstemming loopt van 0 (tegengesteld) tot 1 (gelijk). Juistheid is 1 als wat zij denken precies klopt.
beliefs-direction = { $a } over { $b }: { $said }.
beliefs-value = { $value } ({ $belief } tegenover { $own })
beliefs-false-consensus = denkt ten onrechte het eens te zijn over { $all }
beliefs-false-conflict = denkt ten onrechte te verschillen over { $all }
beliefs-misjudged = schat verkeerd in: { $all }
beliefs-right = zit nergens ver naast, over { $n ->
    [one] één waarde
   *[other] { $n } waarden
}
beliefs-open = of het klopt is van { $n ->
    [one] één waarde
   *[other] { $n } waarden
} niet te zeggen
beliefs-accuracy = juistheid { $accuracy }
beliefs-unknown = of het klopt is niet te zeggen, want de ander heeft deze waarden niet beoordeeld
beliefs-consensus = denkt het meer eens te zijn dan het geval is ({ $thought } tegenover { $real }, over { $n ->
    [one] één waarde
   *[other] { $n } waarden
})
beliefs-conflict = denkt het minder eens te zijn dan het geval is ({ $thought } tegenover { $real }, over { $n ->
    [one] één waarde
   *[other] { $n } waarden
})
beliefs-even = weet hoe ver zij het eens zijn ({ $thought } tegenover { $real }, over { $n ->
    [one] één waarde
   *[other] { $n } waarden
})
beliefs-even-by-chance = komt gemiddeld uit op hoe ver zij het eens zijn ({ $thought } tegenover { $real }, over { $n ->
    [one] één waarde
   *[other] { $n } waarden
}), maar niet per waarde
beliefs-one-way = Andersom is niet gevraagd.
beliefs-more = Van nog { $n } { $n ->
    [one] paar
   *[other] paren
} is vastgelegd wat zij van elkaar denken.

tensions = Waarden op gespannen voet
tensions-how = Wat om een keuze vraagt zodra beide tellen. Een partij hecht aan een waarde vanaf { $level }. Nog geen ruzie: iets om op tijd over te praten.
tensions-pair = { $x } tegenover { $y } ({ $source }, { $strength })
tensions-between = { $n ->
    [one] Tussen één paar partijen: { $a } ({ $x }) en { $b } ({ $y }).
   *[other] Tussen { $n } paren van partijen, het sterkst tussen { $a } ({ $x }) en { $b } ({ $y }).
}
tensions-between-counted = { $n ->
    [one] Tussen één paar partijen.
   *[other] Tussen { $n } paren van partijen.
}
tensions-within = { $n ->
    [one] Hecht aan beide, en moet zelf kiezen: { $all }.
   *[other] Hechten aan beide, en moeten zelf kiezen: { $all }.
}
tensions-within-counted = { $n ->
    [one] Eén partij hecht aan beide, en moet zelf kiezen.
   *[other] { $n } partijen hechten aan beide, en moeten zelf kiezen.
}
tensions-more = Nog { $n } { $n ->
    [one] paar waarden staat
   *[other] paren waarden staan
} op gespannen voet.
## Hoe eensgezind de partijen zijn over de waarden

agreement = Hoe eensgezind de partijen zijn
agreement-how = W zegt in hoeverre de partijen de waarden in dezelfde volgorde zetten: 0 is geen enkele gedeelde volgorde, 1 is voor iedereen dezelfde. De gemiddelde rangcorrelatie vergelijkt ze twee aan twee: −1 is omgekeerd, 0 geen verband, 1 gelijk. α zegt in hoeverre ze dezelfde beoordelingen geven: 0 is zoals bij toeval, 1 is volledig eens, onder 0 is minder dan bij toeval.
agreement-order-strong = Over de volgorde van de waarden zijn ze het sterk eens: W is { $w }, de gemiddelde rangcorrelatie { $rho }, over de { $m } partijen die alle { $n } waarden beoordeelden.
agreement-order-moderate = Over de volgorde van de waarden zijn ze het redelijk eens: W is { $w }, de gemiddelde rangcorrelatie { $rho }, over de { $m } partijen die alle { $n } waarden beoordeelden.
agreement-order-weak = Over de volgorde van de waarden zijn ze het weinig eens: W is { $w }, de gemiddelde rangcorrelatie { $rho }, over de { $m } partijen die alle { $n } waarden beoordeelden.
agreement-order-none = Over de volgorde van de waarden zijn ze het niet eens: W is { $w }, de gemiddelde rangcorrelatie { $rho }, over de { $m } partijen die alle { $n } waarden beoordeelden.
agreement-order-unsure = Hun volgordes van de waarden lijken op elkaar, maar met zo weinig partijen en waarden kan dat toeval zijn: W is { $w }, de gemiddelde rangcorrelatie { $rho }, over de { $m } partijen die alle { $n } waarden beoordeelden.
agreement-order-two = De rangcorrelatie (Spearman) van de twee partijen die alle { $n } waarden beoordeelden, is { $rho }: −1 is de omgekeerde volgorde, 1 dezelfde.
agreement-order-significant = Zo veel gelijkenis is bij toeval zeldzaam (kans kleiner dan 0,05).
agreement-order-undefined = Eensgezindheid over de volgorde van de waarden (W): { $undefined }.
agreement-dropped = { $n ->
    [one] Eén partij telt niet mee in W, omdat ze niet elke waarde beoordeelde: { $parties }.
   *[other] { $n } partijen tellen niet mee in W, omdat ze niet elke waarde beoordeelden: { $parties }.
}
agreement-alpha-high = In hun beoordelingen zijn ze het grotendeels eens: α is { $alpha } over { $n } beoordelingen.
agreement-alpha-some = In hun beoordelingen zijn ze het ten dele eens: α is { $alpha } over { $n } beoordelingen.
agreement-alpha-none = In hun beoordelingen zijn ze niet eensgezinder dan bij toeval: α is { $alpha } over { $n } beoordelingen.
agreement-alpha-less = In hun beoordelingen zijn ze minder eensgezind dan bij toeval: α is { $alpha } over { $n } beoordelingen.
agreement-alpha-undefined = Eensgezindheid in de beoordelingen (α): { $undefined }.
agreement-most = Het meest eens zijn ze het over { $all }.
agreement-least = Het minst eens zijn ze het over { $all }.
agreement-value = { $value } (A { $a }, consensus { $consensus })
agreement-value-consensus = { $value } (consensus { $consensus })
agreement-values-one = Bij één waarde is te vergelijken hoe eensgezind ze zijn: { $all }.
agreement-values-same = Over al deze waarden zijn ze even eensgezind: { $all }.
agreement-values-how-consensus = Consensus loopt van 0 (twee helften aan de uiteinden) tot 1 (allemaal hetzelfde).
agreement-values-how = A loopt van −1 (twee tegenover elkaar staande helften) via 0 (verspreid over de hele schaal) naar 1 (allemaal hetzelfde), consensus van 0 tot 1.
agreement-alike = Het meest gelijk in hun volgorde: { $all }.
agreement-opposed = Het verst uiteen in hun volgorde: { $all }.
agreement-pair = { $a } en { $b } ({ $tau } over { $n } waarden)
agreement-pairs-how = Het getal is de τ van Emond en Mason: −1 is de omgekeerde volgorde, 1 dezelfde.
agreement-pairs-undefined = Welke partijen het meest gelijk zijn in hun volgorde: { $undefined }.
agreement-without = Het meest verandert het beeld zonder { $party }: { $all }.
agreement-without-next = Op één na het meest: zonder { $party } ({ $all }).
agreement-from-to = { $measure } gaat van { $before } naar { $after }
# De ijsberg

iceberg = De ijsberg: wat eronder ligt
iceberg-how = Boven water ligt wat als gebeurtenis is genoteerd, daaronder wat dat misschien verklaart, laag voor laag: { $layers }. Wat eronder ligt, is wat iemand vermoedt; een feit is het niet.
iceberg-no-bottleneck = Er is nog geen gebeurtenis vastgelegd die de samenwerking hindert.
iceberg-bottleneck = { $what }: het gesprek komt tot op de laag { $layer }.
iceberg-bottleneck-not-deep = { $what }: het gesprek komt nog niet dieper dan de laag { $layer }.
iceberg-below = daaronder ligt misschien: { $all }.
iceberg-root = { $what } ({ $layer }; { $who })
iceberg-root-again = { $what } ({ $layer })
iceberg-root-noted = genoteerd door { $parties }
iceberg-root-pointed = { $n ->
    [one] { $parties } wijst het aan als verklaring
   *[other] { $parties } wijzen het aan als verklaring
}
iceberg-root-nobody = wie dat zegt, is niet vastgelegd
iceberg-root-anonymous = door meerdere partijen genoteerd, zonder naam
iceberg-withheld-note = { $n ->
    [one] iets wat in vertrouwen is genoteerd ({ $layer })
   *[other] { $n } dingen die in vertrouwen zijn genoteerd ({ $layer })
}
iceberg-bottlenecks-more = { $n ->
    [one] En nog één knelpunt.
   *[other] En nog { $n } knelpunten.
}
iceberg-undiscussed = Wat hieronder ligt, is nog niet besproken: { $all }.
iceberg-shared = Onder meer dan één knelpunt ligt misschien dezelfde oorzaak:
iceberg-shared-below-one = Onder één knelpunt dat over meer partijen gaat, ligt misschien:
iceberg-shared-one = { $n ->
    [one] { $what }: onder een knelpunt over { $parties }
   *[other] { $what }: onder { $n } knelpunten, over { $parties }
}
iceberg-fewest = { $n ->
    [one] Begin met deze ene: { $all }. Die ligt misschien onder elk knelpunt dat besproken is.
   *[other] Begin met deze { $n }: { $all }. Samen liggen ze misschien onder elk knelpunt dat besproken is.
}
iceberg-fewest-of = { $n ->
    [one] Begin met { $all }. Elk daarvan ligt misschien onder elk knelpunt dat besproken is; geen ervan gaat voor.
   *[other] Begin met { $all }. Elk van die keuzes ligt misschien onder elk knelpunt dat besproken is; geen ervan gaat voor.
}
iceberg-or-with = { ", of met " }
iceberg-fewest-others = Nog { $n } keuzes zijn even klein.
iceberg-fewest-also-withheld = Even klein is een keuze die alleen in vertrouwen is genoteerd.
iceberg-fewest-withheld = { $n ->
    [one] Wat misschien onder elk besproken knelpunt ligt, is alleen in vertrouwen genoteerd. Begin met een gesprek waarin het gezegd kan worden.
   *[other] De { $n } dingen die samen misschien onder elk besproken knelpunt liggen, zijn alleen in vertrouwen genoteerd. Begin met een gesprek waarin ze gezegd kunnen worden.
}
iceberg-fewest-many = { $n ->
    [one] Met één oorzaak kom je misschien onder elk knelpunt dat besproken is; daarvoor zijn er veel even goede keuzes. Kies samen.
   *[other] Met { $n } oorzaken kom je misschien onder elk knelpunt dat besproken is; daarvoor zijn er veel even goede keuzes. Kies samen.
}
iceberg-fewest-not-proven = Met { $n } oorzaken kom je misschien onder elk knelpunt dat besproken is. Dat het niet met minder kan, is niet bewezen; er zijn er minstens { $least } nodig. Kies samen.
iceberg-mirrors = Over deze gebeurtenissen vertellen partijen verhalen die geen oorzaak gemeen hebben:
iceberg-story = { $party } wijst op { $x }
iceberg-unspoken = Door { $from } of meer partijen genoteerd, en voor zover bekend nooit hardop gezegd: { $all }.
iceberg-voiced-unknown = { $n ->
    [one] Van één notitie door { $from } of meer partijen is niet vastgelegd hoe zij ter tafel kwam, dus ook niet of zij hardop is gezegd.
   *[other] Van { $n } notities door { $from } of meer partijen is niet vastgelegd hoe zij ter tafel kwamen, dus ook niet of zij hardop zijn gezegd.
}
iceberg-withheld = { $n ->
    [one] Eén notitie is in vertrouwen gemaakt en staat hier niet; ze telt wel mee.
   *[other] { $n } notities zijn in vertrouwen gemaakt en staan hier niet; ze tellen wel mee.
}
picture-iceberg-title = De ijsberg: wat je ziet, en wat er misschien onder ligt
picture-iceberg-how = Boven water ligt wat als gebeurd is genoteerd, daaronder wat dat misschien verklaart, laag voor laag: { $layers }. Wat eronder ligt, is wat iemand vermoedt; een feit is het niet.
picture-iceberg-layer = { $layer } ({ $n })
picture-iceberg-more = { $n ->
    [one] nog één, met minder verbanden
   *[other] nog { $n }, met minder verbanden
}
picture-iceberg-not-drawn = { $n ->
    [one] Eén notitie met minder verbanden is niet getekend.
   *[other] { $n } notities met minder verbanden zijn niet getekend.
}
picture-iceberg-seen = wat als gebeurd is genoteerd
picture-iceberg-unseen = wat het misschien verklaart
picture-iceberg-no-fact = Wat eronder ligt, is een vermoeden en geen feit.
picture-iceberg-below = onder { $n } knelpunten
picture-iceberg-begin = begin hier
picture-iceberg-unspoken = voor zover bekend nooit hardop gezegd
picture-iceberg-undiscussed = { $what }: wat eronder ligt, is nog niet besproken.
picture-iceberg-about = Gaat over { $parties }.
picture-iceberg-explains = { $above }: misschien verklaard door { $below }.
picture-iceberg-lies-below = { $above }: dieper ligt misschien { $below }, via iets wat hier niet staat.
picture-iceberg-legend-bottleneck = knelpunt
picture-iceberg-legend-open = knelpunt, nog niet besproken
picture-iceberg-legend-root = wortel: daaronder is niets genoteerd
picture-iceberg-legend-withheld = wortels die in vertrouwen zijn genoteerd
picture-iceberg-legend-explains = wat lager staat, verklaart misschien wat erboven staat
picture-iceberg-legend-hidden = idem, via iets wat hier niet staat

## Waar een uitspraak op rust

grounds-sum = { $what }: de som van { $all }
grounds-product = { $what }: het product van { $all }
grounds-mean = { $what }: het gemiddelde van { $all }
grounds-max = { $what }: het grootste van { $all }
grounds-min = { $what }: het kleinste van { $all }
grounds-class = { $what }: volgt uit { $all }
grounds-statistic = { $what }: berekend uit { $all }
grounds-optimum = { $what }: het beste dat er is, gegeven { $all }
grounds-hidden = { $n ->
    [one] één oordeel dat hier niet genoemd wordt
   *[other] { $n } oordelen die hier niet genoemd worden
}
ground-own = { $rating } { $value }
ground-of = { $of }: { $rating } { $value }
ground-cut = grens bij { $n }
grounds-mismatch = Verschil { $strength } van de langste afstand
grounds-driving = Drijvend
grounds-restraining = Remmend
grounds-net = Netto
grounds-balance = Balans
grounds-weighted-mean-attitude = Gemiddelde houding
grounds-weighted-median-attitude = Gewogen mediaan van de houdingen
grounds-tipping-fewest-steps = De minste stappen
grounds-tipping-fewest-parties = De minste partijen
grounds-tipping-fewest-parties-against = De minste partijen tegen
grounds-stability = Hoe stabiel het is
grounds-trust = Vertrouwen
grounds-asymmetry = Hoe eenzijdig het is
grounds-dependence = Hoe afhankelijk { $a } is van { $b }
grounds-camps = De kampen
grounds-triangles = Driehoeken uit balans
grounds-between = Op hoeveel kortste paden tussen de kampen
grounds-agreed = Eens
grounds-opposed = Oneens
grounds-cells = { $n } oordelen van { $parties } partijen over { $values } waarden; { $missing } ontbreken
grounds-order = De volgorde
grounds-ratings = De oordelen
grounds-rank-distance = De afstand
grounds-priorities = De gewichten
ground-comparison = { $a } tegenover { $b }: { $ratio }
grounds-score = De score
grounds-loops = Kringlopen erdoorheen, van { $all } in totaal
grounds-strength = Sterkte
grounds-opposition = Hoe ver ze uiteen trekken
grounds-insight = Hoe goed zij elkaar inschatten
grounds-distance = De afstand
grounds-place = De plaats
grounds-received = { $party } ontvangt
grounds-given = { $party } geeft
grounds-chains = { $n ->
    [one] Eén keten van verklaringen leidt ervandaan omlaag:
   *[other] { $n } ketens van verklaringen leiden ervandaan omlaag, zoals:
}
grounds-bottlenecks = Onder: { $all }
grounds-fit = Hoe goed het past, naar het gewicht van de rollen
grounds-stances = De aantallen, de sommen en hoe verdeeld het is
ground-weighted = { $value } (gewicht { $weight })
ground-itself = { $n }
ground-together = alle samen

## Kaarten

cards = Partij voor partij
cards-how = Wat er van elke partij is vastgelegd, en wat de methoden ervan maken. Een vraagteken is een oordeel dat niemand gaf; de tekens “*” en “°” zijn uitgelegd bij de andere indelingen. Wat niemand heeft opgeschreven, heeft geen regel.
card-known = Vastgelegd
card-found = Wat daaruit volgt
card-none = geen
card-with = { $what } ({ $more })
card-in-brackets = ({ $x })
card-what = Is
card-sector = sector: { $x }
card-partner = partner in de samenwerking
card-no-partner = geen partner in de samenwerking
card-focal = dit zijn wij
card-belongs = Hoort bij
card-part-of = deel van { $parties }
card-units = bestaat uit { $parties }
card-umbrella = spreekt namens { $parties }
card-under-umbrella = wordt vertegenwoordigd door { $parties }
card-culture = Cultuur
card-contact = Contact
card-formal = Formeel verantwoordelijk voor
card-informal = Informele rol
card-ratings = Oordelen
card-unrated = Niet beoordeeld
card-rings = Ringen
card-engagement = Houding tegenover het project
card-interests = Belangen
card-undisclosed = Belangen die niet zijn uitgesproken
card-undisclosed-care = Ga er zorgvuldig mee om: welke dat zijn, staat op geen enkele kaart.
card-care = Let op
card-values = Waarden
card-trusts = Vertrouwt
card-trusted-by = Wordt vertrouwd door
card-ties = Banden met
card-influences = Heeft invloed op
card-influenced-by = Ondervindt invloed van
card-resource = { $party } (“{ $resource }”)
card-needs = Is afhankelijk van
card-needed-by = Wie van haar afhankelijk zijn
card-flows = Waardestromen
card-members = In het projectteam
card-leads = leidt de fase { $phase }
card-forces = Oefent uit
card-seen = Knelpunten over deze partij
card-places = Plaats
card-grids = Andere indelingen
card-place = { $what }: { $class }
card-quadrant = { $mendelow } / { $named }
card-force = Kracht
card-tipping = De balans kantelen
card-tips-alone = { $n ->
    [one] kan die alleen kantelen, in één stap
   *[other] kan die alleen kantelen, in { $n } stappen
}
card-tips-not-alone = kan die niet alleen kantelen
card-tips-steps = staat in een antwoord met de minste stappen
card-tips-parties = staat in een antwoord met de minste partijen
card-tips-against = staat in een antwoord met de minste partijen die het ongedaan kunnen maken
card-accord = Krachten die zij uitoefent
card-rings-differ = Ringen die verschillen
card-ring = { $direction } ({ $first }: { $firstring }, { $second }: { $secondring })
card-transition = Naar de houding die wij willen
card-moves = { $n ->
    [one] (1 stap)
   *[other] ({ $n } stappen)
}
card-divides = Conflicten
card-conflict = { $what } ({ $strength })
card-conflict-kind = { $kind } met { $parties }
card-conflict-with-care = { $what } ({ $strength }; ga er zorgvuldig mee om, het ligt niet op tafel)
card-conflicts = { $n ->
    [one] één: { $all }
   *[other] { $n }; de sterkste eerst: { $all }
}
card-conflicts-among = { $n } onder de { $told } sterkste: { $all }
card-together = Eens of oneens over belangen
card-nearest = het meest eens met { $party } (per saldo { $net })
card-farthest = het meest oneens met { $party } (per saldo { $net })
card-camp = Kamp
card-camp-of = kamp { $n }
card-camp-among = kamp { $n }, in een van de verdelingen die even goed zijn
card-influence = Invloed
card-influence-zone = { $zone }; invloed { $influence }, afhankelijkheid { $dependence }, rang via anderen { $rank }
card-values-apart = Wijkt af in waarden
card-values-high = hecht meer dan anderen aan: { $all }
card-values-low = hecht minder dan anderen aan: { $all }
card-values-alone = hecht als enige aan: { $all }
card-canvas = Op het canvas
card-gains = Geven en ontvangen
card-misjudges = Schat verkeerd in
card-misjudged = Wordt verkeerd ingeschat door
card-culture-apart = Cultuur, afstand tot ons
card-opportunities = Kansen
card-risks = Risico’s
card-times = { $what } ({ $n } keer)
card-strategy = Strategie
card-level = Hoe zij meedoen: { $level }.
card-missing = Niet bekend
card-missing-others = { $n ->
    [one] één oordeel over haar belangen of relaties
   *[other] { $n } oordelen over haar belangen of relaties
}

## De pagina zelf

page-contents = Inhoud

## Beelden: vlakken en cirkels

picture-nothing-unknown = { $n ->
    [one] { $ratings } is van geen enkele partij bekend
   *[other] { $ratings } zijn van geen enkele partij bekend
}
picture-nothing-incomplete = { $n ->
    [one] nergens is genoeg bekend over { $ratings } voor een plaats
   *[other] nergens zijn { $ratings } samen zo bekend als een plaats vraagt
}
picture-nothing-in-confidence = alle waarnemingen zijn in vertrouwen gedaan
picture-nothing = niets in het model heeft er een plaats in
picture-key = Wie is wie
picture-plane-pile = { $n ->
    [one] Eén partij op deze plek: { $parties } in de lijst.
   *[other] { $n } partijen op deze plek: { $parties } in de lijst.
}
picture-plane-around = { $n ->
    [one] Eén partij staat op dezelfde plek als een andere.
   *[other] { $n } partijen staan op dezelfde plek als een andere; hun tekens staan dicht om die plek heen.
}
picture-numbered = { $n ->
    [one] Eén partij is getekend als een nummer; de naam staat eronder.
   *[other] { $n } partijen zijn getekend als een nummer; hun namen staan eronder.
}
picture-plane-piles = { $n ->
    [one] Op één plek staan te veel partijen; daar staat één teken met hun nummers.
   *[other] Op { $n } plekken staan te veel partijen; daar staat steeds één teken met hun nummers.
}
picture-plane-pile-near = { $n ->
    [one] Eén partij, dicht bij een andere: { $parties } in de lijst.
   *[other] { $n } partijen dicht bij elkaar: { $parties } in de lijst.
}
picture-plane-aside = { $n ->
    [one] Eén teken staat iets opzij van zijn plek, omdat het anders een ander bedekt.
   *[other] { $n } tekens staan iets opzij van hun plek, omdat ze elkaar anders bedekken.
}
picture-plane-piles-near = { $n ->
    [one] Op één plek liggen partijen zo dicht bij elkaar dat er één teken met hun nummers staat, ongeveer in hun midden.
   *[other] Op { $n } plekken liggen partijen zo dicht bij elkaar dat er steeds één teken met hun nummers staat, ongeveer in hun midden.
}
picture-plane-corners = Vakken waarin geen ruimte is voor de hele naam: { $all }.
picture-plane-corner = { $where } “{ $name }” ({ $also })
picture-plane-top-left = linksboven
picture-plane-top-right = rechtsboven
picture-plane-bottom-left = linksonder
picture-plane-bottom-right = rechtsonder
picture-plane-no-spreads = Bij zoveel partijen is niet getekend hoe ver de schattingen uiteenlopen.
picture-plane-half = { $n ->
    [one] Van één partij is maar één van de twee bekend; die staat in de strook met “?”, naast de waarde die wel bekend is.
   *[other] Van { $n } partijen is maar één van de twee bekend; die staan in een strook met “?”, naast de waarde die wel bekend is.
}
picture-axis-scale = { $of } ({ $scale })
picture-axis-up = ↑ { $of }
picture-axis-right = { $of } →
picture-from = ≥ { $level }
picture-rating = { $rating } { $value }
picture-class = { $class } ({ $n }): { $parties }.
picture-unplaced = { $n ->
    [one] Niet geplaatst: { $parties }.
   *[other] Niet geplaatst ({ $n }): { $parties }.
}
picture-not-placed = Niet geplaatst ({ $n }): { $why }
picture-missing-unknown = { $n ->
    [one] { $ratings } is niet bekend
   *[other] { $ratings } zijn niet bekend
}
picture-missing-no-cut = voor { $ratings } is er niets om de grens tussen laag en hoog uit af te leiden
picture-missing-no-focal = zonder partij die “wij” is, is er geen { $ratings }
picture-missing-not-in-vocabulary = het woord voor { $ratings } staat niet in de lijst
picture-border = Op de rand: { $ratings }.
picture-whatever = De plaats is dezelfde, wat de ontbrekende beoordeling ook is.
picture-whatever-heading = De plaats is dezelfde, wat de ontbrekende beoordeling ook is ({ $n })
picture-whatever-party = { $party }: { $class }
picture-legend-attitude = Houding:
picture-legend-cut = hier begint hoog; op de lijn is hoog
picture-legend-spread = van de laagste tot de hoogste schatting
picture-power-interest-title = Macht en betrokkenheid (macht-belangmatrix): wie waar staat
picture-power-interest-what = Elke partij naar betrokkenheid (naar rechts) en macht (omhoog), in de vier vakken van Mendelow en van Eden en Ackermann.
picture-power-interest-also = Eden en Ackermann: { $name }
picture-power-interest-party = { $party }: { $grounds }: { $class } (Eden en Ackermann: { $also }).
picture-power-interest-unplaced = { $party }: { $grounds }: niet geplaatst, want een van de twee is niet bekend.
picture-influence-dependence-title = Invloed en afhankelijkheid: wie wie kan bewegen
picture-influence-dependence-what = Elke partij naar haar afhankelijkheid (naar rechts) en haar invloed (omhoog), rechtstreeks en via één ander. De grens is het gemiddelde: { $mean }.
picture-influence-dependence-party = { $party }: invloed { $influence }, afhankelijkheid { $dependence }, R { $force }: { $zone }.
picture-influence-dependence-mean = gemiddelde; op de lijn is veel
picture-influence-dependence-zones = Vlak:
picture-influence-dependence-dominant = veel invloed, weinig afhankelijk
picture-influence-dependence-relay = veel van beide
picture-influence-dependence-dominated = weinig invloed, veel afhankelijk
picture-influence-dependence-autonomous = weinig van beide
picture-influence-dependence-no-table = Niet geplaatst ({ $n }): op wie zij invloed hebben, is niet vastgelegd
picture-influence-dependence-no-cell = Niet geplaatst ({ $n }): een deel van hun invloed is niet bekend
picture-salience-title = Saillantie: wie macht, legitimiteit en urgentie heeft
picture-salience-what = Drie cirkels: macht, legitimiteit en urgentie. Elke partij staat waar de cirkels die zij heeft elkaar overlappen, met de namen van Mitchell, Agle en Wood.
picture-salience-party = { $party }: { $grounds }: { $class } ({ $rank } van 3).
picture-salience-count = { $class } ({ $n })
picture-salience-numbers = { $n ->
    [one] { $class }: één partij, nummer { $numbers } in de lijst.
   *[other] { $class }: { $n } partijen, nummers { $numbers } in de lijst.
}
picture-salience-none = Geen van de drie ({ $n })
picture-salience-circle = { $rating } (vanaf { $level })
picture-salience-border = * een beoordeling ligt op de rand
page-grounds = Waar dit op rust
page-skip = Naar de inhoud
page-parties = Partijen
page-controls = Kies wat er te zien is
page-filter-party = Partij
page-filter-kind = Soort bevinding
page-filter-all = Alle
page-shown = { $shown } van { $all } getoond
page-reset = Toon alles
page-unfold = Alles uitklappen
page-fold = Alles inklappen
page-nothing = Hier staat niets over deze keuze.
page-scroll = Schuift opzij
