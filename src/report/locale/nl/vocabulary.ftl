# Hoe de woorden van de vocabulaires heten, in het Nederlands.

## De fasen van een samenwerking

phase-start = start
phase-development = ontwikkeling
phase-scaling = opschaling en beheer

## Soorten partijen

kind-of-party-government = overheid
kind-of-party-business = bedrijf
kind-of-party-knowledge = kennisinstelling
kind-of-party-residents = bewoners
kind-of-party-civil-society = maatschappelijke organisatie
kind-of-party-media = media
kind-of-party-environment = natuur en milieu
kind-of-party-society = samenleving
kind-of-party-other = anders

## Betrokkenheid in trappen

level-of-engagement-unaware = onwetend
level-of-engagement-resistant = weerstand
level-of-engagement-neutral = neutraal
level-of-engagement-supportive = steunend
level-of-engagement-leading = voortrekker

## Soorten uitspraken

kind-of-claim-captured = benut
kind-of-claim-missed = gemist
kind-of-claim-destroyed = vernietigd
kind-of-claim-surplus = overschot
kind-of-claim-absence = gemis
kind-of-claim-opportunity = kans

## Waardestromen

benefit-might = kan zonder
benefit-should = zou het missen
benefit-must = kan niet zonder
supply-low = anderen geven het ook
supply-medium = weinig anderen geven het
supply-high = niemand anders geeft het

## Kanten van een kracht

side-driving = drijvend
side-restraining = remmend

## Soorten draagvlak

kind-of-support-official = ambtelijk draagvlak
kind-of-support-administrative = bestuurlijk draagvlak
kind-of-support-residents = draagvlak onder bewoners

## De ijsberg

layer-event = gebeurtenis
layer-pattern = patroon
layer-structure = structuur
layer-mental-model = overtuiging
way-of-voicing-spoken = uitgesproken
way-of-voicing-written = opgeschreven
way-of-voicing-suspected = vermoed

## Leiderschapsrollen (Quinn)

leadership-role-mentor = mentor
leadership-role-facilitator = stimulator
leadership-role-innovator = innovator
leadership-role-broker = bemiddelaar
leadership-role-producer = producent
leadership-role-director = bestuurder
leadership-role-coordinator = coördinator
leadership-role-monitor = controleur

## Cultuurmodellen

culture-model-competing-values = concurrerende waarden
culture-model-bipolar = praktijken met twee polen
culture-model-free = eigen dimensies
culture-dimension-clan = familie
culture-dimension-adhocracy = adhocratie
culture-dimension-market = markt
culture-dimension-hierarchy = hiërarchie
culture-dimension-process-results = proces – resultaat
culture-dimension-employee-job = mens – werk
culture-dimension-parochial-professional = organisatie – vak
culture-dimension-open-closed = open – gesloten
culture-dimension-loose-tight = los – strak
culture-dimension-normative-pragmatic = normatief – pragmatisch
culture-pole-first-process-results = proces
culture-pole-first-employee-job = mens
culture-pole-first-parochial-professional = organisatie
culture-pole-first-open-closed = open
culture-pole-first-loose-tight = los
culture-pole-first-normative-pragmatic = normatief
culture-pole-second-process-results = resultaat
culture-pole-second-employee-job = werk
culture-pole-second-parochial-professional = vak
culture-pole-second-open-closed = gesloten
culture-pole-second-loose-tight = strak
culture-pole-second-normative-pragmatic = pragmatisch
kind-of-pair-within-organisation = binnen een organisatie
kind-of-pair-between-organisations = tussen organisaties
reference-set-profiles = alle profielen van het model
reference-set-given = opgegeven profielen

## Soorten conflicten

kind-of-conflict-interest = belangenconflict
kind-of-conflict-opposed-interests = tegengestelde belangen
kind-of-conflict-fate = hier benut, daar vernietigd
kind-of-conflict-value = waardenconflict
kind-of-conflict-value-priority = verschil in prioriteit
kind-of-conflict-misperception = misverstand
kind-of-conflict-culture = cultuurbotsing
kind-of-conflict-relation = moeilijke of ongelijke relatie
kind-of-conflict-role = rolconflict
kind-of-conflict-leadership = leiderschap dat niet past

