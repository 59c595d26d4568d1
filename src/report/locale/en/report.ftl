# The sentences of a report, in English.

## Numbers, lists, dates

decimal-sign = .
minus-sign = −
list-comma = { ", " }
list-semicolon = { "; " }
list-and = { " and " }
list-more = { $n } more
space = { " " }
full-stop = .
undefined = cannot be said: { $reason }
unknown-cell = ?
unknown-kind = unknown
name-with-id = { $name } ({ $id })
rating-with-spread = { $at } ({ $low } to { $high })
rating-on-scale = { $at } on a scale of { $scale }
scale = { $low } to { $high }
steps = { $n ->
    [one] { $n } step
   *[other] { $n } steps
}
date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Things of the model, as they stand in a sentence

element-stake = { $a } on “{ $b }”
element-importance = { $b } for { $a }
element-trusts = { $a } towards { $b }
element-tie = { $a } with { $b }
element-opposes = “{ $a }” against “{ $b }”
element-tension = { $a } against { $b }
element-claim = “{ $statement }” ({ $kind }, { $party })
element-claim-unstated = a claim without words ({ $kind }, { $party })
quoted = “{ $x }”
element-depends-on = “{ $resource }” ({ $a } from { $b })
element-culture = the culture “{ $a }”
element-dimension = { $b } in the culture “{ $a }”
element-force = the force “{ $a }”
element-influences = { $a } on { $b }
element-believes = what { $a } believes of { $c } for { $b }
element-project = the project
element-does = { $a } on “{ $b }”
element-leads = { $a } as leader of the phase { $b }
ground-rings = { $n } rings
with-care = Handle with care: interests stand here that a party has not disclosed.
too-many-parties = There are { $n } parties; above { $most } the report does not compare them two by two.
rating-of = { $rating } of { $of }
rating-stance = stance
ground = { $of }: { $rating } { $value }
ground-circle = { $of }: far from the other value on Schwartz's circle (opposition { $amount })
ground-plain = { $of }: { $amount }
left-out-unknown = { $of }: { $n ->
    [one] { $ratings } is not known
   *[other] { $ratings } are not known
}
left-out-with-care = Handle with care: the party has not disclosed this interest.
left-out-no-cut = { $of }: nothing to draw a line between low and high from, for { $ratings }
left-out-no-focal = { $of }: without a party that is “we” there is no { $ratings }
left-out-not-in-vocabulary = { $of }: the word for { $ratings } is not in the list
not-run = Nothing to tell: { $reason }.

## Head

title = Stakeholder analysis: { $project }
title-unnamed = Stakeholder analysis
head-goal = Goal
head-phase = Phase
head-date = Date
head-focal = We are
head-shared-goal = The goal rests on
head-parties = Parties
head-parties-count = { $n }
short = In short.
short-no-field = How the forces stand cannot be said yet: of no party are power, interest level and attitude all known.
short-net-for = The forces for the goal outweigh those against: net { $net } ({ $driving } driving, { $restraining } restraining, { $n ->
    [one] one party
   *[other] { $n } parties
}).
short-net-against = The forces against the goal outweigh those for it: net { $net } ({ $driving } driving, { $restraining } restraining, { $n ->
    [one] one party
   *[other] { $n } parties
}).
short-net-even = The forces for and against the goal hold each other: net { $net } ({ $driving } driving, { $restraining } restraining, { $n ->
    [one] one party
   *[other] { $n } parties
}).
short-tips = { $n ->
    [one] One step of attitude by one party tips the balance.
   *[other] { $n } steps of attitude tip the balance.
}
short-tips-undefined = How many steps tip the balance: { $undefined }.
short-not-tipped = No change of attitude tips the balance.
short-undone = { $n ->
    [one] One party that turns fully against it can undo that.
   *[other] { $n } parties that turn fully against it can undo that.
}
short-undone-undefined = How many parties can undo that: { $undefined }.
short-not-undone = No party that turns against it can undo that.
short-conflict = The strongest conflict: { $what } (strength { $strength }).
short-conflict-tied = One of the strongest conflicts: { $what } (strength { $strength }).
short-conflict-unrated = How strong the conflicts are cannot be said yet; one of them: { $what }.
short-conflict-with-care = Handle it with care: it rests on an interest that a party has not disclosed.
short-leading = Who leads is something to talk about; see “Leadership by phase”.
short-no-conflict = No conflict is on record.
short-conflict-unknown = Whether there are conflicts cannot be said yet: { $reason }.
short-unknown = { $n ->
    [0] No rating that is needed is missing.
    [one] One rating that is needed is missing.
   *[other] { $n } ratings that are needed are missing.
}

## What changed

changes = What changed
changes-none = The force field and the grids have not changed. Other data, such as rings, interests and conflicts, are not compared here.
changes-how = The change in the net is shared out over the parties and, for each party, over the ratings that changed: power, interest level and attitude each get the mean of what their change does over every order in which the changes could have been made. What was not known before is not split.
changes-net = Net from { $before } to { $after } ({ $change }).
changes-totals = Driving from { $driving-before } to { $driving-after }, restraining from { $restraining-before } to { $restraining-after }.
changes-balance = Balance: before { $before }, now { $after }.
changes-net-same = The net stays { $net }.
changes-tipping-was = Tipping took { $before ->
    [one] { $before } step
   *[other] { $before } steps
} and now takes { $after ->
    [one] { $after } step
   *[other] { $after } steps
}.
changes-tipping-reached = Tipping took { $before ->
    [one] { $before } step
   *[other] { $before } steps
}; now the net is above zero.
changes-tipping-lost = The net was above zero; now it takes { $after ->
    [one] { $after } step
   *[other] { $after } steps
} to bring it there.
changes-tipping-same = What it takes to tip the balance has not changed.
changes-tipping-undefined = Before: { $before }. Now: { $after }.
changes-by = Of the change, attitude made { $attitude }, power { $power } and interest level { $interest }.
changes-cancel = The parts cancel out.
changes-by-entered = Parties that came into the sum made { $entered }.
changes-by-left = Parties that left the sum made { $left }.
changes-party = { $party }: { $change }, by { $ratings }.
changes-rating = { $rating } from { $before } to { $after } ({ $change })
changes-party-new = { $party } is new: { $change }.
changes-party-now-known = { $party } counts now that { $ratings } { $n ->
    [one] is
   *[other] are
} known: { $change }.
changes-party-removed = { $party } is gone: { $change }.
changes-party-no-longer-known = { $party } counts no longer, since { $ratings } { $n ->
    [one] is
   *[other] are
} unknown: { $change }.
changes-moved = Who is in another place
changes-moved-none = Nobody is in another place.
changes-moved-one = { $party } from { $before } to { $after }
changes-moved-in = { $party } is placed now: { $after }
changes-moved-out = { $party } is placed no longer; it was { $before }
changes-moved-cut = { $move }; the line between high and low moved
changes-added = New: { $parties }.
changes-removed = Gone: { $parties }.
changes-scales = The two files are on different scales ({ $before } and { $after }): their forces cannot be subtracted.
changes-misuse = A change in the ratings is a change in what the team believes. Ask whether the party changed, or what is known of it.
grid-power-interest = Power and interest

## Who

who = Who takes part
who-nobody = No parties are on record.
who-legend = A question mark is a rating that nobody gave. A rating in brackets shows between which numbers the estimates lie. “Border”: a rating lies within half a step of the line between high and low, or the raters stand on both sides of it. “Distance”: the fewest steps in the party's own ratings to another place.
who-cuts = High begins at: { $cuts }.
grids-cuts = High begins at: { $cuts }.
cut = { $rating } { $level }
who-class = { $class }: { $parties }
who-whatever = { $n ->
    [one] Of { $parties } a rating is missing; the place is the same whatever it is.
   *[other] Of { $parties } a rating is missing; their place is the same whatever it is.
}
who-not-placed = Not placed:
column-party = party
column-kind = kind
column-mendelow = place (Mendelow)
column-eden-ackermann = place (Eden & Ackermann)
column-border = border
column-distance = distance
not-placed = not placed
border-yes = yes
border-no = no

## Grids

grids = The parties in other grids
grids-how = Each grid asks another question of the same parties.
grid-support = Support
grid-support-how = Support: are they for the goal, do they doubt it or are they against it?
grid-salience-class = { $class } ({ $rank } of 3)
grid-salience = Salience
grid-salience-how = Salience (Mitchell, Agle and Wood): do they have power, legitimacy and urgency? The number says how many of the three.
grid-power-interest-attitude = Cube
grid-power-interest-attitude-how = Cube (Murray-Webster and Simon): power, interest level and attitude in one. Undecided is our own addition. The names are blunt: keep them to the team.
grid-threat-cooperation = Threat and cooperation
grid-threat-cooperation-how = Threat and cooperation (Savage): what could they do to the project, and for it? After the arrow: the strategy that belongs to it.
grid-savage = { $kind } → { $strategy }
grid-trust-matrix = Trust matrix
grid-trust-matrix-how = Trust matrix (Factor C): do we share an interest, and do we trust them? A coalition partner shares at least one interest with us, but we do not trust them; that says nothing of for or against the goal.
grid-alignment-interest = Alignment
grid-alignment-interest-how = Alignment (ODI): what to do with them, by attitude and interest level. Undecided is our own addition.
grid-we = we
grid-border-mark = { " *" }
grid-whatever-mark = { " °" }
grids-legend = “*”: on the border, within half a step of another class or with raters on both sides. “°”: a rating is missing, and the class is the same whatever it is. “?”: not placed, because a rating is missing.
grids-not-placed = Missing for one grid or another:
grid-not-run = { $grid }: { $reason }.

## Rings and engagement

rings = How closely they take part
rings-how = Where each party stands now, by sector, from the outside in.
rings-agree = All rings that are on record agree: as it is, as the parties wish and as we want.
rings-differ = Where these differ from what the party wishes or what we want:
ring-mismatches = { $direction }:
ring-mismatch = { $party } ({ $first }: { $firstring }, { $second }: { $secondring })
rings-left-out = Not on record:
column-sector = sector
picture-rings-title = Rings of influence: where parties are, wish to be and are wanted
picture-rings-shows = Rings around a centre: the closer to it, the more a party takes part. The slices are sectors. A filled mark is where a party is now.
picture-rings-found = { $n ->
    [one] One party has a place.
   *[other] { $n } parties have a place.
}
picture-rings-no-sectors = No party with a ring has a sector on record, so the circle has no slices.
picture-rings-direction = { $direction }: { $n }.
picture-rings-packed = With so many parties the circle shows only where each is now; what they wish and what we want is in the key. Where the numbers do not fit in a cell, it gives the first and the last.
picture-rings-crowded = { $n ->
    [one] One cell has no room for its numbers; the key says who is in it.
   *[other] { $n } cells have no room for their numbers; the key says who is in them.
}
picture-rings-party = { $party } (sector: { $sector }): now { $actual }; wish of the party: { $wished }; what we want: { $desired }.
picture-rings-differ = { $all }.
picture-rings-cell = { $sector } – { $ring } ({ $n })
picture-rings-ring = { $ring } ({ $n })
picture-rings-lettered = { $letter }. { $sector }
picture-rings-now = where the party is now
picture-rings-wished = where it wishes to be
picture-rings-desired = where we want it
picture-rings-steps = In the key: +1 is one ring closer than now, −1 one further away, 0 the same; ? means that a ring is not known.
picture-rings-names = From the outside in the rings are { $names }.
picture-rings-known = { $view }: { $ring }
engagement = Where they stand towards the project, and what we want
engagement-how = Who has to move, those with the most power and the longest way first. Whoever does not know of the project or resists it has to become neutral first.
engagement-keep = As engaged as we want: { $parties }.
engagement-left-out = Not on record:
column-engagement-now = now
column-engagement-wanted = wanted
column-transition = what it takes
column-moves = moves
column-moves-by-power = moves × power

