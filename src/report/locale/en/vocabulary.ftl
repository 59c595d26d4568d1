# What the words of the vocabularies are called, in English.

## The phases of a collaboration

phase-start = start
phase-development = development
phase-scaling = scaling up and running

## Kinds of party

kind-of-party-government = government
kind-of-party-business = business
kind-of-party-knowledge = knowledge institute
kind-of-party-residents = residents
kind-of-party-civil-society = civil society
kind-of-party-media = media
kind-of-party-environment = environment
kind-of-party-society = society
kind-of-party-other = other

## Engagement

level-of-engagement-unaware = unaware
level-of-engagement-resistant = resistant
level-of-engagement-neutral = neutral
level-of-engagement-supportive = supportive
level-of-engagement-leading = leading

## Kinds of claim

kind-of-claim-captured = captured
kind-of-claim-missed = missed
kind-of-claim-destroyed = destroyed
kind-of-claim-surplus = surplus
kind-of-claim-absence = absence
kind-of-claim-opportunity = opportunity

## Value flows

benefit-might = would not miss it
benefit-should = would regret its absence
benefit-must = cannot do without
supply-low = others give it too
supply-medium = few others give it
supply-high = nobody else gives it

## Sides of a force

side-driving = driving
side-restraining = restraining

## Kinds of support

kind-of-support-official = support among officials
kind-of-support-administrative = support of the board
kind-of-support-residents = support among residents

## The iceberg

layer-event = event
layer-pattern = pattern
layer-structure = structure
layer-mental-model = mental model
way-of-voicing-spoken = spoken
way-of-voicing-written = written
way-of-voicing-suspected = suspected

## Roles of leadership (Quinn)

leadership-role-mentor = mentor
leadership-role-facilitator = facilitator
leadership-role-innovator = innovator
leadership-role-broker = broker
leadership-role-producer = producer
leadership-role-director = director
leadership-role-coordinator = coordinator
leadership-role-monitor = monitor

## Models of culture

culture-model-competing-values = competing values
culture-model-bipolar = bipolar practices
culture-model-free = dimensions of its own
culture-dimension-clan = clan
culture-dimension-adhocracy = adhocracy
culture-dimension-market = market
culture-dimension-hierarchy = hierarchy
culture-dimension-process-results = process – results
culture-dimension-employee-job = employee – job
culture-dimension-parochial-professional = parochial – professional
culture-dimension-open-closed = open – closed
culture-dimension-loose-tight = loose – tight
culture-dimension-normative-pragmatic = normative – pragmatic
culture-pole-first-process-results = process
culture-pole-first-employee-job = employee
culture-pole-first-parochial-professional = parochial
culture-pole-first-open-closed = open
culture-pole-first-loose-tight = loose
culture-pole-first-normative-pragmatic = normative
culture-pole-second-process-results = results
culture-pole-second-employee-job = job
culture-pole-second-parochial-professional = professional
culture-pole-second-open-closed = closed
culture-pole-second-loose-tight = tight
culture-pole-second-normative-pragmatic = pragmatic
kind-of-pair-within-organisation = within an organisation
kind-of-pair-between-organisations = between organisations
reference-set-profiles = all profiles of the model
reference-set-given = given profiles

## Kinds of conflict

kind-of-conflict-interest = conflict of interest
kind-of-conflict-opposed-interests = opposed interests
kind-of-conflict-fate = captured here, destroyed there
kind-of-conflict-value = conflict of values
kind-of-conflict-value-priority = conflict of priority
kind-of-conflict-misperception = misperception
kind-of-conflict-culture = clash of cultures
kind-of-conflict-relation = strained relation
kind-of-conflict-role = conflict of roles
kind-of-conflict-leadership = leadership that does not fit

## Values of Schwartz's circle