## Waarden van de cirkel van Schwartz

value-of-schwartz-s-circle-self-direction = zelfbepaling
value-of-schwartz-s-circle-stimulation = stimulatie
value-of-schwartz-s-circle-hedonism = hedonisme
value-of-schwartz-s-circle-achievement = prestatie
value-of-schwartz-s-circle-power = macht
value-of-schwartz-s-circle-security = veiligheid
value-of-schwartz-s-circle-conformity = conformiteit
value-of-schwartz-s-circle-tradition = traditie
value-of-schwartz-s-circle-benevolence = welwillendheid
value-of-schwartz-s-circle-universalism = universalisme

## Kenmerken

attribute-power = macht
attribute-interest-level = betrokkenheid
attribute-attitude = houding
attribute-legitimacy = legitimiteit
attribute-urgency = urgentie
attribute-threat = dreiging
attribute-cooperation = bereidheid tot samenwerken
attribute-stance = houding t.o.v. het belang
attribute-salience = gewicht
attribute-position = standpunt
attribute-importance = belangrijkheid
attribute-trust = vertrouwen
attribute-influence = invloed
attribute-tie = band
attribute-opposition = tegenwerking
attribute-tension = spanning
attribute-substitutability = vervangbaarheid
attribute-strength = sterkte
attribute-changeability = veranderbaarheid
attribute-level = niveau
attribute-informal = informele stijl
attribute-schwartz = plaats op de cirkel van Schwartz
attribute-dependence = afhankelijkheid
attribute-location = plaats
attribute-benefit = behoefte van de ontvanger
attribute-supply = belang van de gever als bron
attribute-culture = cultuurprofiel
attribute-culture-now = cultuur nu
attribute-culture-desired = gewenste cultuur
attribute-cut = grens tussen laag en hoog
attribute-sector = sector
attribute-ring-actual = ring nu
attribute-ring-wished = gewenste ring van de partij
attribute-ring-desired = ring die wij willen
attribute-engagement-current = houding tegenover het project nu
attribute-engagement-desired = gewenste houding tegenover het project
attribute-mentor = score als mentor
attribute-facilitator = score als stimulator
attribute-innovator = score als innovator
attribute-broker = score als bemiddelaar
attribute-producer = score als producent
attribute-director = score als bestuurder
attribute-coordinator = score als coördinator
attribute-monitor = score als controleur
attribute-roles = gevraagde rollen
attribute-phase = fase
attribute-leading = of het een leidende taak is
attribute-planning-control = of het planning en control is
attribute-party = partij
attribute-voiced = hoe het ter tafel kwam

## Relaties en tabellen

kind-of-relation-focal = wij-partij
kind-of-relation-shared-goal = gedeeld doel
kind-of-relation-part-of = deel van
kind-of-relation-umbrella-of = koepel van
kind-of-relation-has-culture = heeft als cultuur
kind-of-relation-stake = inzet
kind-of-relation-importance = belangrijkheid
kind-of-relation-trusts = vertrouwt
kind-of-relation-influences = beïnvloedt
kind-of-relation-tie = band
kind-of-relation-depends-on = hangt af van
kind-of-relation-serves = dient
kind-of-relation-opposes = werkt tegen
kind-of-relation-expresses = drukt uit
kind-of-relation-tension = staat op gespannen voet met
kind-of-relation-because = door
kind-of-relation-member-of = lid van
kind-of-relation-leads = leidt
kind-of-relation-does = doet
kind-of-relation-by = door wie
kind-of-relation-about = over wie
kind-of-relation-of = van
relation-table-stakes = belangen
relation-table-values = waarden
relation-table-trusts = vertrouwen
relation-table-influences = invloed
relation-table-ties = banden
relation-table-depends-on = afhankelijkheden
relation-table-umbrella-of = achterban