## Force field

field = Force field
field-nobody = Of no party are power, interest level and attitude all known, so no forces can be drawn.
field-how = Force is power × interest level × attitude, in the numbers of the workshop. Above zero it drives, below zero it restrains; a doubter has attitude 0.
field-totals = Driving { $driving }, restraining { $restraining }, net { $net }.
field-balance = Balance, from −1 (all against) to +1 (all for): { $balance }.
field-mean = Mean attitude, weighted by power × interest level, from −1 to +1: { $mean }.
field-median = Weighted median of the attitudes, at which half of the power × interest level is reached: { $median }.
field-left-out = Not in the force field:
column-force = force
column-side = side
doubter = doubter
no-force = no force
tipping = What tips the balance
tipping-how = A step is one point of attitude. These are sums, no forecasts: whether a party moves is another matter.
tipping-already = The net is above zero already.
tipping-steps = { $n ->
    [one] The fewest steps that bring the net above zero: one.
   *[other] The fewest steps that bring the net above zero: { $n }.
}
tipping-unreachable = No steps bring the net above zero.
tipping-alone = { $n ->
    [one] { $parties } can do it alone.
   *[other] { $parties } can each do it alone.
}
tipping-alone-rest = { $n ->
    [one] The other party cannot.
   *[other] The other { $n } parties cannot.
}
tipping-alone-one = { $party } ({ $n ->
    [one] { $n } step
   *[other] { $n } steps
})
tipping-alone-none = No party can do it alone.
tipping-parties = { $n ->
    [one] The fewest parties that have to be won over fully: one.
   *[other] The fewest parties that have to be won over fully: { $n }.
}
tipping-parties-unreachable = Winning over every party does not bring the net above zero.
tipping-against = { $n ->
    [one] The fewest parties that can undo it by turning fully against: one.
   *[other] The fewest parties that can undo it by turning fully against: { $n }.
}
tipping-against-already = The net is not above zero, so nobody has to turn against it to undo it.
tipping-against-unreachable = Even if every party turns against it, the net stays above zero.
tipping-undefined = This { $undefined }.
tipping-answer = { $moves }; the net is then { $net }
tipping-move = { $party } from { $from } to { $to } ({ $n ->
    [one] { $n } step
   *[other] { $n } steps
})
tipping-more-steps = { $n ->
    [one] One other answer takes as few steps.
   *[other] { $n } other answers take as few steps.
}
tipping-more-parties = { $n ->
    [one] One other answer takes as few parties.
   *[other] { $n } other answers take as few parties.
}
tipping-unlisted-steps = There are more answers that take as few steps.
tipping-unlisted-parties = There are more answers that take as few parties.
tipping-nothing = There is nothing to tip: of no party is the force known.
free-forces = Driving and restraining forces
free-forces-how = Take away what holds back before you push harder: pushing raises tension. Within a side, act first where strength × changeability is largest.
free-forces-none = There are no named forces with a known strength.
free-forces-totals = By strength: driving { $driving }, restraining { $restraining }, net { $net }.
free-forces-by-party-how = The forces that a party exerts, beside its own force (power × interest level × attitude). Where the two point to different sides, one of the ratings may be wrong, or the party stands divided: ask.
free-forces-party = { $party } exerts driving { $driving } and restraining { $restraining }; its own force is { $force }.
free-forces-supporter-restrains = { $party } supports the goal, but the forces that it exerts hold back.
free-forces-opponent-drives = { $party } is against the goal, but the forces that it exerts drive.
free-forces-unrated = { $n ->
    [one] The strength of one force is not known; it is not in these sums.
   *[other] The strength of { $n } forces is not known; they are not in these sums.
}
free-forces-nobody = Forces that no party exerts: driving { $driving }, restraining { $restraining }.
free-forces-left-out = Not or not fully in this table:
column-order = order
column-free-force = force
column-leverage = strength × changeability
picture-force-field-title = Force field: who drives and who restrains
picture-force-field-shows = Bars push against a line: what drives from the left, what restrains from the right. The longer the bar, the stronger.
picture-force-field-found = { $n ->
    [one] One party: driving { $driving }, restraining { $restraining }, net { $net }.
   *[other] { $n } parties: driving { $driving }, restraining { $restraining }, net { $net }.
}
picture-force-field-strongest-driving = { $party } drives most strongly ({ $force }).
picture-force-field-strongest-restraining = { $party } restrains most strongly ({ $force }).
picture-force-field-gathered = { $n ->
    [one] The weakest has no bar of its own; it is counted in a row that says so.
   *[other] The { $n } weakest have no bars of their own; they are counted in rows that say so.
}
picture-force-field-free-found = { $n ->
    [one] One named force, by strength: driving { $driving }, restraining { $restraining }, net { $net }.
   *[other] { $n } named forces, by strength: driving { $driving }, restraining { $restraining }, net { $net }.
}
picture-force-field-parties = The parties
picture-force-field-how = Force = power × interest level × attitude, in the numbers of the workshop.
picture-force-field-left = driving (+) →
picture-force-field-right = ← restraining (−)
picture-force-field-party = { $party }: force { $force } ({ $side }) = power { $power } × interest level { $interest } × attitude { $attitude }.
picture-force-field-range = The estimates differ: the force may be anywhere from { $low } to { $high }.
picture-force-field-zero = 0 ({ $side })
picture-force-field-more-driving = { $n ->
    [one] one weaker party that drives: { $total }
   *[other] { $n } weaker parties that drive, together { $total }
}
picture-force-field-more-restraining = { $n ->
    [one] one weaker party that restrains: { $total }
   *[other] { $n } weaker parties that restrain, together { $total }
}
picture-force-field-more-none = { $n ->
    [one] one party with force 0
   *[other] { $n } parties with force 0
}
picture-force-field-together = Together, on a scale of their own:
picture-force-field-net = net { $net }
picture-force-field-free-forces = Named forces
picture-force-field-order = The number before the name is the order to act in: what restrains first, then where strength × changeability is largest. The party that exerts a force is named with it.
picture-force-field-free = { $force }: { $side }, strength { $strength }, changeability { $changeability }, strength × changeability { $leverage }.
picture-force-field-placed = { $place }. { $force }
picture-force-field-exerted = Exerted by { $party }.
picture-force-field-more-free-driving = { $n ->
    [one] one more that drives: { $total }
   *[other] { $n } more that drive, together { $total }
}
picture-force-field-more-free-restraining = { $n ->
    [one] one more that restrains: { $total }
   *[other] { $n } more that restrain, together { $total }
}
picture-force-field-free-not-known = Named forces ({ $n }): { $why }
picture-force-field-sign-driving = drives (+)
picture-force-field-sign-restraining = restrains (−), hatched
picture-force-field-sign-none = on the line: force 0
picture-force-field-sign-spread = the estimates differ: from the lowest to the highest force they allow

## Values

values = Values
values-how = How important each value is to each party, in its own eyes. A “?”: not asked or not known.
values-unrated = Nobody has said yet how important the values are.
values-silent = Nothing is on record of { $parties }.
spread = On which values parties differ
spread-how = “Spread” is the distance between lowest and highest as a share of the scale: 0 is agreed, 1 is as far as can be.
column-value = value
column-rated-by = rated by
column-lowest = lowest
column-median = middle
column-highest = highest
column-apart = spread
canvas = What the project does with values
canvas-how = How many claims there are, with the sum of their importance. “Share captured” is captured ÷ (captured + missed + destroyed), by importance.
canvas-empty = Nothing is claimed on the canvas yet.
canvas-cell = { $unrated ->
    [0] { $n } (sum { $sum })
   *[other] { $n } (sum { $sum }, { $unrated } unrated)
}
canvas-cell-unrated = { $n } (unrated)
canvas-all = all parties
column-capture = share captured
canvas-claim = { $kind }: { $statement } (value: { $value }; importance: { $importance })
canvas-statement = “{ $statement }”
canvas-unstated = no words given
canvas-no-value = not named
canvas-empty-cells = Of the { $all } boxes of the canvas { $n ->
    [one] one is
   *[other] { $n } are
} empty:
canvas-empty-kind = { $kind }: nothing for { $all ->
    [one] the only party
   *[other] { $n } of { $all } parties
}
canvas-silent = Nothing at all is claimed for { $parties }.
canvas-absent = Nobody was asked on behalf of: { $kind }. The model has no such party.
canvas-unasked = Nobody was asked on behalf of { $parties } ({ $kind }).
canvas-left-out = Claims that count, but not in a sum:

## Value flows

flows = Value flows: what comes back
flows-how = A loop begins with what we give and ends with what we receive in return. Its score (0 to 1) is higher the more the receivers need it and the less they can get it elsewhere.
flows-loops = { $n ->
    [one] There is one loop:
   *[other] { $n } loops count; the strongest stand below.
}
flows-cut-length = { $exact ->
    [1] Not counted because too long: { $n }.
    [2] Whether there are loops that are too long to count was too much work to find out.
   *[other] Not counted because too long: at least { $n }.
}
flows-cut-threshold = { $exact ->
    [1] Not counted because too weak: { $n }.
    [2] Whether there are loops that are too weak to count was too much work to find out.
   *[other] Not counted because too weak: at least { $n }.
}
flows-cut-budget = These are all loops of at most { $length } flows.{ $n ->
    [0] { " " }Whether there are longer ones was too much work to find out.
   *[other] { " " }There are at least { $n } longer ones; to look at all of them was too much work.
}
flows-loop = { $steps } ({ $score }).
flow-step = { $a } gives “{ $flow }” to { $b }
flow-step-unnamed = { $a } gives something to { $b }
flow-of = “{ $flow }” (from { $a } to { $b })
flow-of-unnamed = what { $a } gives { $b }
flows-not-searched = There are too many flows to follow the loops.
flows-no-loop = Of what we give, nothing comes back to us along the flows on record.
flows-open = Whether anything comes back cannot be said: { $n ->
    [one] on the way back lies a flow without a score, { $all }.
   *[other] on the way back lie flows without a score, { $all }.
}
flows-no-loop-known = Of no loop all scores are known. Whether anything comes back to us hangs on { $n ->
    [one] one flow whose
   *[other] { $n } flows whose
} need or supply is not known: { $all }.
flows-carrier = { $name } ({ $share })
flows-most-parties = Most runs through: { $all }. The number is the share of all loops, by score; without such a party that share is gone.
flows-most-flows = Most hangs on: { $all }.
flows-dead-end = { $n ->
    [one] Nothing of this comes back to us: { $all }. Ask what the receiver could give in return, or why we give this.
   *[other] Nothing of this comes back to us: { $all }. Ask what the receivers could give in return, or why we give this.
}
flows-dead-end-others = Of this nothing comes back to us either, though others give it: { $all }.
flows-source = { $n ->
    [one] This we receive without giving anything for it: { $all }. Ask what the giver would want in return.
   *[other] This we receive without giving anything for it: { $all }. Ask what the givers would want in return.
}
flows-source-others = Others give this to each other on the way to us, without anything that we give for it: { $all }.
flows-unscored = { $n ->
    [one] One flow does not count, since need or supply is not known: { $all }.
   *[other] { $n } flows do not count, since need or supply is not known: { $all }.
}
gains = Who does not gain
gains-more = Who receives more than it gives
gains-amounts = { $name } (receives { $received }, gives { $given })
gains-only-give = { $n ->
    [one] Gives, and receives nothing: { $all }. Ask what is in it for this party.
   *[other] Give, and receive nothing: { $all }. Ask what is in it for them.
}
gains-give-more = { $n ->
    [one] Gives much more than it receives: { $all }. Ask what it needs.
   *[other] Give much more than they receive: { $all }. Ask what they need.
}
gains-lost-one = { $name } (share captured { $ratio })
gains-lost = More value is missed and destroyed than captured for: { $all }. Ask what could be better for them.
gains-only-receive = { $n ->
    [one] Receives, and gives nothing: { $all }. Ask what it could contribute.
   *[other] Receive, and give nothing: { $all }. Ask what they could contribute.
}
gains-receive-more = { $n ->
    [one] Receives much more than it gives: { $all }. Ask what it could contribute.
   *[other] Receive much more than they give: { $all }. Ask what they could contribute.
}
## The order of values