value-of-schwartz-s-circle-self-direction = self-direction
value-of-schwartz-s-circle-stimulation = stimulation
value-of-schwartz-s-circle-hedonism = hedonism
value-of-schwartz-s-circle-achievement = achievement
value-of-schwartz-s-circle-power = power
value-of-schwartz-s-circle-security = security
value-of-schwartz-s-circle-conformity = conformity
value-of-schwartz-s-circle-tradition = tradition
value-of-schwartz-s-circle-benevolence = benevolence
value-of-schwartz-s-circle-universalism = universalism

## Attributes

attribute-power = power
attribute-interest-level = interest level
attribute-attitude = attitude
attribute-legitimacy = legitimacy
attribute-urgency = urgency
attribute-threat = potential to threaten
attribute-cooperation = potential to cooperate
attribute-stance = stance
attribute-salience = salience
attribute-position = position
attribute-importance = importance
attribute-trust = trust
attribute-influence = influence
attribute-tie = tie
attribute-opposition = opposition
attribute-tension = tension
attribute-substitutability = substitutability
attribute-strength = strength
attribute-changeability = changeability
attribute-level = level
attribute-informal = informality
attribute-schwartz = place on Schwartz's circle
attribute-dependence = dependence
attribute-location = location
attribute-benefit = need of the receiver
attribute-supply = importance of the giver as a source
attribute-culture = culture profile
attribute-culture-now = culture now
attribute-culture-desired = culture as wanted
attribute-cut = line between low and high
attribute-sector = sector
attribute-ring-actual = ring now
attribute-ring-wished = ring that the party wishes
attribute-ring-desired = ring that we want
attribute-engagement-current = engagement now
attribute-engagement-desired = engagement wanted
attribute-mentor = score as mentor
attribute-facilitator = score as facilitator
attribute-innovator = score as innovator
attribute-broker = score as broker
attribute-producer = score as producer
attribute-director = score as director
attribute-coordinator = score as coordinator
attribute-monitor = score as monitor
attribute-roles = the roles that it asks for
attribute-phase = phase
attribute-leading = whether it is a leading task
attribute-planning-control = whether it is planning and control
attribute-party = party
attribute-voiced = how it came to the table

## Relations and tables

kind-of-relation-focal = focal party
kind-of-relation-shared-goal = shared goal
kind-of-relation-part-of = part of
kind-of-relation-umbrella-of = umbrella of
kind-of-relation-has-culture = has as its culture
kind-of-relation-stake = stake
kind-of-relation-importance = importance
kind-of-relation-trusts = trusts
kind-of-relation-influences = influences
kind-of-relation-tie = tie
kind-of-relation-depends-on = depends on
kind-of-relation-serves = serves
kind-of-relation-opposes = opposes
kind-of-relation-expresses = expresses
kind-of-relation-tension = in tension with
kind-of-relation-because = because of
kind-of-relation-member-of = member of
kind-of-relation-leads = leads
kind-of-relation-does = does
kind-of-relation-by = by
kind-of-relation-about = about
kind-of-relation-of = of
relation-table-stakes = stakes
relation-table-values = values
relation-table-trusts = trust
relation-table-influences = influence
relation-table-ties = ties
relation-table-depends-on = dependences
relation-table-umbrella-of = constituencies

## Ratings and scales

rating-very-low = very low
rating-low = low
rating-medium = medium
rating-high = high
rating-very-high = very high
rating-strongly-against = strongly against
rating-against = against
rating-neutral = neutral
rating-for = for
rating-strongly-for = strongly for
rating-zeer-laag = very low
rating-laag = low
rating-midden = medium
rating-hoog = high
rating-zeer-hoog = very high
rating-sterk-tegen = strongly against
rating-tegen = against
rating-neutraal = neutral
rating-voor = for
rating-sterk-voor = strongly for
kind-of-rater-member = member of the team
kind-of-rater-party = party
way-of-aggregating-median = median
way-of-aggregating-weighted-median = median weighted by confidence
kind-of-scale-one-sided = one-sided scale
kind-of-scale-strength = scale of strength
kind-of-scale-signed = scale from against to for
kind-of-scale-influence = scale of influence
kind-of-scale-points = points
set-of-words-3 = three words
set-of-words-5 = five words