## Beoordelingen en schalen

rating-very-low = zeer laag
rating-low = laag
rating-medium = midden
rating-high = hoog
rating-very-high = zeer hoog
rating-strongly-against = sterk tegen
rating-against = tegen
rating-neutral = neutraal
rating-for = voor
rating-strongly-for = sterk voor
rating-zeer-laag = zeer laag
rating-laag = laag
rating-midden = midden
rating-hoog = hoog
rating-zeer-hoog = zeer hoog
rating-sterk-tegen = sterk tegen
rating-tegen = tegen
rating-neutraal = neutraal
rating-voor = voor
rating-sterk-voor = sterk voor
kind-of-rater-member = teamlid
kind-of-rater-party = partij
way-of-aggregating-median = mediaan
way-of-aggregating-weighted-median = mediaan gewogen naar zekerheid
kind-of-scale-one-sided = eenzijdige schaal
kind-of-scale-strength = schaal van sterkte
kind-of-scale-signed = schaal van tegen tot voor
kind-of-scale-influence = schaal van invloed
kind-of-scale-points = punten
set-of-words-3 = drie woorden
set-of-words-5 = vijf woorden

## Redenen

reason-nothing-to-measure = er is niets om te meten
reason-unreachable = buiten bereik
reason-missing-rating = er ontbreekt een beoordeling
reason-budget-exhausted = te veel werk om precies uit te zoeken
reason-no-bearing = de regel zegt hier niets over
reason-no-threshold = er is geen grens om naar te oordelen
reason-one-item = er zijn minder dan twee dingen om te vergelijken
reason-one-judge = minder dan twee partijen hebben alles beoordeeld wat hiervoor nodig is
reason-all-tied = iedereen beoordeelt alles gelijk
reason-flat-judge = een partij beoordeelt alles gelijk en heeft dus geen volgorde
reason-full-agreement = de overeenstemming is volledig, dus er valt niets te toetsen
reason-no-freedom = er zijn te weinig partijen en dingen voor een toets
reason-no-pairs = niets is door twee partijen beoordeeld
reason-no-variation = alle beoordelingen die te vergelijken zijn, zijn gelijk
reason-below-zero = een beoordeling ligt onder nul
reason-few-categories = de schaal heeft te weinig stappen
reason-not-counts = de aantallen zijn geen hele getallen
reason-off-scale = een getal valt buiten de schaal
reason-too-few-rows = de vergelijkingsgroep telt minder dan twee profielen
reason-no-variance = de vergelijkingsgroep verschilt niet op een dimensie
reason-unknown = een beoordeling is niet bekend
reason-no-cut = er is geen grens tussen laag en hoog
reason-no-focal = er is geen partij die “wij” is
reason-not-in-vocabulary = een woord staat niet in de lijst
reason-no-rings = van geen enkele partij is een sector of ring vastgelegd
reason-no-engagement = van geen enkele partij is vastgelegd hoe betrokken zij is of zou moeten zijn
reason-no-parties = er zijn geen partijen vastgelegd
reason-no-forces = geen enkele partij heeft een beoordeling van macht, betrokkenheid of houding, en er zijn geen krachten benoemd
reason-no-ratings = geen enkele partij heeft een beoordeling die hiervoor nodig is
reason-no-values = er zijn geen waarden en geen uitspraken vastgelegd
reason-nothing-at-stake = er zijn geen belangen, waarden, uitspraken, relaties, ringen of culturen van partijen vastgelegd
reason-no-stakes = er zijn geen belangen van partijen vastgelegd
reason-no-cultures = geen enkele partij heeft een cultuurprofiel
reason-no-influences = van geen enkele partij is vastgelegd wie zij beïnvloedt
reason-no-flows = er is niet vastgelegd wat partijen elkaar geven
reason-no-beliefs = van geen partij is vastgelegd wat zij van een andere denkt
reason-no-oppositions = geen waarden staan op de cirkel en geen spanningen zijn genoemd
reason-not-connected = de vergelijkingen vallen uiteen in groepen
reason-outside-table = de tabel van random indices (die van Saaty, tenzij anders gekozen) heeft geen getal voor zoveel waarden met zoveel niet vergeleken paren
reason-no-comparisons = geen enkele partij heeft twee waarden vergeleken
reason-no-team = van geen enkel lid van het projectteam is een stijl, rol, fase of taak vastgelegd