rank = The order of values for all together
rank-how = Every party counts once, with its own order; what it did not rate does not count. These established ways to count stand side by side: { $methods }. “2–3”: may stand at any of those places.
rank-place = { $first }–{ $last }
rank-more-values = And { $n ->
    [one] one value
   *[other] { $n } values
} more.
rank-one = One order has the fewest disagreements: it goes against { $against } of the { $all } preferences of parties for one value above another.
rank-several = { $n } orders are equally good: each goes against { $against } of the { $all } preferences of parties for one value above another.
rank-indifferent = No party puts one value above another: there is no order.
rank-next = The best other order goes against { $more } preferences more.
rank-next-one = The best other order goes against only one preference more.
rank-undefined = The order with the fewest disagreements: { $undefined }. What is certain: every order goes against what a party holds at least { $least } times; that of { $method } does so { $most } times.
rank-close = Close: { $all }.
rank-close-one = { $a } above { $b } ({ $for } to { $against })
rank-moved = The place of these values depends most on the way to count: { $values }.
rank-moved-one = { $value } ({ $from } or { $to })
rank-moved-little = The ways to count differ by one place at most.
rank-open = Could as well be the other way round: { $all }.
rank-open-one = { $a } above { $b } ({ $for } to { $against }, but the other way round fits the other pairs as well)
rank-few = Rated by fewer than half of the { $all } parties, and so uncertain: { $values }.
rank-agreed = All ways to count give every value the same place, but for ties.
rank-furthest = { $n ->
    [one] Furthest from this order (0 is the same, 1 is the reverse):
   *[other] Furthest from all these orders (0 is the same, 1 is the reverse; lowest–highest, depending on the order):
}
rank-party-turned = { $party }: { $share }; puts { $all }
rank-party-tied = { $party }: { $share }; holds values equal that come one after the other here
rank-party-each = { $party }: { $share }; no pair of values that all these orders have the other way round
rank-turned-one = { $a } above { $b }
rank-unplaced = Not placed, since nobody rated it beside another value: { $values }.

## How much values weigh

priorities = How much values weigh, compared two by two
priorities-how = The weights add up to 1. A consistency ratio up to 0.10 is customary; above that it is better to go over the comparisons together.
priorities-party = { $party }: { $all }.
priorities-one = { $value } { $priority }
priorities-undefined = { $party }: { $undefined }.
priorities-groups = Compare values of one group with those of another too: { $groups }.
priorities-ratio = Consistency ratio: { $ratio }.
priorities-ratio-high = Consistency ratio: { $ratio }, too high: the comparisons contradict each other.
priorities-missing = { $n ->
    [one] One pair was
   *[other] { $n } pairs were
} not compared; the weights follow from the rest.
priorities-ask = Ask: { $a } counts { $ab } as { $b }, and { $c } counts { $cd } as { $d }. Then { $e } would count { $implied } as { $f }, but it says: { $given }. Which of the three should change?
priorities-ask-turned = Ask: { $a } counts { $ab } as { $b }, and { $c } counts { $cd } as { $d }. Then { $f } would count { $implied } as { $e }, but it says that { $e } counts { $given } as { $f }. Which of the three should change?
priorities-times = { $ratio } times as much
priorities-even = as much
priorities-twice = Compared { $n ->
    [one] this pair
   *[other] these pairs
} more than once, with opposite outcomes: { $all }. The geometric mean counts; ask what it should be.
priorities-unreliable = Unreliable: the comparisons of { $all } contradict each other strongly, and count in this. Go over those first.
priorities-group = All parties that compared, together
priorities-consensus = Agreement of those who compared everything: { $consensus } (1 is in full agreement).
priorities-more = { $n ->
    [one] One more party
   *[other] { $n } more parties
} compared values.

## Interests

interests = Interests: who stands where
interests-how = What divides most comes first. For, neutral and against count parties. The sums count how strongly they are for or against; “both” is how much the interest moves. “Divided” is 0 when nobody stands against another and 1 when one half stands against the other; “?”: fewer than two parties said anything.
column-interest = interest
column-for = for
column-neutral = neutral
column-against = against
column-sum-for = sum for
column-sum-against = sum against
column-sum-both = both
column-divided = divided
interests-silent = No side is known of { $parties }: for or against nothing, or not on record.
interests-degrees = Agreement over all pairs, from 0 (all opposed) to 1 (all agreed): { $convergence }. Divided per interest, on average: { $conflict }.
together = Who agrees and who does not
together-how = The number counts the interests on which two parties agree, or oppose each other, each by how strongly they are for or against. Who spoke on more interests gets a high number sooner.
together-agree = Agree most:
together-oppose = Oppose each other most:
together-both = Agree and oppose at once, with most on both sides. Begin the conversation with what they share:
together-pair = { $parties } ({ $amount }): { $interests }
together-ambivalent = { $parties }: agree on { $agreed }; opposed on { $opposed }
together-more = { $n ->
    [one] One other pair is not shown.
   *[other] { $n } other pairs are not shown.
}
told-apart = { $n ->
    [one] One interest tells all parties apart that want something else: { $interests }.
   *[other] These { $n } interests together tell all parties apart that want something else, and none of them can be missed: { $interests }.
}
told-apart-smallest = { $n ->
    [one] One interest is enough to tell all parties apart that want something else: { $interests }. Other interests can do so too.
   *[other] These { $n } interests are enough to tell all parties apart that want something else: { $interests }. Other interests can do so too.
}
told-apart-core = { $n ->
    [one] One interest is enough to tell all parties apart that want something else: { $interests }. There are other ways, but none without { $core }.
   *[other] These { $n } interests are enough to tell all parties apart that want something else: { $interests }. There are other ways, but none without { $core }.
}
told-apart-undefined = Which interests tell the parties apart is { $undefined }.
positions = Positions beside interests
positions-how = A position is what a party says it wants; the interest behind it is why. Counted per pair and per interest on which both say something: { $real } real and { $apparent } apparent conflicts, { $fragile } fragile agreements and { $agreement } real ones.
positions-apparent-conflict = Apparent conflict: the positions clash, the interests do not.
positions-apparent-conflict-advice = Let the position rest for a while and talk about the why.
positions-fragile-agreement = Fragile agreement: the positions are the same, the interests clash.
positions-fragile-agreement-advice = Ask now why each wants this, and write down where the agreement ends.
positions-pair = { $parties } on “{ $x }”
positions-unknown = { $n ->
    [one] In one case the position or the stance of a party on an interest is not known, while another gave both. Ask for it.
   *[other] In { $n } cases the position or the stance of a party on an interest is not known, while another gave both. Ask for it where it counts.
}
goal = A shared goal
goal-how = What was looked for is the smallest set of interests of which every party supports at least one and that nobody is against. Who said nothing on any interest is not counted.
goal-none = Nobody supports an interest; there is nothing to build a goal on yet.
goal-shared = { $n ->
    [one] This one interest can carry a goal that all { $all } parties support and nobody is against: { $interests }.
   *[other] These { $n } interests together can carry a goal that all { $all } parties support and nobody is against: { $interests }.
}
goal-least-opposed = { $n ->
    [one] There is no goal that everybody is behind and nobody against. The least opposed rests on { $interests }; { $carried } of the { $all } parties support it.
   *[other] There is no goal that everybody is behind and nobody against. The least opposed rests on { $interests }; { $carried } of the { $all } parties support at least one of them.
}
goal-opposed = Against it: { $all }.
goal-opposed-one = { $party } (against { $x })
goal-left-behind = Left out: { $parties }.
goal-proven = { $n ->
    [0] This is proven to be the best answer, and the only one.
    [one] Nothing better exists, that is proven; one other set is as good.
   *[other] Nothing better exists, that is proven; { $n } other sets are as good.
}
goal-proven-more = Nothing better exists, that is proven; there are more sets that are as good.
goal-greedy = There are too many interests to prove that this is the best; fewer than { $n } will not do in any case.
goal-stated = The goal that the team chose rests on { $interests }; { $carried } of the { $all } parties support at least one of them.
goal-stated-same = That is what the goal of the team rests on, too: { $interests }.
goal-unstated = The team has not put on record on which interests the goal rests.
goal-left-out = Not counted:

## Influence

influence = Influence
influence-how = Influence and dependence count what a party can bring about with others, and others with it, directly and through one other. R weighs the two against each other: 1 is the mean. Q does the same with the strongest way alone. The rank through others counts ways of any length; in brackets the rank if only direct influence counts.
influence-nobody = Of no party all influence is known.
column-influence = influence
column-dependence = dependence
column-zone = zone
column-r = R
column-q = Q
column-indirect-rank = rank through others
influence-rank = { $rank } (directly { $direct })
influence-dominant = Much influence, little dependence ({ $zone }): { $parties }. They can set others in motion.
influence-relay = Much of both ({ $zone }): { $parties }. What they do passes on and comes back.
influence-dominated = Little influence, much dependence ({ $zone }): { $parties }. They move along with others.
influence-autonomous = Little of both ({ $zone }): { $parties }.
influence-no-force = R and Q: { $undefined }.
influence-stability = How settled the relations are, from 0 (everybody influences as much as it is influenced) to 1: { $stability }.
influence-disagree = { $n ->
    [one] R and Q disagree on the order of one pair: by R it is { $all }, by Q the other way round. That order hangs on how ways are counted; do not lean on it.
   *[other] R and Q disagree on the order of { $n } pairs: by R it is { $all }, by Q the other way round. That order hangs on how ways are counted; do not lean on it.
}
influence-disagree-one = { $a } before { $b }
influence-case-primitive = Through others everybody can reach everybody, so the rank settles.
influence-case-periodic = Through others everybody can reach everybody, but influence goes in rounds; the rank is that of the mean of a round.
influence-case-reducible = Not everybody can reach everybody: one part of the network outgrows the rest, and the rank comes from there.
influence-case-acyclic = Influence comes back to nobody; the rank adds up all ways.
influence-case-undefined = How influence passes on is { $undefined }.
influence-holds = { $n ->
    [one] The order holds at once: ways round do not change it.
   *[other] The order holds from ways of { $n } steps on.
}
influence-holds-undefined = From which length of ways the order holds is { $undefined }.
influence-no-share = Which share of the influence a party has through others is { $undefined }.
influence-without = { $n ->
    [one] Not counted: { $parties }, and no influence on it either; with it the picture may be another. Ask whom that party can influence, and how strongly.
   *[other] Not counted: { $parties }, and no influence on them either; with them the picture may be another. Ask whom they can influence, and how strongly.
}
influence-left-out = Not known:

## Relations

relations = Relations
trust-low = Little trust: { $all }.
trust-low-one = { $a } towards { $b }
trust-one-sided-more = In { $n } more pairs trust is as one-sided.
trust-one-sided = { $a } trusts { $b } much more than the other way round ({ $there } against { $back }).
trust-one-way = { $n ->
    [one] Of one side of a relation the trust is not known, while the other side stated it.
   *[other] In { $n } relations one side stated its trust and that of the other side is not known.
}
dependence-unequal = { $a } depends much more on { $b } than the other way round ({ $there } against { $back } on a scale of 0 to 1).
camps = Camps
camps-how = If you divide the parties into two camps, so that good ties fall within a camp and bad ones between them as far as can be, these are the camps. It is a sum over ties, no judgement of people.
camps-one = All ties point the same way: there are no two camps.
camps-smooth = No tie fails to fit.
camps-frustrated = { $n ->
    [one] One tie does not fit, good between the camps or bad within one: { $all }.
   *[other] { $n } ties do not fit, good between the camps or bad within one: { $all }.
}
camps-not-proven = That it cannot be better is not proven; the lower bound is { $least }.
camps-only = No other split is as good.
camps-others = { $n ->
    [one] One other split is as good: these are not the camps for certain.
   *[other] { $n } other splits are as good: these are not the camps for certain.
}
camps-uncounted = How many other splits are as good is { $undefined }.
camps-strain = { $n ->
    [one] Where it strains most: the tie of { $ties }, in one triangle that is out of balance.
   *[other] Where it strains most: the tie of { $ties }, in { $n } triangles that are out of balance.
}
camps-brokers = { $n ->
    [one] Between the camps, along good ties, stands { $parties }.
   *[other] Between the camps, along good ties, stand, most between first: { $parties }.
}
camps-untied = { $n ->
    [one] In no camp, for without a known tie: { $parties }.
   *[other] In no camp, for without known ties: { $parties }.
}
reciprocity = How often it is mutual, as a share of what is strong enough to count: { $all }.
reciprocity-one = { $relation } { $share } (of { $edges })
reciprocity-trusts = trust
reciprocity-influences = influence
reciprocity-depends-on = dependence
distances-project = Distance to the project: { $all }.{ $unknown ->
    [0] { "" }
    [one] { " " }The place of one party is not known.
   *[other] { " " }The place of { $unknown } parties is not known.
}
distances-focal = Distance to us: { $all }.{ $unknown ->
    [0] { "" }
    [one] { " " }The place of one party is not known.
   *[other] { " " }The place of { $unknown } parties is not known.
}
distance-one = { $party } ({ $km } km)
picture-relations-title = The network of ties
picture-relations-what = Parties with a tie: { $n }. Good ties (solid): { $good }; bad ties (dashed, with a minus): { $bad }. The stronger a tie, the thicker its line. A bad tie keeps its ends further apart than a good one.
picture-relations-camps = In camp 1 (circles): { $one }. In camp 2 (squares): { $two }.
picture-relations-no-camps = The camps are { $undefined }.
picture-relations-loose = { $n ->
    [one] One party has no known tie and stands apart: { $parties }.
   *[other] { $n } parties have no known tie and stand apart: { $parties }.
}
picture-relations-between-more = { $n ->
    [one] One more party stands between the camps, to a lesser extent; it has no ring.
   *[other] { $n } more parties stand between the camps, to a lesser extent; they have no ring.
}
picture-relations-neutral = { $n ->
    [one] One tie of 0 is not drawn: neither good nor bad.
   *[other] { $n } ties of 0 are not drawn: neither good nor bad.
}
picture-relations-unknown = { $n ->
    [one] How good one tie is, is not known; it is not drawn.
   *[other] How good { $n } ties are, is not known; they are not drawn.
}
picture-relations-weaker = { $n ->
    [one] One weaker tie is not drawn, but counts for the places and the camps.
   *[other] { $n } weaker ties are not drawn, but count for the places and the camps.
}
picture-relations-left-out = { $n ->
    [one] One party with fewer or weaker ties is not drawn, nor are its ties: { $parties }.
   *[other] { $n } parties with fewer or weaker ties are not drawn, nor are their ties: { $parties }.
}
picture-relations-not-drawn = Trust and dependence are not in this picture.
picture-relations-party = { $party }: ties with { $ties }.
picture-relations-tied = { $party } ({ $value })
picture-relations-in-camp = In camp { $camp }.
picture-relations-unsure = In another split that is just as good it is in the other camp.
picture-relations-rank = Stands between the camps: number { $rank } of { $of }.
picture-relations-loose-none = { $party }: no tie other than 0 is stated.
picture-relations-loose-unknown = { $n ->
    [one] { $party }: how good one tie is, is not known.
   *[other] { $party }: how good { $n } ties are, is not known.
}
picture-relations-good = { $a } and { $b }: a good tie, { $value }.
picture-relations-bad = { $a } and { $b }: a bad tie, { $value }.
picture-relations-unfit = It does not fit in the camps.
picture-relations-disputed = Some call it good, others bad.
picture-relations-untied = Without a known tie
picture-relations-untied-unknown = Without a known tie (? = a tie is stated, but not how good it is)
picture-relations-legend-camp = camp { $camp }
picture-relations-legend-unsure = might just as well be in the other camp
picture-relations-legend-between = stands between the camps
picture-relations-legend-good = good tie; thicker is stronger
picture-relations-legend-bad = bad tie
picture-relations-legend-disputed = some say good, others bad
picture-relations-legend-unfit = does not fit in the camps

## Cultures

cultures = Cultures
cultures-how = How the parties work now, by their culture profile. A difference is nobody’s fault; it helps to know it of each other.
cultures-of-competing-values = Competing values: 100 points, divided over four ways of working.
cultures-of-bipolar = Practices with two poles, { $scale }: the higher, the more of the second pole.
cultures-of-free = Dimensions of their own, { $scale }.
cultures-between = Differences between organisations
cultures-differ = { $n ->
    [0] Of the { $all } pairs that can be compared, none differs by { $cut } or more.
    [one] Of the { $all } pairs that can be compared, one pair differs by { $cut } or more:
   *[other] Of the { $all } pairs that can be compared, { $n } pairs differ by { $cut } or more. The largest differences:
}
cultures-cut-quarter = a quarter of the scale ({ $points } points)
cultures-cut-half = half of the scale ({ $points } points)
cultures-cut = { $share } of the scale ({ $points } points)
culture-apart = { $parties }: { $distance } apart, most on { $most }.
culture-most = { $dimension } ({ $x } against { $y })
culture-points = { $number } of 100 points
culture-share = { $number } of the scale
culture-shared = { $parties }: the same culture.
culture-unknown = { $parties }: cannot be compared, for no dimension is known of both.
cultures-nearer = If all become what they want, these come nearer to each other: { $all }.
cultures-farther = If all become what they want, these drift farther apart: { $all }.
culture-closing = { $parties } ({ $by })
cultures-wishes-unknown = { $n ->
    [one] For one of these pairs it is missing what one or both of them want.
   *[other] For { $n } of these pairs it is missing what one or both of them want.
}
cultures-ours = Within our own organisation
cultures-within = Within organisations
cultures-change = What parties themselves want to change
culture-change = { $parties }: { $all }.
culture-change-pole = { $number } towards { $pole }
culture-change-one = { $dimension } { $number }
cultures-own-words = In their own words
culture-norms = “{ $text }” (norm)
culture-ways = “{ $text }” (way of working)
cultures-not-comparable = { $n ->
    [one] One pair of parties cannot be compared: their profiles are of different models.
   *[other] { $n } pairs of parties cannot be compared: their profiles are of different models.
}
cultures-without = Without a culture profile: { $parties }.

picture-cultures-title = The cultures side by side
picture-cultures-description = { $model }: { $n ->
    [one] one profile
   *[other] { $n } profiles
}.
picture-cultures-reach = { $dimension } from { $low } to { $high } (middle { $median })
picture-cultures-reaches = The { $n } profiles range as follows: { $all }.
picture-cultures-farthest = Farthest from the middle: { $parties }.
picture-cultures-all = All { $n } profiles
picture-cultures-profile = { $parties } now: { $all }.
picture-cultures-score = { $dimension } { $now }
picture-cultures-score-wanted = { $dimension } { $now } (wanted { $wanted })
picture-cultures-no-wish = What is wanted is not known.
picture-cultures-now = as it is now
picture-cultures-wanted = as it is wanted, where that is known
picture-cultures-unknown = not known how it is now
picture-cultures-band = from the lowest to the highest profile
picture-cultures-median = median of all profiles
picture-cultures-others = { $model }: the { $shown } profiles that lie farthest from the median have a field of their own. Only in the field of all profiles: { $n ->
    [one] one profile
   *[other] { $n } profiles
} ({ $parties }).
picture-cultures-more-dimensions = Only the { $most } dimensions that are rated most often are drawn, { $n ->
    [one] one dimension is
   *[other] { $n } dimensions are
} not.
picture-cultures-blank = A profile without a known score: { $n ->
    [one] one party
   *[other] { $n } parties
} ({ $parties }).
picture-cultures-without = Without a culture profile: { $n ->
    [one] one party
   *[other] { $n } parties
} ({ $parties }).

## Conflicts

