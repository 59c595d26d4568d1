//! What is on record of a party.

use super::super::super::page::Inlines;
use super::super::super::speech::{args, user, word};
use super::super::{flows, plan};
use super::{Card, Line};
use crate::id::{InterestId, PartyId};
use crate::model::{Attribute, Element, Party};
use crate::rating::Reading;

/// The lines, in their order.
pub(super) const LINES: &[Line] = &[
    what,
    belongs,
    culture,
    contact,
    responsibilities,
    ratings,
    unrated,
    engaged,
    interests,
    undisclosed,
    values,
    trust,
    ties,
    influence,
    dependence,
    value_flows,
    members,
    forces,
    seen,
];

/// What sort of party it is.
fn what(card: &mut Card<'_>) {
    let speech = card.speech;
    let Some(party) = speech.model.party(card.party) else { return };
    let mut all = vec![party.kind.map_or_else(|| speech.words("unknown-kind"), |kind| speech.term(kind))];
    all.extend(party.sector.as_ref().map(|s| speech.say("card-sector", args! {"x": speech.own_word("sector", s)})));
    all.extend(party.partner.map(|yes| speech.words(if yes { "card-partner" } else { "card-no-partner" })));
    let focal = speech.model.project().focal.as_ref() == Some(card.party);
    all.extend(focal.then(|| speech.words("card-focal")));
    // Nothing but that nothing is known is no line.
    if party.kind.is_some() || all.len() > 1 {
        card.add("card-what", card.row(all));
    }
}

/// What it is part of, and what of it; for whom it speaks, and who for it.
fn belongs(card: &mut Card<'_>) {
    let speech = card.speech;
    let above = speech.model.party(card.party).and_then(|p| p.part_of.as_ref());
    let carries = speech.model.umbrellas().of(card.party).map(|(below, ())| below);
    let said = |key: &str, parties: Inlines| (!parties.is_empty()).then(|| speech.say(key, args! {"parties": parties}));
    let all = [
        said("card-part-of", card.parties(above)),
        said("card-units", card.parties(card.index.units.get(card.party).iter().copied())),
        said("card-umbrella", card.parties(carries)),
        said("card-under-umbrella", card.parties(card.index.umbrellas.get(card.party).iter().copied())),
    ];
    card.add("card-belongs", card.row(all.into_iter().flatten().collect()));
}

fn culture(card: &mut Card<'_>) {
    let Some(culture) = card.speech.model.party(card.party).and_then(|p| p.culture.as_ref()) else { return };
    card.add("card-culture", card.speech.name(&culture.into()));
}

fn contact(card: &mut Card<'_>) {
    // Only of those whom there is a plan for: how we keep contact among ourselves is nobody's business.
    let Some(strategy) = card.index.plan.first(card.party) else { return };
    card.add("card-contact", plan::contact(card.speech, &strategy.contact));
}

fn responsibilities(card: &mut Card<'_>) {
    let speech = card.speech;
    let Some(party) = speech.model.party(card.party) else { return };
    let kinds = [("card-formal", &party.responsibilities.formal), ("card-informal", &party.responsibilities.informal)];
    for (term, listed) in kinds {
        let Some(listed) = listed else { continue };
        let all = card.few(listed, |one| user(one));
        card.add(term, if all.is_empty() { speech.words("card-none") } else { all });
    }
}

fn ratings(card: &mut Card<'_>) {
    let me = Element::from(card.party);
    let rated = Party::RATED.iter().filter_map(|a| Some((*a, card.read(&me, *a)?)));
    let one = |(a, reading): (Attribute, Reading)| card.with(card.speech.term(a), card.speech.cell(Some(reading)));
    let all: Vec<Inlines> = rated.map(one).collect();
    card.add("card-ratings", card.row(all));
}

/// Ratings that others have and this party has not.
fn unrated(card: &mut Card<'_>) {
    let me = Element::from(card.party);
    let missing = card.index.rated.iter().filter(|a| card.read(&me, **a).is_none());
    card.add("card-unrated", card.speech.and(missing.map(|a| card.speech.term(*a))));
}

/// Where it takes part, and how engaged it is: as it is, as it wishes, as we want.
fn engaged(card: &mut Card<'_>) {
    let speech = card.speech;
    let me = Element::from(card.party);
    let rings = [Attribute::RingActual, Attribute::RingWished, Attribute::RingDesired];
    let levels = [Attribute::EngagementCurrent, Attribute::EngagementDesired];
    for (term, attributes) in [("card-rings", &rings[..]), ("card-engagement", &levels)] {
        let said = |a: &Attribute| {
            let class = speech.chosen(&me, *a)?;
            Some(speech.say("card-place", args! {"what": speech.term(*a), "class": class}))
        };
        let fact = card.row(attributes.iter().filter_map(said).collect());
        card.add(term, fact);
    }
}

fn interests(card: &mut Card<'_>) {
    let speech = card.speech;
    let stakes = speech.model.stakes().of(card.party);
    let of = stakes.map(|(interest, _)| (interest, Element::Stake(card.party.clone(), interest.clone())));
    let shown = of.filter(|(_, of)| !speech.hides(of));
    let mut all: Vec<_> = shown.map(|(interest, of)| (interest, card.read(&of, Attribute::Stance), of)).collect();
    let size = |stance: &Option<Reading>| stance.map_or(f64::NEG_INFINITY, |r| r.raw.abs());
    all.sort_by(|(_, x, _), (_, y, _)| size(y).total_cmp(&size(x)));
    let one = |(interest, stance, of): (&InterestId, Option<Reading>, Element)| {
        let said = vec![speech.say("quoted", args! {"x": speech.name(&interest.into())}), speech.cell(stance)];
        let rest: Vec<Inlines> = [Attribute::Salience, Attribute::Position]
            .into_iter()
            .filter_map(|a| Some(card.with(speech.term(a), speech.cell(Some(card.read(&of, a)?)))))
            .collect();
        let line: Inlines = itertools::intersperse(said, speech.words("space")).flatten().collect();
        if rest.is_empty() {
            return line;
        }
        speech.say("card-with", args! {"what": line, "more": speech.and(rest)})
    };
    card.add("card-interests", card.few(all, one));
}