## Wetten van bewijs

law-sum = som
law-product = product
law-mean = gemiddelde
law-max = grootste
law-min = kleinste
law-class = beslistabel
law-statistic = eigen formule
law-optimum = optimum

## Het rooster van Mendelow

class-of-mendelow-s-grid-key-players = sleutelspelers
class-of-mendelow-s-grid-keep-satisfied = tevreden houden
class-of-mendelow-s-grid-keep-informed = geïnformeerd houden
class-of-mendelow-s-grid-minimal-effort = minimale inspanning

## Het rooster van Eden en Ackermann

class-of-eden-and-ackermann-s-grid-players = spelers
class-of-eden-and-ackermann-s-grid-context-setters = contextbepalers
class-of-eden-and-ackermann-s-grid-subjects = betrokkenen
class-of-eden-and-ackermann-s-grid-crowd = omstanders

## Kanten van een grens

side-of-a-cut-low = laag
side-of-a-cut-undecided = onbeslist
side-of-a-cut-high = hoog

## Kant van steun

side-of-support-supporter = voorstander
side-of-support-doubter = twijfelaar
side-of-support-opponent = tegenstander

## De participatieladder

level-of-participation-inform = informeren
level-of-participation-consult = raadplegen
level-of-participation-advise = adviseren
level-of-participation-co-produce = coproduceren
level-of-participation-co-decide = meebeslissen

## Ringen en sectoren (Factor C)

ring-be-informed = meeweten
ring-co-think = meedenken
ring-co-operate = meewerken
ring-co-decide = meebeslissen
sector-decider = beslisser
sector-supplier = leverancier
sector-executor = uitvoerder
sector-user = gebruiker

## Ringen die verschillen

view-of-a-ring-actual = nu
view-of-a-ring-wished = wens van de partij
view-of-a-ring-desired = wat wij willen
role-mismatch-claim-not-granted = wil meer dan wij willen geven
role-mismatch-work-to-do = moet dichterbij komen
role-mismatch-asked-too-much = wordt meer gevraagd dan zij wil
role-mismatch-wants-closer = wil dichterbij komen
role-mismatch-closer-than-desired = is dichterbij dan wij willen
role-mismatch-wants-further = wil meer afstand

## Wegen naar de gewenste betrokkenheid

engagement-transition-keep = zo houden
engagement-transition-make-known = het project eerst bekendmaken
engagement-transition-win-over = overtuigen
engagement-transition-strengthen = versterken
engagement-transition-step-back = een stap terug laten doen

## Aandacht voor wie telt (Mitchell, Agle en Wood)

class-of-salience-definitive = doorslaggevend
class-of-salience-dominant = dominant
class-of-salience-dangerous = gevaarlijk
class-of-salience-dependent = afhankelijk
class-of-salience-dormant = sluimerend
class-of-salience-discretionary = vrijblijvend
class-of-salience-demanding = veeleisend
class-of-salience-non-stakeholder = geen van de drie

## De kubus van macht, betrokkenheid en houding (Murray-Webster en Simon)

corner-of-the-cube-saviour = redder
corner-of-the-cube-friend = vriend
corner-of-the-cube-saboteur = saboteur
corner-of-the-cube-irritant = lastpost
corner-of-the-cube-sleeping-giant = slapende reus
corner-of-the-cube-acquaintance = kennis
corner-of-the-cube-time-bomb = tijdbom
corner-of-the-cube-trip-wire = struikeldraad
corner-of-the-cube-undecided = onbeslist

## Dreiging en samenwerking (Savage)