conflicts = Conflicts
conflicts-how = Strongest first. A conflict is described here, not decided: nobody is declared right. Strengths of different kinds share a range, not a unit; read them as an order of attention.
conflicts-with-care = Handle with care: some conflicts below rest on interests that a party has not disclosed.
conflicts-none = No conflict is on record.
conflicts-more = { $n ->
    [0] There are conflicts on record; none of them is shown here.
    [one] There are more, as strong or weaker; only one of the strongest is shown.
   *[other] There are more, as strong or weaker; the strongest { $n } are shown.
}
conflicts-leading = To talk about: who leads
conflicts-leading-how = This stands apart and without a strength, for it is about people: a preference, no judgement. Talk about it with themselves; see “Leadership by phase”.
conflicts-inner = Within one party
conflicts-inner-how = These parties want two things that oppose each other.
conflict-interest = { $parties } stand on opposite sides of the interest “{ $x }”
conflict-opposed-interests = { $parties } want things that oppose each other: “{ $x }” against “{ $y }”
conflict-fate = for { $parties } the value { $x } fares differently: captured for one, destroyed for the other
conflict-value = { $parties } hold values in tension: { $x } against { $y }
conflict-value-priority = { $parties } differ in how important { $x } is
conflict-inner = { $parties } is for two interests that oppose each other: “{ $x }” against “{ $y }”
conflict-misperception-less = { $a } thinks { $x } far less important to { $b } than { $b } says it is
conflict-misperception-more = { $a } thinks { $x } far more important to { $b } than { $b } says it is
conflict-tie = { $a } and { $b } have a bad tie
conflict-trust = { $a } has little trust in { $b }
conflict-trust-one-sided = { $a } trusts { $b } much more than the other way round
conflict-dependence = { $a } depends much more on { $b } than the other way round
conflict-culture = { $parties } work very differently, most of all on { $most }
conflict-role = the role of { $party } is seen differently ({ $first }: { $firstring }, { $second }: { $secondring })
conflict-leadership-task = { $member } does the leading task “{ $task }”, and what it asks for fits their preferences little
conflict-leadership-phase = { $member } leads the phase { $phase }, and what it asks for fits their preferences little
conflict-leadership-both = { $a } and { $b } both lead the phase { $phase }
conflict-leadership-role = in the phase { $phase } nobody has a strong preference for the role of { $role }
member-of = { $member } ({ $party })
conflict-false-conflict = Apparent difference: { $a } thinks that { $b } sees this differently, and that is not so. Let { $b } tell it themselves.
conflict-false-consensus = Apparent agreement: { $a } thinks that { $b } sees this the same way, and that is not so. Make the difference something to talk about.
conflict-misjudged = Misjudged: what { $a } believes of { $b } lies far from what { $b } says. Let { $b } tell it themselves.
conflict-gain-real-conflict = Positions and interests both clash.
conflict-gain-apparent-conflict = The positions clash, the interests do not.
conflict-gain-fragile-agreement = The positions are the same, the interests are not: a fragile agreement.
conflict-gain-agreement = Positions and interests are the same.
conflict-other = { $parties }: { $kind } over { $x }
conflict-facts = Kind: { $kind }; strength: { $strength }; weighted by power: { $weighted }; { $voicing }; { $acknowledged }
strength = { $number }, { $level }
strength-low = low
strength-medium = medium
strength-high = high
conflict-voiced = on the table
conflict-latent = latent: an interest behind it is not disclosed
conflict-unknown = not on record whether it is on the table
acknowledged-yes = acknowledged by the parties
acknowledged-no = not recorded as acknowledged
because = Because:
bridges = Possible bridges:
bridge-none = No bridge on record.
bridge-one = { $name } ({ $strength })
bridge-interests = { $n ->
    [one] shared interest: { $all }
   *[other] shared interests: { $all }
}
bridge-values = { $n ->
    [one] shared value: { $all }
   *[other] shared values: { $all }
}
bridge-brokers = { $n ->
    [one] broker close to both: { $all }
   *[other] brokers close to both: { $all }
}
bridge-supra = { $n ->
    [one] interest behind it, that both serve: { $all }
   *[other] interests behind it, that both serve: { $all }
}
bridge-supra-one = { $name } ({ $x }; { $y })
bridge-supra-both = { $name } (both through { $all })
bridge-supra-through = { $party } through { $all }
bridge-supra-itself = { $party } directly
bridge-trade-one = possible trade: { $a } gives in on { $x }, { $b } on { $y } ({ $strength })
bridge-trade-more = { $n ->
    [one] one more possible trade
   *[other] { $n } more possible trades
}

picture-conflicts-title = Who clashes with whom
picture-conflicts-how = How to read it: go left from one name and down from the other. Their strongest conflict is where the two lines cross.
picture-conflicts-description = Conflicts of { $parties ->
    [one] one party
   *[other] { $parties } parties
}: { $n ->
    [one] one pair or party with a conflict
   *[other] { $n } pairs or parties with a conflict
}, { $strong } of high strength.
picture-conflicts-most = The parties with the most and the strongest conflicts: { $parties }.
picture-conflicts-facts = Kind: { $kind }; strength: { $strength }; { $voicing }.
picture-conflicts-because = Why: { $all }.
picture-conflicts-others = Besides, { $n ->
    [one] one more conflict
   *[other] { $n } more conflicts
}.
picture-conflicts-party = { $party }: { $n ->
    [0] no conflict with another party
    [one] conflict with one other party
   *[other] conflict with { $n } other parties
}.
picture-conflicts-level = strength: { $level }
picture-conflicts-unrated = strength not known
picture-conflicts-none = no conflict found
picture-conflicts-own = of one party: with itself, or over its role
picture-conflicts-with-care = Handle with care: some conflicts here rest on interests that a party has not disclosed.
picture-conflicts-lighter = Only the { $most } parties with the most and the strongest conflicts have a place. Not drawn: { $n ->
    [one] one party
   *[other] { $n } parties
} ({ $parties }).
picture-conflicts-without = Without a conflict on record: { $n ->
    [one] one party
   *[other] { $n } parties
} ({ $parties }).
picture-conflicts-leading = { $n ->
    [one] One point about who leads is not shown: it concerns people and has no strength.
   *[other] { $n } points about who leads are not shown: they concern people and have no strength.
}
picture-conflicts-more = Only the { $n } strongest conflicts are counted here; there are more.
picture-conflicts-omitted = { $n ->
    [one] One rating is
   *[other] { $n } ratings are
} not known; a conflict may lie behind { $n ->
    [one] it
   *[other] them
}.

picture-conflicts-letter-interest = I
picture-conflicts-letter-opposed-interests = O
picture-conflicts-letter-fate = F
picture-conflicts-letter-value = V
picture-conflicts-letter-value-priority = P
picture-conflicts-letter-misperception = M
picture-conflicts-letter-culture = C
picture-conflicts-letter-relation = T
picture-conflicts-letter-role = R

## What divides and what binds

pairs = What divides and what binds
pairs-among = Chosen from the { $n } strongest conflicts.
pairs-how = { $n ->
    [one] The pair with the strongest conflict, weighted by the power of both.
   *[other] The { $n } pairs with the strongest conflicts, weighted by the power of both, each once.
}
pairs-how-unweighted = { $n ->
    [one] The pair with the strongest conflict. Of no pair the power of both is known, so it does not weigh in.
   *[other] The { $n } pairs with the strongest conflicts, each once. Of no pair the power of both is known, so it does not weigh in.
}
pair-distance = Distance: { $km } km.
pair-more = And { $n } more, as strong or weaker
pair-stand = Tie: { $tie }. Trust of { $a } in { $b }: { $there }; the other way round: { $back }.
pair-unknown = not known
both-parties = both parties
pair-divides = What divides:
pair-divides-nothing = Nothing is on record that divides them.
pair-binds = What binds:
pair-binds-nothing = Nothing is on record that binds them.
pair-conflict = { $what } ({ $strength })
pair-leading = { $what } (a preference, no judgement; see “Leadership by phase”)
pair-gain = positions and interests on “{ $x }”: { $class }
pair-left-out = What is not known of these two:

## Leadership

leadership = Leadership by phase
leadership-how = Each phase asks something else of those who lead. “Fit” goes up to 1 and says how well somebody's preferences match what a phase asks for. It is a preference, no judgement of somebody's quality; talk about it with the people themselves.
styles = Style: { $all }.
style-side = { $style }: { $members }
style-unknown = not known
phase-now = { " " }(now)
phase-colon = { ": " }
lead-nobody = who leads is not on record.
lead-one = { $member } (fit: { $fit }; style: { $style })
leads = { $n ->
    [one] { $all } leads.
   *[other] { $all } lead.
}
fit-unrated = cannot be said, for want of a score as { $roles }
lead-styles = The styles of { $a } and { $b } lie { $apart } apart, on a scale of 0 to 1. Agree on who leads in what.
informal-yes = This phase asks for an informal leader: that is { $members }.
informal-no = This phase asks for an informal leader, and has none.
informal-open = This phase asks for an informal leader: the style of who leads is not known.
informal-nobody = This phase asks for an informal leader: who leads is not on record yet.
informal-others = { " " }With an informal style: { $members }.
control-yes = Planning and control is with { $members }.
control-no = Nobody has a task in planning and control.
control-open = Whether somebody has planning and control: { $undefined }.
roles-uncovered = Needed, but nobody who is rated has a strong preference for it: { $roles }.
roles-unrated = Needed, but nobody is rated on it: { $roles }.
tasks-who = Who could do what
tasks-how = The tasks of each phase, shared out so that together they fit best, with one task for each person in a round. The numbers are on the scale of { $scale }.
task-better = { $task }: fits { $member } ({ $fit }) better than { $now } ({ $fitnow })
task-nobody = { $task }: nobody does it now; fits { $member } ({ $fit })
tasks-unassigned = { $n ->
    [one] Of this task it cannot be said whom it fits: { $tasks }
   *[other] Of these tasks it cannot be said whom they fit: { $tasks }
}
phase-next = Next, in the phase { $phase }
needs-end = Needed no more: { $all }.
needs-begin = Newly needed: { $all }.
needs-stay = Still needed: { $all }.
lead-falls = The fit of { $member } goes from { $before } to { $after }.
hand-over-leads-next = { $from } hands the lead over to { $to }, who leads then.
hand-over-shares = { $from } leads on together with { $to } and shares the lead.
hand-over-fits-best = { $from } can hand the lead over; { $to } fits best.
hand-over-nobody = { $from } had better hand the lead over, but nobody else is known to fit.
hand-over-roles = { " " }Above all for: { $roles }.
picture-leadership-title = The phases, what they ask for and who leads
picture-leadership-shows = The phases form a chain of steps, in order; below each, who leads and which roles it asks for.
picture-leadership-in = The project is in the phase { $phase }.
picture-leadership-no-phase = It is not on record which phase the project is in.
picture-leadership-of = { $phase }: { $who }
picture-leadership-now = { $phase } (now)
picture-leadership-step = { $phase } asks for: { $roles }.
picture-leadership-no-roles = no roles
picture-leadership-leads = Who leads
picture-leadership-asks = What this phase asks for
picture-leadership-lead = style: { $style }; { $fit }
picture-leadership-leader = { $member } leads the phase { $phase } (style: { $style }): { $fit }.
picture-leadership-suits = their own preferences suit what the phase asks for
picture-leadership-other = the phase asks for something other than their own preference
picture-leadership-unrated = whether it fits is not known, for lack of a score as { $roles }
picture-leadership-styles = { $a } and { $b } differ in style. Agree on who leads in what.
picture-leadership-styles-many = Those who lead differ in style. Agree on who leads in what.
picture-leadership-role = { $role }: { $cover }
picture-leadership-covered = someone has a strong preference for this role
picture-leadership-uncovered = nobody who was rated has a strong preference for this role
picture-leadership-unknown = not known
picture-leadership-care = This is about preferences, not a judgement of anyone’s quality; talk about it with the people themselves.

## What to do