## Reasons

reason-nothing-to-measure = there is nothing to measure
reason-unreachable = out of reach
reason-missing-rating = a rating is missing
reason-budget-exhausted = too much work to find out exactly
reason-no-bearing = the rule says nothing of this
reason-no-threshold = there is no threshold to judge by
reason-one-item = there are fewer than two things to compare
reason-one-judge = fewer than two parties rated everything that this needs
reason-all-tied = everybody rates everything alike
reason-flat-judge = a party rates everything alike, and so has no order
reason-full-agreement = the agreement is full, so there is nothing to test
reason-no-freedom = there are too few parties and things for a test
reason-no-pairs = nothing was rated by two parties
reason-no-variation = all ratings that can be compared are the same
reason-below-zero = a rating is below zero
reason-few-categories = the scale has too few steps
reason-not-counts = the frequencies are no whole numbers
reason-off-scale = a number is off the scale
reason-too-few-rows = the reference set has fewer than two profiles
reason-no-variance = the reference set does not vary on a dimension
reason-unknown = a rating is not known
reason-no-cut = there is no line between low and high
reason-no-focal = there is no party that is “we”
reason-not-in-vocabulary = a word is not in the list
reason-no-rings = of no party a sector or a ring is on record
reason-no-engagement = of no party it is on record how engaged it is or should be
reason-no-parties = no parties are on record
reason-no-forces = no party has a rating of power, interest level or attitude, and no forces are named
reason-no-ratings = no party has a rating that this needs
reason-no-values = no values and no claims are on record
reason-nothing-at-stake = no interests, values, claims, relations, rings or cultures of parties are on record
reason-no-stakes = no stakes are on record
reason-no-cultures = no party has a culture profile
reason-no-influences = of no party it is on record whom it influences
reason-no-flows = nothing is on record that parties give each other
reason-no-beliefs = of no party it is on record what it believes of another
reason-no-oppositions = no values are mapped onto the circle and no tensions are declared
reason-not-connected = the comparisons fall apart in groups
reason-outside-table = the table of random indices (Saaty's, unless another was given) has no number for so many values with so many pairs not compared
reason-no-comparisons = no party compared two values
reason-no-team = of no member of the project team a style, a role, a phase or a task is on record

## Laws of evidence

law-sum = sum
law-product = product
law-mean = mean
law-max = largest
law-min = smallest
law-class = decision table
law-statistic = own formula
law-optimum = optimum

## Mendelow's grid

class-of-mendelow-s-grid-key-players = key players
class-of-mendelow-s-grid-keep-satisfied = keep satisfied
class-of-mendelow-s-grid-keep-informed = keep informed
class-of-mendelow-s-grid-minimal-effort = minimal effort

## Eden and Ackermann's grid

class-of-eden-and-ackermann-s-grid-players = players
class-of-eden-and-ackermann-s-grid-context-setters = context setters
class-of-eden-and-ackermann-s-grid-subjects = subjects
class-of-eden-and-ackermann-s-grid-crowd = crowd

## Sides of a cut

side-of-a-cut-low = low
side-of-a-cut-undecided = undecided
side-of-a-cut-high = high

## Side of support

side-of-support-supporter = supporter
side-of-support-doubter = doubter
side-of-support-opponent = opponent

## The ladder of participation

level-of-participation-inform = inform
level-of-participation-consult = consult
level-of-participation-advise = advise
level-of-participation-co-produce = co-produce
level-of-participation-co-decide = co-decide

## Rings and sectors (Factor C)

ring-be-informed = be informed
ring-co-think = co-think
ring-co-operate = co-operate
ring-co-decide = co-decide
sector-decider = decider
sector-supplier = supplier
sector-executor = executor
sector-user = user

## Rings that differ

view-of-a-ring-actual = now
view-of-a-ring-wished = wish of the party
view-of-a-ring-desired = what we want
role-mismatch-claim-not-granted = wants more than we want to give
role-mismatch-work-to-do = has to come closer
role-mismatch-asked-too-much = is asked for more than it wishes
role-mismatch-wants-closer = wants to come closer
role-mismatch-closer-than-desired = is closer than we want
role-mismatch-wants-further = wants more distance

## Ways to the engagement that is wanted

engagement-transition-keep = keep it so
engagement-transition-make-known = make it known first
engagement-transition-win-over = win over
engagement-transition-strengthen = strengthen
engagement-transition-step-back = let it step back

## Stakeholder salience (Mitchell, Agle and Wood)

class-of-salience-definitive = definitive
class-of-salience-dominant = dominant
class-of-salience-dangerous = dangerous
class-of-salience-dependent = dependent
class-of-salience-dormant = dormant
class-of-salience-discretionary = discretionary
class-of-salience-demanding = demanding
class-of-salience-non-stakeholder = non-stakeholder

## The cube of power, interest and attitude (Murray-Webster and Simon)

corner-of-the-cube-saviour = saviour
corner-of-the-cube-friend = friend
corner-of-the-cube-saboteur = saboteur
corner-of-the-cube-irritant = irritant
corner-of-the-cube-sleeping-giant = sleeping giant
corner-of-the-cube-acquaintance = acquaintance
corner-of-the-cube-time-bomb = time bomb
corner-of-the-cube-trip-wire = trip wire
corner-of-the-cube-undecided = undecided

## Threat and cooperation (Savage)

type-of-savage-supportive = supportive
type-of-savage-marginal = marginal
type-of-savage-non-supportive = non-supportive
type-of-savage-mixed-blessing = mixed blessing
strategy-of-savage-involve = involve
strategy-of-savage-monitor = monitor
strategy-of-savage-defend = defend
strategy-of-savage-collaborate = collaborate

## The trust matrix (Factor C)

class-of-the-trust-matrix-friend = friend
class-of-the-trust-matrix-coalition-partner = coalition partner
class-of-the-trust-matrix-counter-player = counter-player
class-of-the-trust-matrix-opponent = opponent

## Alignment and interest (ODI)

course-of-action-learn-in-partnership = learn in partnership
course-of-action-develop-enthusiasm = develop enthusiasm
course-of-action-challenge-beliefs = challenge beliefs
course-of-action-develop-awareness = develop awareness
course-of-action-undecided = undecided

## Conflicts

way-of-bridging-for-each = for each conflict
way-of-bridging-omitted = not looked for
voicing-voiced = on the table
voicing-latent = latent
voicing-unknown = not on record

## Opportunities and risks

outlook-opportunity = opportunity
outlook-risk = risk
opportunity-or-risk-sleeping-supporter = sleeping supporter
opportunity-or-risk-voice-to-opponent = voice to an opponent
opportunity-or-risk-common-ground-with-doubter = interest shared with a doubter
opportunity-or-risk-common-ground-with-opponent = interest shared with an opponent
opportunity-or-risk-cooperative-doubter = doubter who will cooperate
opportunity-or-risk-gain-for-doubter = gain for a doubter
opportunity-or-risk-carrier = carrier of enthusiasm
opportunity-or-risk-willing-to-do-more = willing to do more
opportunity-or-risk-powerful-opponent = powerful opponent
opportunity-or-risk-sleeping-opponent = sleeping opponent
opportunity-or-risk-powerful-doubter = powerful doubter
opportunity-or-risk-supporter-loses-value = supporter who loses something
opportunity-or-risk-claim-not-granted = wish that we do not grant
opportunity-or-risk-sole-supplier = sole supplier
opportunity-or-risk-powerful-stranger = powerful stranger
opportunity-or-risk-dangerous-claim = dangerous claim
opportunity-or-risk-threat-without-cooperation = threat without cooperation
opportunity-or-risk-unaware-power = power that knows of nothing
opportunity-or-risk-divided-judgement = divided judgement
opportunity-or-risk-allied-opponents = opponents with a tie
## Convergence and influence

order-of-convergence-first = sign of the stance
order-of-convergence-second = valued stance
order-of-convergence-third = valued stance times relative force
way-of-valuing-stance = stance
way-of-valuing-stance-times-salience = stance times salience
rule-for-a-pair-mean = the mean of both
zone-of-influence-dominant = dominant
zone-of-influence-relay = relay
zone-of-influence-dominated = dominated
zone-of-influence-autonomous = autonomous
case-of-powers-primitive = everybody reaches everybody
case-of-powers-periodic = everybody reaches everybody, in rounds
case-of-powers-reducible = one part outgrows the rest
case-of-powers-acyclic = influence does not come back to anybody
## A shared goal

kind-of-goal-shared = shared
kind-of-goal-least-opposed = least opposed
kind-of-goal-none = none

## Misperceptions

misjudgement-false-conflict = false conflict
misjudgement-false-consensus = false consensus
misjudgement-misjudged = misjudged

## This report

format-of-a-report-markdown = Markdown
format-of-a-report-text = text
section-of-a-report-who = who takes part
section-of-a-report-grids = other grids
section-of-a-report-rings = rings and engagement
section-of-a-report-force-field = force field
section-of-a-report-values = values
section-of-a-report-flows = value flows
section-of-a-report-interests = interests
section-of-a-report-influence = influence
section-of-a-report-relations = relations
section-of-a-report-cultures = cultures
section-of-a-report-conflicts = conflicts
section-of-a-report-pairs = what divides and what binds
section-of-a-report-leadership = leadership by phase
section-of-a-report-opportunities-and-risks = opportunities and risks
section-of-a-report-plan = what to do
section-of-a-report-handbook = recommendations of the handbook
section-of-a-report-unknown = what we do not know

## Free forces beside the force of the party that exerts them

accord-agrees = agrees
accord-disagrees = disagrees

## Why the force of a party changed

cause-of-change-re-rated = rated anew
cause-of-change-new = new
cause-of-change-now-known = now known
cause-of-change-removed = gone
cause-of-change-no-longer-known = no longer known
## Gaps in the advice

gap-in-the-advice-not-placed = not placed
gap-in-the-advice-no-row = no advice for this place
## Three-way tables (Pawlak)

three-way-distance-pawlak = neutral is half way from everything
three-way-distance-half-difference = two neutral stances are not apart
reading-of-no-stake-not-concerned = no stake is not concerned
reading-of-no-stake-neutral = no stake is taken for neutral
three-way-relation-alliance = alliance
three-way-relation-neutral = neutral
three-way-relation-conflict = conflict

## Mutual gains (Fisher and Ury)

mutual-gain-real-conflict = real conflict
mutual-gain-apparent-conflict = apparent conflict
mutual-gain-fragile-agreement = fragile agreement
mutual-gain-agreement = agreement
stand-of-two-signs-agree = agree
stand-of-two-signs-oppose = oppose
## Relations

assumption-nothing = nothing
assumption-zero = zero
proof-exact = proven
proof-not-proven = not proven
cost-of-a-tie-count = number of ties
cost-of-a-tie-weight = size of ties

## Value flows

basis-of-an-occurrence-all = all loops
basis-of-an-occurrence-scored = all loops over flows with a score
basis-of-an-occurrence-chosen = the loops that the settings let count
basis-of-an-occurrence-searched = all loops up to the length that the work allowed
place-off-the-loops-dead-end = given without return
place-off-the-loops-source = received without anything that we give for it
place-off-the-loops-apart = apart from us
place-off-the-loops-no-score = only over a flow without a score
place-off-the-loops-twice = only past some party twice
place-off-the-loops-cut = the loops through it do not count, if there are any
exchange-of-a-party-none = gives and receives nothing
exchange-of-a-party-only-gives = gives and receives nothing back
exchange-of-a-party-only-receives = receives and gives nothing
exchange-of-a-party-gives-more = gives much more than it receives
exchange-of-a-party-receives-more = receives much more than it gives
exchange-of-a-party-even = in balance
reason-not-to-gain-only-gives = gives and receives nothing back
reason-not-to-gain-gives-more = gives much more than it receives
reason-not-to-gain-mostly-lost = more value is missed and destroyed than captured
standing-of-a-value-shared = shared
standing-of-a-value-contested = contested
standing-of-a-value-orphan = held by one party only

source-of-an-opposition-declared = declared
source-of-an-opposition-circle = Schwartz's circle
## The order of values

rule-of-ranking-kemeny = fewest disagreements (Kemeny)
rule-of-ranking-schulze = Schulze
rule-of-ranking-borda = Borda
rule-of-ranking-copeland = Copeland
reading-of-the-unranked-last = last
reading-of-the-unranked-no-information = says nothing
level-of-measurement-nominal = names
level-of-measurement-ordinal = an order
level-of-measurement-interval = equal steps
level-of-measurement-ratio = equal steps from zero
reason-too-many = there are more than can be counted
reason-no-observations = no observations are recorded
iceberg-systems = the systems iceberg
iceberg-schein = Schein's three levels
iceberg-competence = the iceberg of competence
layer-of-an-iceberg-events = event
layer-of-an-iceberg-patterns = pattern
layer-of-an-iceberg-structures = structure
layer-of-an-iceberg-mental-models = mental model
layer-of-an-iceberg-artifacts = artifact
layer-of-an-iceberg-espoused-values = espoused value
layer-of-an-iceberg-basic-assumptions = basic assumption
layer-of-an-iceberg-skills-and-knowledge = skill or knowledge
layer-of-an-iceberg-self-concept = self-concept
layer-of-an-iceberg-traits = trait
layer-of-an-iceberg-motives = motive
section-of-a-report-iceberg = iceberg
## Leadership

style-of-leading-formal = formal
style-of-leading-neither = in between
style-of-leading-informal = informal
cover-of-a-role-covered = covered
cover-of-a-role-uncovered = covered by nobody
cover-of-a-role-cannot-be-said = cannot be said
cover-of-a-role-nobody-rated = nobody is rated on it
successor-leads-next = leads the next phase
successor-fits-best = fits best
successor-nobody = nobody
successor-shares = shares the lead
need-of-a-phase-informal-leader = an informal leader
need-of-a-phase-planning-control-owner = somebody for planning and control
scope-of-phases-at-hand = the phase at hand
scope-of-phases-all = all phases
## The handbook's recommendations

state-of-a-rule-met = met
state-of-a-rule-not-met = not met
state-of-a-rule-explained = explained
state-of-a-rule-not-applicable = does not apply
state-of-a-rule-cannot-be-judged = cannot be judged
severity-high = matters most
severity-medium = matters
severity-low = worth a look
topic-of-the-handbook-leadership = leadership
topic-of-the-handbook-field = the field
topic-of-the-handbook-interests = interests
topic-of-the-handbook-culture = culture
topic-of-the-handbook-relations = relations
topic-of-the-handbook-support = support
format-of-a-report-html = HTML
section-of-a-report-cards = a card for every party
chapter-of-a-report-who = who is involved
chapter-of-a-report-motives = what moves them
chapter-of-a-report-friction = where it rubs
chapter-of-a-report-below = what lies below
chapter-of-a-report-lead = who leads
chapter-of-a-report-act = what to do
chapter-of-a-report-unknown = what we do not know
chapter-of-a-report-cards = a card for every party
picture-power-interest = power and interest
picture-force-field = force field
picture-rings = rings
picture-influence-dependence = influence and dependence
picture-relations = relation network
picture-conflicts = conflict map
picture-value-map = value map
picture-cultures = cultures
picture-iceberg = iceberg
picture-salience = salience
picture-leadership = phases and leaders

## Export profiles

export-profile-full = full
export-profile-shareable = shareable
export-profile-pseudonymised = pseudonymised