type-of-savage-supportive = steunend
type-of-savage-marginal = aan de rand
type-of-savage-non-supportive = niet steunend
type-of-savage-mixed-blessing = gemengde zegen
strategy-of-savage-involve = betrekken
strategy-of-savage-monitor = volgen
strategy-of-savage-defend = je ertegen wapenen
strategy-of-savage-collaborate = samenwerken

## De vertrouwensmatrix (Factor C)

class-of-the-trust-matrix-friend = vriend
class-of-the-trust-matrix-coalition-partner = coalitiepartner
class-of-the-trust-matrix-counter-player = tegenspeler
class-of-the-trust-matrix-opponent = tegenstander

## Instemming en betrokkenheid (ODI)

course-of-action-learn-in-partnership = samen leren
course-of-action-develop-enthusiasm = enthousiasme wekken
course-of-action-challenge-beliefs = overtuigingen bevragen
course-of-action-develop-awareness = bewust maken
course-of-action-undecided = onbeslist

## Conflicten

way-of-bridging-for-each = voor elk conflict
way-of-bridging-omitted = niet gezocht
voicing-voiced = op tafel
voicing-latent = sluimerend
voicing-unknown = niet vastgelegd

## Kansen en risico’s

outlook-opportunity = kans
outlook-risk = risico
opportunity-or-risk-sleeping-supporter = slapende voorstander
opportunity-or-risk-voice-to-opponent = stem bij een tegenstander
opportunity-or-risk-common-ground-with-doubter = gedeeld belang met een twijfelaar
opportunity-or-risk-common-ground-with-opponent = gedeeld belang met een tegenstander
opportunity-or-risk-cooperative-doubter = twijfelaar die wil samenwerken
opportunity-or-risk-gain-for-doubter = winst voor een twijfelaar
opportunity-or-risk-carrier = drager van het enthousiasme
opportunity-or-risk-willing-to-do-more = wil meer doen
opportunity-or-risk-powerful-opponent = machtige tegenstander
opportunity-or-risk-sleeping-opponent = slapende tegenstander
opportunity-or-risk-powerful-doubter = machtige twijfelaar
opportunity-or-risk-supporter-loses-value = voorstander die iets verliest
opportunity-or-risk-claim-not-granted = wens die wij niet inwilligen
opportunity-or-risk-sole-supplier = enige leverancier
opportunity-or-risk-powerful-stranger = machtige onbekende
opportunity-or-risk-dangerous-claim = gevaarlijke claim
opportunity-or-risk-threat-without-cooperation = dreiging zonder samenwerking
opportunity-or-risk-unaware-power = macht die van niets weet
opportunity-or-risk-divided-judgement = verdeeld oordeel
opportunity-or-risk-allied-opponents = tegenstanders met een band
## Overeenstemming en invloed

order-of-convergence-first = teken van het standpunt
order-of-convergence-second = gewogen standpunt
order-of-convergence-third = gewogen standpunt maal relatieve kracht
way-of-valuing-stance = houding
way-of-valuing-stance-times-salience = houding maal gewicht van het belang
rule-for-a-pair-mean = het gemiddelde van beide
zone-of-influence-dominant = dominant
zone-of-influence-relay = tussenschakel
zone-of-influence-dominated = gedomineerd
zone-of-influence-autonomous = autonoom
case-of-powers-primitive = iedereen bereikt iedereen
case-of-powers-periodic = iedereen bereikt iedereen, in rondes
case-of-powers-reducible = één deel groeit boven de rest uit
case-of-powers-acyclic = invloed komt bij niemand terug
## Een gedeeld doel

kind-of-goal-shared = gedeeld
kind-of-goal-least-opposed = minst bestreden
kind-of-goal-none = geen

## Misvattingen

misjudgement-false-conflict = schijnbaar verschil
misjudgement-false-consensus = schijnbare overeenstemming
misjudgement-misjudged = verkeerd ingeschat

## Dit rapport