plan = What to do: the strategy for each party
plan-how = Who needs the most attention comes first. The strategy follows from the place of the party: its cell of power and interest level, and whether it is a supporter, a doubter or an opponent. It is a start for a conversation, no prescription.
plan-together = Parties in the same place stand together; what holds for all of them is said once.
plan-here = { $place } ({ $n } { $n ->
    [one] party
   *[other] parties
})
plan-whose = Who they are:
plan-party = { $party } (contact: { $contact })
plan-nowhere = Not placed, because ratings are missing (see below); so there is no advice either
plan-unaware = Does not know of the project yet: tell them first what is going on.
plan-other-ring = We want them in another ring: { $ring }. Choose one of the two before you talk to them.
plan-side-open = for or against unknown
chance-net-interest = net { $net } if their interest becomes high
chance-net-neutral = net { $net } if they become neutral
chance-net-step = net { $net } for one step of attitude
chance-net-step-against = net { $net } for one step against
plan-none = Of nobody enough is known for a strategy. Begin with power, interest level and attitude of each party.
plan-place = Place:
plan-cell = { $quadrant }, { $support }
plan-open = unknown
plan-not-placed = not placed, because ratings are missing (see below); so there is no advice either.
plan-border = { $n ->
    [one] { $ratings } lies
   *[other] { $ratings } lie
} on the border: check that before you lean on this place.
plan-whatever = a rating is missing, but the place is the same whatever it is.
plan-goal = Goal:
plan-no-row = the advice in use says nothing about this place.
plan-level = How they take part:
plan-tools = Tools:
plan-tips = Tips:
plan-contact = Contact:
plan-channel = { $x }
plan-frequency = { $x }
plan-owner = kept by { $x }
plan-from = { " " }(holds for: { $cell })
plan-from-everywhere = { " " }(holds for everybody)
plan-left-out = For a full place there is missing:
chances = Opportunities and risks
chances-how = What does most to the net comes first, then what is strongest. “Net” is what would change in the force field if only this happened: no forecast, and the numbers do not add up. Strength runs from 0 to 1 and is as large as the weakest of the reasons.
opportunities = Opportunities
opportunities-none = No opportunities were found.
risks = Risks
risks-none = No risks were found.
chances-more = { $n ->
    [one] One other is not in this report.
   *[other] { $n } others are not in this report.
}
chance-strength = strength { $strength }
chance-strength-up-to = strength up to { $strength }
chance-net-unknown = net unknown: { $ratings } { $n ->
    [one] missing
   *[other] missing
}
chance-divided = their attitude is not sure
chance-net = net { $net }
chance-net-now = net { $net } already now
chance-rings-actual = now { $actual }, wished { $wished }, we { $desired }
chance-rings-desired = wished { $wished }, we have { $desired } in mind
chance-sleeping-supporter = { $party } is in favour and has power, but hardly concerns itself with this yet.
chance-sleeping-supporter-advice = Involve them: show in one short talk what this means for them.
chance-voice-to-opponent = { $other } is against, but trusts { $party }, who is in favour.
chance-voice-to-opponent-advice = Ask { $party } to open the talk, or to come along.
chance-common-ground-with-doubter = { $party } has doubts, but stands on our side on { $x }.
chance-common-ground-with-doubter-advice = Start the talk there, not from the plan.
chance-common-ground-with-opponent = { $party } is against, but stands on our side on { $x }.
chance-common-ground-with-opponent-advice = Find out together what that takes, and whether the plan can be changed to fit.
chance-common-ground-undisclosed-advice = Ask what matters to them and let them name it; do not name it first.
chance-cooperative-doubter = { $party } is not in favour yet, but is open to working together.
chance-cooperative-doubter-advice = Give them a part in which they have a say in how things are worked out.
chance-gain-for-doubter = { $party } is not in favour yet, but has something to gain here: { $x }.
chance-gain-for-doubter-advice = Show what it brings them, and ask whether that is so.
chance-carrier = { $party } is keen and involved, but has little power itself.
chance-carrier-advice = Give them a stage: let them tell the story and bring others along.
chance-willing-to-do-more = { $party } wants to do more than it does now, and we want more too ({ $x }).
chance-willing-to-do-more-advice = Agree on what they will take on, and from when.
chance-powerful-opponent = { $party } is against and has power.
chance-powerful-opponent-advice = Talk early and in person, about interests and not about positions.
chance-sleeping-opponent = { $party } is against and has power, but hardly concerns itself with this yet.
chance-sleeping-opponent-advice = Know what troubles them and solve it before it becomes an issue; do not take them by surprise.
chance-powerful-doubter = { $party } has power and has not chosen yet.
chance-powerful-doubter-advice = Ask what they need to say yes, before somebody else does.
chance-supporter-loses-value = { $party } is in favour, but loses something that matters a lot to it: { $x }.
chance-supporter-loses-value-advice = Discuss with them how that can be kept or made up for.
chance-claim-not-granted = { $party } wants a bigger say than we mean to give ({ $x }).
chance-claim-not-granted-advice = Explain which part we have in mind and why, or give more room.
chance-sole-supplier = For { $x } we depend on { $party }, with little choice elsewhere.
chance-sole-supplier-advice = Put the agreements in writing and look for a second way.
chance-powerful-stranger = { $party } has power, and no tie with us is on record.
chance-powerful-stranger-advice = Get in touch before we need something from them, or record the tie.
chance-dangerous-claim = { $party } has power and is in a hurry, but has little legitimacy.
chance-dangerous-claim-advice = Take them seriously, but agree on clear limits and make sure that others stand by us.
chance-threat-without-cooperation = { $party } can harm the project and is hard to work with.
chance-threat-without-cooperation-advice = Make the project less exposed and look for one point on which working together does succeed.
chance-unaware-power = { $party } has power and does not know of the project yet.
chance-unaware-power-advice = Tell them yourself what is going on, before they hear of it from somebody else.
chance-divided-judgement = Judgements of { $party } are divided, from { $low } to { $high }: we do not know whether they are for or against.
chance-divided-judgement-one = The estimate of { $party } runs from { $low } to { $high }: we do not know whether they are for or against.
chance-divided-judgement-advice = Ask them.
chance-allied-opponents = { $party } and { $other } are both against and get on well: they could join forces.
chance-allied-opponents-advice = Find out whether they are against for the same reason, and speak to each about its own.

## Handbook

handbook = What the handbook recommends
handbook-how = Of the { $all } recommendations of the collaboration handbook: { $met } met, { $unmet } not met, { $explained } explained, { $unjudged } not to be judged with what is on record, { $other } not for now. It is a list of questions for the team, no grade.
handbook-nothing-yet = None of the { $all } recommendations of the collaboration handbook can be seen in this file yet. Begin with a talk with each party about its interests, its values and its way of working; “polder handbook” lists them all.
handbook-not-met = Not met yet
handbook-unjudged = Cannot be judged yet
handbook-explained = Explained
handbook-met = Met
handbook-not-applicable = Do not apply now
handbook-rule = { $asks } ({ $severity })
handbook-advice = What to do:
handbook-words = “{ $words }”
handbook-otherwise = Without the explanation: { $state }.
handbook-not-needed = The file explains this, which is no longer needed: “{ $words }”
handbook-unused = The file explains recommendations that were left out: { $rules }
handbook-unheard = The file explains what is no recommendation of the handbook: { $rules }. Look at the spelling; “polder handbook” names them all.
handbook-unknown = Not known yet:
handbook-in-file = In the file: { $words }
handbook-ground-clash = { $fact }: { $of } facing { $facing }, over { $over }
handbook-ground-facing = { $fact }: { $of } and { $facing }
handbook-ground = { $fact }
handbook-ground-of = { $fact }: { $of }
handbook-ground-over = { $fact }: { $of }, over { $over }
handbook-ground-number = { $fact } ({ $number })
handbook-ground-of-number = { $fact } ({ $number }): { $of }
handbook-with-care = Handle with care: an interest stands here that a party has not disclosed. Do not name it first; ask in private what is at stake.
handbook-more = { $n ->
    [one] One more of the same kind.
   *[other] { $n } more of the same kind.
}
handbook-rules = The recommendations of the handbook
handbook-rules-how = Each is a check on the model file. Its id is what the file explains it by, and what switches it off.
handbook-phases = Asked in: { $phases }
handbook-source = Source: { $source }
element-support = { $kind } support

## Unknown

unknown = What the analyses needed and we do not know
unknown-nothing = No rating that the analyses needed is unknown.
unknown-how = { $n ->
    [one] One rating that the analyses needed is missing. What needs it leaves it out; it never counts as zero.
   *[other] { $n } ratings that the analyses needed are missing. What needs them leaves them out; they never count as zero.
}
unknown-scope = Only ratings that the analyses needed are counted here. A “?” in the table of values was not asked or is not known, and counts only where an analysis needed it.
spread-raters = Where estimates lie apart
spread-raters-how = These ratings lie more than one step apart. Talk about them before leaning on them.
spread-between = { $what }: { $n } estimates, from { $low } to { $high }
spread-within = { $what }: one estimate, somewhere from { $low } to { $high }

## Values: standings, beliefs, tensions

values-shared = Shared, held by all who rated it (importance { $level } or higher): { $all }.
values-shared-one = { $value } ({ $n ->
    [one] one party
   *[other] { $n } parties
})
values-contested = Contested, far more important to the ones than to the others:
values-contested-one = { $value }: { $high } against { $low }
values-orphans = Of those who rated this, one party only holds it: { $all }.
values-orphan-one = { $value } ({ $party })
values-not-rated = Nobody has said how important these are: { $all }.
values-unclaimed = What the project does with these, nobody has said: { $all }.
values-raters = { $n ->
    [one] One importance has its range between brackets: people gave different answers, or a range.
   *[other] { $n } importances have their range between brackets: people gave different answers, or a range.
}

picture-value-map-title = How important each value is to whom
picture-value-map-description = Rows: { $parties ->
    [one] one party
   *[other] { $parties } parties
}; columns: { $values ->
    [one] one value
   *[other] { $values } values
}. How important a value is, is known { $known } times and not known { $unknown } times.
picture-value-map-cell = { $value } for { $party }: importance { $rating }.
picture-value-map-unknown = { $party }: how important { $value } is, is on record as unknown.
picture-value-map-unasked = { $party }: how important { $value } is, was not asked or is not known.
picture-value-map-party = { $party }: of { $n } of the { $all } values it is known how important they are.
picture-value-map-value = { $value }: rated for { $n ->
    [one] one party
   *[other] { $n } parties
}, from { $low } to { $high }, in the middle { $median }.
picture-value-map-standing = It is { $all }.
picture-value-map-levels = importance, from { $scale }
picture-value-map-unknown-key = not asked or not known; that is not the same as low
picture-value-map-about = ≈ or …: the number is rounded or left out here, for want of room. Point to its cell, or see the report, for the number itself.
picture-spread = from the lowest to the highest rating
picture-value-map-shared = shared ({ $level } or higher for all who rated it)
picture-value-map-contested = contested (far more important to one than to another)
picture-value-map-orphan = of one party ({ $level } or higher for only one of those who rated it)
picture-value-map-all-shared = Shared: { $all }.
picture-value-map-all-contested = Contested: { $all }.
picture-value-map-all-orphan = Of one party: { $all }.
picture-value-map-more-parties = Only the { $most } parties with the most ratings have a row. Not drawn: { $n ->
    [one] one party
   *[other] { $n } parties
} ({ $all }).
picture-value-map-more-values = Only the { $most } values that are rated most often have a column. Not drawn: { $n ->
    [one] one value
   *[other] { $n } values
} ({ $all }).
picture-value-map-silent = Nothing on record for { $n ->
    [one] one party
   *[other] { $n } parties
} ({ $all }).
picture-value-map-unrated = Rated by nobody: { $n ->
    [one] one value
   *[other] { $n } values
} ({ $all }).