/// How many interests the party keeps to itself: a card is handed round, so it says no more of them than that they are there.
fn undisclosed(card: &mut Card<'_>) {
    let stakes = card.speech.model.stakes();
    let hidden = |interest| card.speech.hides(&Element::Stake(card.party.clone(), interest));
    let n = stakes.of(card.party).filter(|(interest, _)| hidden((*interest).clone())).count();
    if n > 0 {
        card.add("card-undisclosed", word(n.to_string()));
        card.add("card-care", card.speech.words("card-undisclosed-care"));
    }
}

fn values(card: &mut Card<'_>) {
    let all = card.speech.model.importances().of(card.party).map(|(value, _)| {
        let of = Element::Importance(card.party.clone(), value.clone());
        (value, card.read(&of, Attribute::Importance))
    });
    card.add("card-values", card.rated(all, |value| card.speech.name(&value.into())));
}

fn trust(card: &mut Card<'_>) {
    let model = card.speech.model;
    let me = card.party;
    let of = |element: Element| card.read(&element, Attribute::Trust);
    let to = model.trusts().of(me).map(|(other, _)| (other, of(Element::Trusts(me.clone(), other.clone()))));
    let from = card.index.trusted_by.get(me).iter();
    let from = from.map(|other| (*other, of(Element::Trusts((*other).clone(), me.clone()))));
    let name = |other| card.speech.party(other);
    let (to, from) = (card.rated(to, name), card.rated(from, name));
    card.add("card-trusts", to);
    card.add("card-trusted-by", from);
}

fn ties(card: &mut Card<'_>) {
    let all = card.index.ties.get(card.party).iter().map(|other| {
        let tie = Element::Tie(card.party.clone(), (*other).clone());
        (*other, card.read(&tie, Attribute::Tie))
    });
    card.add("card-ties", card.rated(all, |other| card.speech.party(other)));
}

fn influence(card: &mut Card<'_>) {
    let me = card.party;
    let of = |element: Element| card.read(&element, Attribute::Influence);
    let to = card.speech.model.influences().of(me);
    let to = to.map(|(other, _)| (other, of(Element::Influences(me.clone(), other.clone()))));
    let from = card.index.influenced_by.get(me).iter();
    let from = from.map(|other| (*other, of(Element::Influences((*other).clone(), me.clone()))));
    let name = |other| card.speech.party(other);
    let (to, from) = (card.rated(to, name), card.rated(from, name));
    card.add("card-influences", to);
    card.add("card-influenced-by", from);
}

fn dependence(card: &mut Card<'_>) {
    let speech = card.speech;
    let me = card.party;
    let one = |(other, resource): (&PartyId, &String)| {
        speech.say("card-resource", args! {"party": speech.party(other), "resource": user(resource)})
    };
    let needs = speech.model.dependences().of(me).flat_map(|(other, all)| all.keys().map(move |r| (other, r)));
    let needed = card.index.needed_by.get(me).iter().flat_map(|(other, all)| all.keys().map(move |r| (*other, r)));
    let (needs, needed) = (card.few(needs, one), card.few(needed, one));
    card.add("card-needs", needs);
    card.add("card-needed-by", needed);
}

fn value_flows(card: &mut Card<'_>) {
    card.add("card-flows", card.few(card.index.flows.get(card.party), |id| flows::flow(card.speech, id)));
}

/// The people of the party in the project team, with the tasks and phases that they have.
fn members(card: &mut Card<'_>) {
    let speech = card.speech;
    let one = |id: &&crate::id::MemberId| {
        let name = speech.name(&(*id).into());
        let Some(member) = speech.model.member(id) else { return name };
        let phases = member.leads.iter().map(|phase| speech.say("card-leads", args! {"phase": speech.term(*phase)}));
        let tasks = member.tasks.iter().map(|task| speech.say("quoted", args! {"x": speech.name(&task.into())}));
        let all: Vec<Inlines> = phases.chain(tasks).collect();
        if all.is_empty() { name } else { speech.say("card-with", args! {"what": name, "more": speech.few(all, 3)}) }
    };
    card.add("card-members", card.few(card.index.members.get(card.party), one));
}

fn forces(card: &mut Card<'_>) {
    let speech = card.speech;
    let one = |id: &&crate::id::ForceId| {
        let name = speech.say("quoted", args! {"x": speech.name(&(*id).into())});
        let side = speech.model.force(id).map_or_else(Inlines::new, |force| speech.term(force.side));
        let strength = speech.cell(card.read(&(*id).into(), Attribute::Strength));
        speech.say("card-with", args! {"what": name, "more": card.with(side, strength)})
    };
    card.add("card-forces", card.few(card.index.forces.get(card.party), one));
}

/// What is seen of it, as the iceberg tells it: never who noted it.
fn seen(card: &mut Card<'_>) {
    let speech = card.speech;
    let one =
        |id: &&crate::id::ObservationId| speech.say("quoted", args! {"x": user(speech.model.label(&(*id).into()))});
    card.add("card-seen", card.few(card.index.seen.get(card.party), one));
}