format-of-a-report-markdown = Markdown
format-of-a-report-text = tekst
section-of-a-report-who = wie doen er mee
section-of-a-report-grids = andere roosters
section-of-a-report-rings = ringen en betrokkenheid
section-of-a-report-force-field = krachtenveld
section-of-a-report-values = waarden
section-of-a-report-flows = waardestromen
section-of-a-report-interests = belangen
section-of-a-report-influence = invloed
section-of-a-report-relations = relaties
section-of-a-report-cultures = culturen
section-of-a-report-conflicts = conflicten
section-of-a-report-pairs = wat verdeelt en wat verbindt
section-of-a-report-leadership = leiderschap per fase
section-of-a-report-opportunities-and-risks = kansen en risico’s
section-of-a-report-plan = wat te doen
section-of-a-report-handbook = aanbevelingen van het handboek
section-of-a-report-unknown = wat we niet weten

## Vrije krachten naast de kracht van de partij die ze uitoefent

accord-agrees = wijst dezelfde kant op
accord-disagrees = wijst de andere kant op

## Waarom de kracht van een partij veranderde

cause-of-change-re-rated = anders beoordeeld
cause-of-change-new = nieuw
cause-of-change-now-known = nu bekend
cause-of-change-removed = verdwenen
cause-of-change-no-longer-known = niet meer bekend
## Leemten in het advies

gap-in-the-advice-not-placed = niet te plaatsen
gap-in-the-advice-no-row = geen advies voor deze plek
## Drieweegse tabellen (Pawlak)

three-way-distance-pawlak = neutraal ligt halverwege alles
three-way-distance-half-difference = twee neutrale standpunten liggen niet uiteen
reading-of-no-stake-not-concerned = geen belang is niet betrokken
reading-of-no-stake-neutral = geen belang geldt als neutraal
three-way-relation-alliance = bondgenoten
three-way-relation-neutral = neutraal
three-way-relation-conflict = in conflict

## Wederzijds voordeel (Fisher en Ury)

mutual-gain-real-conflict = echt conflict
mutual-gain-apparent-conflict = schijnbaar conflict
mutual-gain-fragile-agreement = broze overeenstemming
mutual-gain-agreement = overeenstemming
stand-of-two-signs-agree = komen overeen
stand-of-two-signs-oppose = staan tegenover elkaar
## Relaties

assumption-nothing = niets
assumption-zero = nul
proof-exact = bewezen
proof-not-proven = niet bewezen
cost-of-a-tie-count = aantal banden
cost-of-a-tie-weight = grootte van de banden

## Waardestromen

basis-of-an-occurrence-all = alle kringen
basis-of-an-occurrence-scored = alle kringen over stromen met een score
basis-of-an-occurrence-chosen = de kringen die de instellingen laten meetellen
basis-of-an-occurrence-searched = alle kringen tot de lengte die het werk toeliet
place-off-the-loops-dead-end = gegeven zonder dat er iets terugkomt
place-off-the-loops-source = ontvangen zonder dat wij er iets voor geven
place-off-the-loops-apart = los van ons
place-off-the-loops-no-score = alleen langs een stroom zonder score
place-off-the-loops-twice = alleen langs een partij die twee keer voorkomt
place-off-the-loops-cut = de kringen erlangs tellen niet mee, als ze er zijn
exchange-of-a-party-none = geeft en ontvangt niets
exchange-of-a-party-only-gives = geeft en krijgt niets terug
exchange-of-a-party-only-receives = ontvangt en geeft niets
exchange-of-a-party-gives-more = geeft veel meer dan zij ontvangt
exchange-of-a-party-receives-more = ontvangt veel meer dan zij geeft
exchange-of-a-party-even = in evenwicht
reason-not-to-gain-only-gives = geeft en krijgt niets terug
reason-not-to-gain-gives-more = geeft veel meer dan zij ontvangt
reason-not-to-gain-mostly-lost = er wordt meer waarde gemist en vernietigd dan benut
standing-of-a-value-shared = gedeeld
standing-of-a-value-contested = omstreden
standing-of-a-value-orphan = van één partij