beliefs = What parties think of each other's values
beliefs-how = Between brackets what they think, against what the other says. Agreement runs from 0 (opposites) to 1 (the same). Accuracy is 1 where what they think is exactly right.
beliefs-direction = { $a } about { $b }: { $said }.
beliefs-value = { $value } ({ $belief } against { $own })
beliefs-false-consensus = thinks wrongly that they agree on { $all }
beliefs-false-conflict = thinks wrongly that they differ on { $all }
beliefs-misjudged = misjudges { $all }
beliefs-right = is nowhere far off, over { $n ->
    [one] one value
   *[other] { $n } values
}
beliefs-open = of { $n ->
    [one] one value
   *[other] { $n } values
} it cannot be said whether it is right
beliefs-accuracy = accuracy { $accuracy }
beliefs-unknown = whether it is right cannot be said, for the other has not rated these values
beliefs-consensus = thinks that they agree more than they do ({ $thought } against { $real }, over { $n ->
    [one] one value
   *[other] { $n } values
})
beliefs-conflict = thinks that they agree less than they do ({ $thought } against { $real }, over { $n ->
    [one] one value
   *[other] { $n } values
})
beliefs-even = knows how far they agree ({ $thought } against { $real }, over { $n ->
    [one] one value
   *[other] { $n } values
})
beliefs-even-by-chance = comes out on average at how far they agree ({ $thought } against { $real }, over { $n ->
    [one] one value
   *[other] { $n } values
}), but not value by value
beliefs-one-way = The other way round nobody asked.
beliefs-more = Of { $n } more { $n ->
    [one] pair
   *[other] pairs
} it is on record what they think of each other.

tensions = Values in tension
tensions-how = What asks for a choice as soon as both count. A party holds a value from { $level } on. No quarrel yet: something to talk about in time.
tensions-pair = { $x } against { $y } ({ $source }, { $strength })
tensions-between = { $n ->
    [one] Between one pair of parties: { $a } ({ $x }) and { $b } ({ $y }).
   *[other] Between { $n } pairs of parties, strongest between { $a } ({ $x }) and { $b } ({ $y }).
}
tensions-between-counted = { $n ->
    [one] Between one pair of parties.
   *[other] Between { $n } pairs of parties.
}
tensions-within = { $n ->
    [one] Holds both, and has to choose itself: { $all }.
   *[other] Hold both, and have to choose themselves: { $all }.
}
tensions-within-counted = { $n ->
    [one] One party holds both, and has to choose itself.
   *[other] { $n } parties hold both, and have to choose themselves.
}
tensions-more = { $n } more { $n ->
    [one] pair of values is
   *[other] pairs of values are
} in tension.
## How far the parties agree on the values

agreement = How far the parties agree
agreement-how = W says how far the parties put the values in the same order: 0 is no common order at all, 1 is the same order for all. The mean rank correlation compares them two by two: −1 is the reverse, 0 no relation, 1 the same. α says how far they give the same ratings: 0 is as by chance, 1 is full agreement, below 0 is less than by chance.
agreement-order-strong = On the order of the values they agree strongly: W is { $w }, the mean rank correlation { $rho }, over the { $m } parties that rated all { $n } values.
agreement-order-moderate = On the order of the values they agree moderately: W is { $w }, the mean rank correlation { $rho }, over the { $m } parties that rated all { $n } values.
agreement-order-weak = On the order of the values they agree weakly: W is { $w }, the mean rank correlation { $rho }, over the { $m } parties that rated all { $n } values.
agreement-order-none = On the order of the values they do not agree: W is { $w }, the mean rank correlation { $rho }, over the { $m } parties that rated all { $n } values.
agreement-order-unsure = Their orders of the values are alike, but with so few parties and values that may be chance: W is { $w }, the mean rank correlation { $rho }, over the { $m } parties that rated all { $n } values.
agreement-order-two = The rank correlation (Spearman) of the two parties that rated all { $n } values is { $rho }: −1 is the reverse order, 1 the same one.
agreement-order-significant = So much likeness is rare by chance (probability below 0.05).
agreement-order-undefined = Agreement on the order of the values (W): { $undefined }.
agreement-dropped = { $n ->
    [one] One party does not count in W, because it did not rate every value: { $parties }.
   *[other] { $n } parties do not count in W, because they did not rate every value: { $parties }.
}
agreement-alpha-high = In their ratings they largely agree: α is { $alpha } over { $n } ratings.
agreement-alpha-some = In their ratings they agree in part: α is { $alpha } over { $n } ratings.
agreement-alpha-none = In their ratings they agree no more than by chance: α is { $alpha } over { $n } ratings.
agreement-alpha-less = In their ratings they agree less than by chance: α is { $alpha } over { $n } ratings.
agreement-alpha-undefined = Agreement in the ratings (α): { $undefined }.
agreement-most = They agree most on { $all }.
agreement-least = They agree least on { $all }.
agreement-value = { $value } (A { $a }, consensus { $consensus })
agreement-value-consensus = { $value } (consensus { $consensus })
agreement-values-one = Of one value it can be compared how far they agree: { $all }.
agreement-values-same = On all these values they agree as much: { $all }.
agreement-values-how-consensus = Consensus runs from 0 (two halves at the ends) to 1 (all the same).
agreement-values-how = A runs from −1 (two opposed halves) through 0 (spread over the whole scale) to 1 (all the same), consensus from 0 to 1.
agreement-alike = Most alike in their order: { $all }.
agreement-opposed = Furthest apart in their order: { $all }.
agreement-pair = { $a } and { $b } ({ $tau } over { $n } values)
agreement-pairs-how = The number is Emond and Mason's τ: −1 is the reverse order, 1 the same one.
agreement-pairs-undefined = Which parties are most alike in their order: { $undefined }.
agreement-without = The picture changes most without { $party }: { $all }.
agreement-without-next = Second most: without { $party } ({ $all }).
agreement-from-to = { $measure } goes from { $before } to { $after }
# The iceberg

iceberg = The iceberg: what lies below
iceberg-how = Above the water lies what was noted as an event; below it what may explain that, layer by layer: { $layers }. What lies below is what somebody thinks, not a fact.
iceberg-no-bottleneck = No event is recorded yet that hampers the collaboration.
iceberg-bottleneck = { $what }: the conversation reaches down to a { $layer }.
iceberg-bottleneck-not-deep = { $what }: the conversation has come no further than a { $layer }.
iceberg-below = below it may lie: { $all }.
iceberg-root = { $what } ({ $layer }; { $who })
iceberg-root-again = { $what } ({ $layer })
iceberg-root-noted = noted by { $parties }
iceberg-root-pointed = { $n ->
    [one] { $parties } points to it as an explanation
   *[other] { $parties } point to it as an explanation
}
iceberg-root-nobody = who says so is not recorded
iceberg-root-anonymous = noted by several, who are not named
iceberg-withheld-note = { $n ->
    [one] something noted in confidence ({ $layer })
   *[other] { $n } things noted in confidence ({ $layer })
}
iceberg-bottlenecks-more = { $n ->
    [one] And one more bottleneck.
   *[other] And { $n } more bottlenecks.
}
iceberg-undiscussed = Not discussed yet, what lies below: { $all }.
iceberg-shared = The same cause may lie below more than one bottleneck:
iceberg-shared-below-one = Below one bottleneck that is about several parties there may lie:
iceberg-shared-one = { $n ->
    [one] { $what }: below a bottleneck about { $parties }
   *[other] { $what }: below { $n } bottlenecks, about { $parties }
}
iceberg-fewest = { $n ->
    [one] Start with this one: { $all }. It may lie below every bottleneck that has been discussed.
   *[other] Start with these { $n }: { $all }. Together they may lie below every bottleneck that has been discussed.
}
iceberg-fewest-of = { $n ->
    [one] Start with { $all }. Each of these may lie below every bottleneck that has been discussed; none comes first.
   *[other] Start with { $all }. Each of these choices may lie below every bottleneck that has been discussed; none comes first.
}
iceberg-or-with = { ", or with " }
iceberg-fewest-others = { $n } more choices are as small.
iceberg-fewest-also-withheld = As small is a choice that was noted in confidence alone.
iceberg-fewest-withheld = { $n ->
    [one] What may lie below every discussed bottleneck was noted in confidence alone. Start with a conversation in which it can be said.
   *[other] The { $n } things that together may lie below every discussed bottleneck were noted in confidence alone. Start with a conversation in which they can be said.
}
iceberg-fewest-many = { $n ->
    [one] One cause may lie below every bottleneck that has been discussed; many choices are equally good for that. Choose together.
   *[other] Together { $n } causes may lie below every bottleneck that has been discussed; many choices are equally good for that. Choose together.
}
iceberg-fewest-not-proven = Together { $n } causes may lie below every bottleneck that has been discussed. Whether fewer would do is not proven; it takes at least { $least }. Choose together.
iceberg-mirrors = Of these events parties tell stories that have no cause in common:
iceberg-story = { $party } points to { $x }
iceberg-unspoken = Noted by { $from } or more parties, and as far as is known never said aloud: { $all }.
iceberg-voiced-unknown = { $n ->
    [one] Of one note by { $from } or more parties it is not on record how it came to the table, so neither whether it was said aloud.
   *[other] Of { $n } notes by { $from } or more parties it is not on record how they came to the table, so neither whether they were said aloud.
}
iceberg-withheld = { $n ->
    [one] One note was made in confidence and is not shown; it is counted all the same.
   *[other] { $n } notes were made in confidence and are not shown; they are counted all the same.
}
picture-iceberg-title = The iceberg: what is seen, and what may lie below
picture-iceberg-how = Above the water lies what was noted as seen; below it what may explain that, layer by layer: { $layers }. What lies below is what somebody thinks, not a fact.
picture-iceberg-layer = { $layer } ({ $n })
picture-iceberg-more = { $n ->
    [one] one more, with fewer connections
   *[other] { $n } more, with fewer connections
}
picture-iceberg-not-drawn = { $n ->
    [one] One note with fewer connections is not drawn.
   *[other] { $n } notes with fewer connections are not drawn.
}
picture-iceberg-seen = what was noted as seen
picture-iceberg-unseen = what may explain it
picture-iceberg-no-fact = What lies below is what someone suspects, not a fact.
picture-iceberg-below = below { $n } bottlenecks
picture-iceberg-begin = begin here
picture-iceberg-unspoken = never said aloud, as far as is known
picture-iceberg-undiscussed = { $what }: what lies below has not been discussed yet.
picture-iceberg-about = About { $parties }.
picture-iceberg-explains = { $above }: explained, perhaps, by { $below }.
picture-iceberg-lies-below = { $above }: deeper down there may be { $below }, by way of something not shown here.
picture-iceberg-legend-bottleneck = bottleneck
picture-iceberg-legend-open = bottleneck, not discussed yet
picture-iceberg-legend-root = root: nothing noted below it
picture-iceberg-legend-withheld = roots noted in confidence
picture-iceberg-legend-explains = what is below may explain what is above
picture-iceberg-legend-hidden = the same, by way of what is not shown

## What a statement rests on