source-of-an-opposition-declared = genoemd
source-of-an-opposition-circle = cirkel van Schwartz
## De volgorde van waarden

rule-of-ranking-kemeny = minste tegenspraak (Kemeny)
rule-of-ranking-schulze = Schulze
rule-of-ranking-borda = Borda
rule-of-ranking-copeland = Copeland
reading-of-the-unranked-last = achteraan
reading-of-the-unranked-no-information = zegt niets
level-of-measurement-nominal = namen
level-of-measurement-ordinal = een volgorde
level-of-measurement-interval = gelijke stappen
level-of-measurement-ratio = gelijke stappen vanaf nul
reason-too-many = er zijn er meer dan te tellen is
reason-no-observations = er zijn geen waarnemingen vastgelegd
iceberg-systems = de systeemijsberg
iceberg-schein = de drie niveaus van Schein
iceberg-competence = de ijsberg van McClelland
layer-of-an-iceberg-events = gebeurtenis
layer-of-an-iceberg-patterns = patroon
layer-of-an-iceberg-structures = structuur
layer-of-an-iceberg-mental-models = overtuiging
layer-of-an-iceberg-artifacts = artefact
layer-of-an-iceberg-espoused-values = uitgesproken waarde
layer-of-an-iceberg-basic-assumptions = basisaanname
layer-of-an-iceberg-skills-and-knowledge = kunde of kennis
layer-of-an-iceberg-self-concept = zelfbeeld
layer-of-an-iceberg-traits = eigenschap
layer-of-an-iceberg-motives = drijfveer
section-of-a-report-iceberg = ijsberg
## Leiderschap

style-of-leading-formal = formeel
style-of-leading-neither = ertussenin
style-of-leading-informal = informeel
cover-of-a-role-covered = vervuld
cover-of-a-role-uncovered = door niemand vervuld
cover-of-a-role-cannot-be-said = niet te zeggen
cover-of-a-role-nobody-rated = niemand is erop beoordeeld
successor-leads-next = leidt de volgende fase
successor-fits-best = past het best
successor-nobody = niemand
successor-shares = leidt mee
need-of-a-phase-informal-leader = een informele leider
need-of-a-phase-planning-control-owner = iemand voor planning en control
scope-of-phases-at-hand = de fase van nu
scope-of-phases-all = alle fasen
## De aanbevelingen van het handboek

state-of-a-rule-met = voldaan
state-of-a-rule-not-met = niet voldaan
state-of-a-rule-explained = toegelicht
state-of-a-rule-not-applicable = niet aan de orde
state-of-a-rule-cannot-be-judged = niet te beoordelen
severity-high = weegt zwaar
severity-medium = weegt mee
severity-low = goed om te bekijken
topic-of-the-handbook-leadership = leiderschap
topic-of-the-handbook-field = het krachtenveld
topic-of-the-handbook-interests = belangen
topic-of-the-handbook-culture = cultuur
topic-of-the-handbook-relations = relaties
topic-of-the-handbook-support = draagvlak
format-of-a-report-html = HTML
section-of-a-report-cards = een kaart per partij
chapter-of-a-report-who = wie erbij betrokken zijn
chapter-of-a-report-motives = wat hen beweegt
chapter-of-a-report-friction = waar het schuurt
chapter-of-a-report-below = wat eronder ligt
chapter-of-a-report-lead = wie er leiden
chapter-of-a-report-act = wat te doen
chapter-of-a-report-unknown = wat we niet weten
chapter-of-a-report-cards = een kaart per partij
picture-power-interest = macht en betrokkenheid
picture-force-field = krachtenveld
picture-rings = ringen
picture-influence-dependence = invloed en afhankelijkheid
picture-relations = relatienetwerk
picture-conflicts = conflictkaart
picture-value-map = waardenkaart
picture-cultures = culturen
picture-iceberg = ijsberg
picture-salience = saillantie
picture-leadership = fasen en leiders

## Exportprofielen

export-profile-full = volledig
export-profile-shareable = deelbaar
export-profile-pseudonymised = gepseudonimiseerd