grounds-sum = { $what }: the sum of { $all }
grounds-product = { $what }: the product of { $all }
grounds-mean = { $what }: the mean of { $all }
grounds-max = { $what }: the largest of { $all }
grounds-min = { $what }: the smallest of { $all }
grounds-class = { $what }: follows from { $all }
grounds-statistic = { $what }: computed from { $all }
grounds-optimum = { $what }: the best there is, given { $all }
grounds-hidden = { $n ->
    [one] one judgement that is not named here
   *[other] { $n } judgements that are not named here
}
ground-own = { $rating } { $value }
ground-of = { $of }: { $rating } { $value }
ground-cut = line at { $n }
grounds-mismatch = Difference { $strength } of the longest distance
grounds-driving = Driving
grounds-restraining = Restraining
grounds-net = Net
grounds-balance = Balance
grounds-weighted-mean-attitude = Mean attitude
grounds-weighted-median-attitude = Weighted median of the attitudes
grounds-tipping-fewest-steps = The fewest steps
grounds-tipping-fewest-parties = The fewest parties
grounds-tipping-fewest-parties-against = The fewest parties against
grounds-stability = How stable it is
grounds-trust = Trust
grounds-asymmetry = How one-sided it is
grounds-dependence = How much { $a } depends on { $b }
grounds-camps = The camps
grounds-triangles = Triangles out of balance
grounds-between = How many shortest paths between the camps it is on
grounds-agreed = Agreed
grounds-opposed = Opposed
grounds-cells = { $n } ratings by { $parties } parties of { $values } values; { $missing } are missing
grounds-order = The order
grounds-ratings = The ratings
grounds-rank-distance = The distance
grounds-priorities = The weights
ground-comparison = { $a } against { $b }: { $ratio }
grounds-score = The score
grounds-loops = Loops through it, of { $all } in all
grounds-strength = Strength
grounds-opposition = How far they pull apart
grounds-insight = How well they read each other
grounds-distance = The distance
grounds-place = The place
grounds-received = { $party } receives
grounds-given = { $party } gives
grounds-chains = { $n ->
    [one] One chain of explanations leads down from it:
   *[other] { $n } chains of explanations lead down from it, such as:
}
grounds-bottlenecks = Below: { $all }
grounds-fit = How well it fits, by the weights of the roles
grounds-stances = The counts, the sums and how divided it is
ground-weighted = { $value } (weight { $weight })
ground-itself = { $n }
ground-together = all together

## Cards

cards = Party by party
cards-how = What is on record of each party, and what the methods make of it. A question mark is a rating that nobody gave; the marks “*” and “°” are explained at the other grids. What nobody wrote down has no line.
card-known = On record
card-found = What follows
card-none = none
card-with = { $what } ({ $more })
card-in-brackets = ({ $x })
card-what = Is
card-sector = sector: { $x }
card-partner = partner in the collaboration
card-no-partner = no partner in the collaboration
card-focal = this is us
card-belongs = Affiliation
card-part-of = part of { $parties }
card-units = made up of { $parties }
card-umbrella = speaks for { $parties }
card-under-umbrella = represented by { $parties }
card-culture = Culture
card-contact = Contact
card-formal = Formally responsible for
card-informal = Informal role
card-ratings = Ratings
card-unrated = Not rated
card-rings = Rings
card-engagement = Towards the project
card-interests = Interests
card-undisclosed = Interests not disclosed
card-undisclosed-care = Handle with care: which they are is on no card.
card-care = Note
card-values = Values
card-trusts = Trusts
card-trusted-by = Trusted by
card-ties = Ties with
card-influences = Influences
card-influenced-by = Influenced by
card-resource = { $party } (“{ $resource }”)
card-needs = Depends on
card-needed-by = Others that depend on it
card-flows = Value flows
card-members = In the project team
card-leads = leads the phase { $phase }
card-forces = Exerts
card-seen = Bottlenecks about it
card-places = Place
card-grids = Other grids
card-place = { $what }: { $class }
card-quadrant = { $mendelow } / { $named }
card-force = Force
card-tipping = Tipping the balance
card-tips-alone = { $n ->
    [one] can tip it alone, in one step
   *[other] can tip it alone, in { $n } steps
}
card-tips-not-alone = cannot tip it alone
card-tips-steps = is in an answer with the fewest steps
card-tips-parties = is in an answer with the fewest parties
card-tips-against = is in an answer with the fewest parties that could undo it
card-accord = Forces it exerts
card-rings-differ = Rings that differ
card-ring = { $direction } ({ $first }: { $firstring }, { $second }: { $secondring })
card-transition = Towards the engagement we want
card-moves = { $n ->
    [one] (1 step)
   *[other] ({ $n } steps)
}
card-divides = Conflicts
card-conflict = { $what } ({ $strength })
card-conflict-kind = { $kind } with { $parties }
card-conflict-with-care = { $what } ({ $strength }; handle with care, it is not on the table)
card-conflicts = { $n ->
    [one] one: { $all }
   *[other] { $n }; the strongest first: { $all }
}
card-conflicts-among = { $n } among the { $told } strongest: { $all }
card-together = Agreement on interests
card-nearest = agrees most with { $party } (on balance { $net })
card-farthest = is most opposed to { $party } (on balance { $net })
card-camp = Camp
card-camp-of = camp { $n }
card-camp-among = camp { $n }, in one of several splits that are equally good
card-influence = Influence
card-influence-zone = { $zone }; influence { $influence }, dependence { $dependence }, rank through others { $rank }
card-values-apart = Differs in values
card-values-high = values more than others do: { $all }
card-values-low = values less than others do: { $all }
card-values-alone = is alone in valuing: { $all }
card-canvas = On the canvas
card-gains = Gives and receives
card-misjudges = Misjudges
card-misjudged = Is misjudged by
card-culture-apart = Culture, distance to us
card-opportunities = Opportunities
card-risks = Risks
card-times = { $what } ({ $n } times)
card-strategy = Strategy
card-level = How they take part: { $level }.
card-missing = Not known
card-missing-others = { $n ->
    [one] one rating of its interests or relations
   *[other] { $n } ratings of its interests or relations
}

## The page itself

page-contents = Contents

## Pictures: planes and circles

picture-nothing-unknown = { $n ->
    [one] { $ratings } is not known of any party
   *[other] { $ratings } are not known of any party
}
picture-nothing-incomplete = { $n ->
    [one] nowhere is enough of { $ratings } known for a place
   *[other] nowhere are { $ratings } known together as a place asks for
}
picture-nothing-in-confidence = every observation was made in confidence
picture-nothing = nothing in the model has a place in it
picture-key = Who is who
picture-plane-pile = { $n ->
    [one] One party on this spot: { $parties } in the list.
   *[other] { $n } parties on this spot: { $parties } in the list.
}
picture-plane-around = { $n ->
    [one] One party is in the same spot as another.
   *[other] { $n } parties are in the same spot as another; their marks are close around that spot.
}
picture-numbered = { $n ->
    [one] One party is shown by a number; its name is given below.
   *[other] { $n } parties are shown by a number; their names are given below.
}
picture-plane-piles = { $n ->
    [one] In one spot there are too many parties; a single mark gives their numbers.
   *[other] In { $n } spots there are too many parties; a single mark in each gives their numbers.
}
picture-plane-pile-near = { $n ->
    [one] One party, close to another: { $parties } in the list.
   *[other] { $n } parties close together: { $parties } in the list.
}
picture-plane-aside = { $n ->
    [one] One mark is a little aside of its spot, as it would cover another there.
   *[other] { $n } marks are a little aside of their spots, as they would cover each other there.
}
picture-plane-piles-near = { $n ->
    [one] In one place parties lie so close together that a single mark gives their numbers, about in the middle of them.
   *[other] In { $n } places parties lie so close together that a single mark gives their numbers, about in the middle of them.
}
picture-plane-corners = Quadrants without room for their whole name: { $all }.
picture-plane-corner = { $where } “{ $name }” ({ $also })
picture-plane-top-left = top left
picture-plane-top-right = top right
picture-plane-bottom-left = bottom left
picture-plane-bottom-right = bottom right
picture-plane-no-spreads = With so many parties, how far the estimates lie apart is not drawn.
picture-plane-half = { $n ->
    [one] Of one party only one of the two is known; it is in the strip with “?”, level with the one that is known.
   *[other] Of { $n } parties only one of the two is known; they are in a strip with “?”, level with the one that is known.
}
picture-axis-scale = { $of } ({ $scale })
picture-axis-up = ↑ { $of }
picture-axis-right = { $of } →
picture-from = ≥ { $level }
picture-rating = { $rating } { $value }
picture-class = { $class } ({ $n }): { $parties }.
picture-unplaced = { $n ->
    [one] Not placed: { $parties }.
   *[other] Not placed ({ $n }): { $parties }.
}
picture-not-placed = Not placed ({ $n }): { $why }
picture-missing-unknown = { $n ->
    [one] { $ratings } is not known
   *[other] { $ratings } are not known
}
picture-missing-no-cut = for { $ratings } there is nothing to take the line between low and high from
picture-missing-no-focal = without a party that is “we” there is no { $ratings }
picture-missing-not-in-vocabulary = the word for { $ratings } is not in the list
picture-border = On the border: { $ratings }.
picture-whatever = The place is the same whatever the missing rating is.
picture-whatever-heading = The place is the same whatever the missing rating is ({ $n })
picture-whatever-party = { $party }: { $class }
picture-legend-attitude = Attitude:
picture-legend-cut = here high begins; on the line is high
picture-legend-spread = from the lowest to the highest estimate
picture-power-interest-title = Power and interest: who is where
picture-power-interest-what = Every party by interest level (to the right) and power (up), in the four quadrants of Mendelow and of Eden and Ackermann.
picture-power-interest-also = Eden and Ackermann: { $name }
picture-power-interest-party = { $party }: { $grounds }: { $class } (Eden and Ackermann: { $also }).
picture-power-interest-unplaced = { $party }: { $grounds }: not placed, because one of the two is not known.
picture-influence-dependence-title = Influence and dependence: who can move whom
picture-influence-dependence-what = Every party by its dependence (to the right) and its influence (up), directly and through one other. The line is the mean: { $mean }.
picture-influence-dependence-party = { $party }: influence { $influence }, dependence { $dependence }, R { $force }: { $zone }.
picture-influence-dependence-mean = mean; on the line is much
picture-influence-dependence-zones = Zone:
picture-influence-dependence-dominant = much influence, little dependence
picture-influence-dependence-relay = much of both
picture-influence-dependence-dominated = little influence, much dependence
picture-influence-dependence-autonomous = little of both
picture-influence-dependence-no-table = Not placed ({ $n }): on whom they have influence is not on record
picture-influence-dependence-no-cell = Not placed ({ $n }): some of their influence is not known
picture-salience-title = Salience: who has power, legitimacy and urgency
picture-salience-what = Three circles: power, legitimacy and urgency. Every party is placed where the circles that it has overlap, with the names of Mitchell, Agle and Wood.
picture-salience-party = { $party }: { $grounds }: { $class } ({ $rank } of 3).
picture-salience-count = { $class } ({ $n })
picture-salience-numbers = { $n ->
    [one] { $class }: one party, number { $numbers } in the list.
   *[other] { $class }: { $n } parties, numbers { $numbers } in the list.
}
picture-salience-none = None of the three ({ $n })
picture-salience-circle = { $rating } (from { $level })
picture-salience-border = * a rating is on the border
page-grounds = What this rests on
page-skip = Skip to the content
page-parties = Parties
page-controls = Choose what is shown
page-filter-party = Party
page-filter-kind = Kind of finding
page-filter-all = All
page-shown = { $shown } of { $all } shown
page-reset = Show everything
page-unfold = Unfold all
page-fold = Fold all
page-nothing = Nothing here concerns your choice.
page-scroll = Scrolls sideways
