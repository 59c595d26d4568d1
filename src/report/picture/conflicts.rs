//! Who clashes with whom, and how strongly.
//!
//! A staircase, as the table of distances of a road atlas: the names stand on the steps, and where the row of one meets the column of
//! the other stands their strongest conflict. On the step itself stands what a party has with itself or over its role. Who leads has
//! no place in it: those conflicts name people, and have no strength to show.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::beneath::{Beneath, MARGIN as LEFT};
use super::draw::{SIZE, Side, Told, mark, picture, px, steps, text, text_width};
use super::heat::{Fill, Place, cell, defs, ground, name as named};
use super::legend::{Sign, notes, sentences};
use super::{Picture, PictureKind};
use crate::analysis::conflicts::{Bridging, Voicing};
use crate::analysis::{Conflict, ConflictOptions, Conflicts, conflicts};
use crate::id::PartyId;
use crate::report::page::{Inlines, capital, plain};
use crate::report::sections::conflicts::{LEVELS, is_about_leading, level, sentence, strength};
use crate::report::speech::{Speech, args};
use crate::vocabulary::{ConflictKind, Vocabulary};

const KIND: PictureKind = PictureKind::Conflicts;
/// How many parties have a place: those with the most conflict, by the sum of the strengths of the strongest with each other party.
const MOST: usize = 20;
/// How many conflicts are counted, the strongest first.
const COUNTED: usize = 100_000;
/// How many parties without a place are named, and how many grounds of a conflict are told.
const NAMED: usize = 3;
const GROUNDS: usize = 2;
const WIDTH: f64 = 720.0;
/// The least room for a name.
const NAME: f64 = 150.0;

/// The conflicts of two parties, or of one alone, strongest first.
type Pairs<'a> = BTreeMap<[&'a PartyId; 2], Vec<&'a Conflict>>;

/// How the conflicts of a picture are sought: without what could bridge them, which it does not show.
pub(in crate::report) fn sought(options: &ConflictOptions) -> ConflictOptions {
    options.clone().bridges(Bridging::Omitted).strongest(COUNTED)
}

/// Who clashes with whom, and how strongly.
pub(in crate::report) fn draw(speech: &Speech<'_>, found: &Conflicts) -> Option<Picture> {
    // Where only the strongest were sought, a pair without one would look as if it had none.
    let wider = (found.more && found.conflicts.len() < COUNTED)
        .then(|| conflicts(speech.model, &sought(&found.provenance.options)));
    let found = wider.as_ref().unwrap_or(found);
    let pairs = pairs(found);
    let weights = weights(&pairs);
    if weights.is_empty() {
        return None;
    }
    let order = order(&pairs, &weights);
    let stairs = Stairs::of(&order);
    let at: BTreeMap<&PartyId, f64> = order.iter().copied().zip(steps()).collect();
    let shown: Vec<Shown<'_>> = pairs
        .iter()
        .filter_map(|([a, b], all)| {
            let (x, y) = (at.get(a)?, at.get(b)?);
            Some(Shown { pair: [a, b], at: stairs.cell(x.min(*y), x.max(*y)), all })
        })
        .collect();
    let names: Vec<String> = order.iter().map(|party| plain(&speech.party(party))).collect();
    let told = Teller { speech, found, pairs: &pairs, weights: &weights, shown: &shown, names: &names };
    let how = notes(&told.above(), LEFT, 8.0, stairs.width - 2.0 * LEFT);
    let top = how.height + 22.0;
    let below = top + stairs.height() + 16.0;
    let notes = told.beneath();
    let description = told.description(&notes);
    let beneath = Beneath { signs: told.legend(), notes, lists: Vec::new() }.draw(below, stairs.width);
    let body = html! {
        (defs(KIND))
        (how.body)
        g transform={"translate(0 " (px(top)) ")"} {
            (stairs.grid())
            @for one in &shown { (told.mark(one)) }
            @for (party, step) in order.iter().zip(steps()) { (told.name(&stairs, party, step)) }
        }
        (beneath.body)
    };
    let title = speech.words("picture-conflicts-title");
    Some(picture(KIND, &title, &description, (stairs.width, below + beneath.height), body))
}

/// The conflicts that have a place, by pair.
fn pairs(found: &Conflicts) -> Pairs<'_> {
    let mut out = Pairs::new();
    for conflict in found.conflicts.iter().chain(&found.inner).filter(|c| !is_about_leading(c)) {
        let pair = match conflict.parties.as_slice() {
            [a, b] => [a.min(b), a.max(b)],
            [one] => [one, one],
            _ => continue,
        };
        out.entry(pair).or_default().push(conflict);
    }
    let rank = |c: &Conflict| c.strength.value().unwrap_or(-1.0);
    for all in out.values_mut() {
        all.sort_by(|x, y| rank(y).total_cmp(&rank(x)));
    }
    out
}

/// How strong the strongest of a pair is; 0 where none is known.
fn strongest(all: &[&Conflict]) -> f64 {
    all.first().and_then(|c| c.strength.value()).unwrap_or(0.0)
}

/// How much conflict each party has: the sum over pairs of the strongest, and how many pairs.
fn weights<'a>(pairs: &Pairs<'a>) -> BTreeMap<&'a PartyId, (f64, usize)> {
    let mut out: BTreeMap<&PartyId, (f64, usize)> = BTreeMap::new();
    for ([a, b], all) in pairs {
        for party in BTreeSet::from([*a, *b]) {
            let weight = out.entry(party).or_default();
            *weight = (weight.0 + strongest(all), weight.1 + 1);
        }
    }
    out
}

/// The parties that have a place, so that those with the same opponents stand together: from the one with the most conflict on, each
/// time the one whose opponents are most like those of the one before it.
fn order<'a>(pairs: &Pairs<'a>, weights: &BTreeMap<&'a PartyId, (f64, usize)>) -> Vec<&'a PartyId> {
    let mut left: Vec<&PartyId> = weights.keys().copied().collect();
    let weight = |party: &PartyId| weights.get(party).copied().unwrap_or_default();
    left.sort_by(|a, b| {
        let (x, y) = (weight(a), weight(b));
        y.0.total_cmp(&x.0).then(y.1.cmp(&x.1)).then_with(|| a.cmp(b))
    });
    left.truncate(MOST);
    let mut among = left.clone();
    among.sort_unstable();
    let between = |a: &'a PartyId, b: &'a PartyId| pairs.get(&[a.min(b), a.max(b)]).map_or(0.0, |all| strongest(all));
    let alike = |a: &'a PartyId, b: &'a PartyId| {
        let others = among.iter().filter(|other| ![a, b].contains(other));
        let (both, any) = others.fold((0.0, 0.0), |(both, any): (f64, f64), other| {
            let (x, y) = (between(a, other), between(b, other));
            (both + x.min(y), any + x.max(y))
        });
        if any > 0.0 { both / any } else { 0.0 }
    };
    let mut out: Vec<&PartyId> = Vec::new();
    while !left.is_empty() {
        let next = match out.last() {
            None => 0,
            Some(last) => {
                let likeness: Vec<f64> = left.iter().map(|party| alike(last, party)).collect();
                let most = likeness.iter().copied().fold(0.0, f64::max);
                likeness.iter().position(|x| *x >= most).unwrap_or(0)
            }
        };
        out.push(left.remove(next));
    }
    out
}

/// The staircase: how many steps, and how large they are.
struct Stairs {
    steps: f64,
    width: f64,
    step: f64,
    rise: f64,
}

impl Stairs {
    fn of(order: &[&PartyId]) -> Self {
        let steps = order.iter().zip(steps()).last().map_or(0.0, |(_, last)| last + 1.0);
        let step = ((WIDTH - LEFT - NAME) / steps).floor().clamp(14.0, 44.0);
        let rise = if step >= 36.0 { 32.0 } else { step.min(28.0) };
        Self { steps, width: WIDTH.max(LEFT + steps * step + NAME + 12.0), step, rise }
    }

    fn height(&self) -> f64 {
        self.steps * self.rise
    }

    /// The cell in a column and a row below it, or on its step.
    fn cell(&self, column: f64, row: f64) -> Place {
        Place { x: LEFT + column * self.step, y: row * self.rise, width: self.step, height: self.rise }
    }

    /// The lines to follow from a name to the left and down.
    fn grid(&self) -> Markup {
        let end = LEFT + self.steps * self.step;
        let lines: String = steps()
            .take_while(|n| *n <= self.steps)
            .map(|n| {
                let (x, y) = (LEFT + n * self.step, n * self.rise);
                let right = (x + self.step).min(end);
                let up = (y - self.rise).max(0.0);
                format!("M{} {}H{}M{} {}V{}", px(LEFT), px(y), px(right), px(x), px(up), px(self.height()))
            })
            .collect();
        let own: String = steps()
            .take_while(|n| *n < self.steps)
            .map(|n| {
                let at = self.cell(n, n);
                format!("M{} {}h{}v{}h{}z", px(at.x), px(at.y), px(at.width), px(at.height), px(-at.width))
            })
            .collect();
        html! { path class="own" d=(own) {} path class="grid" d=(lines) {} }
    }
}

/// A cell with its conflicts, strongest first.
struct Shown<'a> {
    pair: [&'a PartyId; 2],
    at: Place,
    all: &'a [&'a Conflict],
}

impl Shown<'_> {
    /// Whether it is of one party.
    fn is_alone(&self) -> bool {
        let [a, b] = self.pair;
        a == b
    }
}

fn fill(conflict: &Conflict) -> Fill {
    conflict.strength.value().map_or(Fill::Unknown, |x| Fill::Strength(level(x)))
}

/// What the picture says, all in one.
struct Teller<'a> {
    speech: &'a Speech<'a>,
    found: &'a Conflicts,
    pairs: &'a Pairs<'a>,
    weights: &'a BTreeMap<&'a PartyId, (f64, usize)>,
    shown: &'a [Shown<'a>],
    names: &'a [String],
}

impl Teller<'_> {
    /// The letter of a kind.
    fn letter(&self, kind: ConflictKind) -> String {
        plain(&self.speech.words(&format!("picture-conflicts-letter-{}", kind.word())))
    }

    fn mark(&self, shown: &Shown<'_>) -> Markup {
        let Some(conflict) = shown.all.first() else { return html! {} };
        let speech = self.speech;
        let latent = conflict.voicing == Voicing::Latent;
        let number = conflict.strength.value().map(|x| speech.hundredths(x)).unwrap_or_else(|| "?".to_owned());
        let letter = self.letter(conflict.kind);
        let both = [letter.as_str(), number.as_str()];
        let roomy = shown.at.width >= 34.0 && shown.at.height >= 30.0;
        let lines: &[&str] = if roomy { &both } else { &[letter.as_str()] };
        let parties = BTreeSet::from(shown.pair).into_iter().cloned().collect();
        let told = Told { parties, kind: Some(speech.kind(conflict.kind)), what: plain(&self.sentence(shown)) };
        let drawn = html! {
            (cell(KIND, fill(conflict), shown.at, lines))
            @if latent { (dashed(fill(conflict), shown.at)) }
        };
        mark(&told, &drawn)
    }

    /// What the strongest conflict of a pair is, why, and how many others there are. Of what rests on a stake that is not disclosed
    /// neither what it is about nor why: this is read without the reserve that the report makes.
    fn sentence(&self, shown: &Shown<'_>) -> Inlines {
        let (speech, Some(conflict)) = (self.speech, shown.all.first()) else { return Inlines::new() };
        let is_secret = conflict.voicing == Voicing::Latent
            || conflict.because.iter().any(|ground| speech.hides(&ground.source))
            || conflict.subject.iter().any(|element| speech.hides(element));
        let mut what =
            if is_secret { capital(speech.parties(&conflict.parties)) } else { capital(sentence(speech, conflict)) };
        what.extend(speech.words("full-stop"));
        let facts = args! {
            "kind": speech.term(conflict.kind), "strength": strength(speech, conflict),
            "voicing": speech.words(&format!("conflict-{}", conflict.voicing)),
        };
        let because = conflict.because.iter().filter(|_| !is_secret);
        let grounds: Vec<Inlines> = because.map(|ground| speech.ground(ground)).collect();
        let because = if grounds.is_empty() {
            Inlines::new()
        } else {
            speech.say("picture-conflicts-because", args! {"all": speech.few(grounds, GROUNDS)})
        };
        let others = shown.all.len().saturating_sub(1);
        let others =
            if others == 0 { Inlines::new() } else { speech.say("picture-conflicts-others", args! {"n": others}) };
        sentences([what, speech.say("picture-conflicts-facts", facts), because, others])
    }

    /// The name on a step.
    fn name(&self, stairs: &Stairs, party: &PartyId, step: f64) -> Markup {
        let speech = self.speech;
        let name = plain(&speech.party(party));
        let at = stairs.cell(step, step);
        let (x, middle) = (at.x + at.width + 7.0, at.y + at.height / 2.0);
        let room = stairs.width - x - 8.0;
        let drawn = named(&name, self.names, (x, middle), Side::Start, (room, at.height));
        let with = self.pairs.keys().filter(|[a, b]| (*a == party) != (*b == party)).count();
        let said = args! {"party": speech.party(party), "n": with};
        mark(&Told::of(party, &speech.say("picture-conflicts-party", said)), &drawn)
    }

    fn legend(&self) -> Vec<Sign> {
        let speech = self.speech;
        let at = Place { x: -11.0, y: -8.0, width: 22.0, height: 16.0 };
        let swatch = |fill: Fill, means: Inlines, line: &str| Sign::new(cell(KIND, fill, at, &[line]), 11.0, &means);
        let square = |class: &str, key: &str| {
            let drawn = html! {
                rect class=(class) x=(px(at.x)) y=(px(at.y)) width=(px(at.width)) height=(px(at.height)) {}
            };
            Sign::new(drawn, 11.0, &speech.words(key))
        };
        let firsts = || self.shown.iter().filter_map(|shown| shown.all.first());
        let mut out: Vec<Sign> = LEVELS
            .iter()
            .enumerate()
            .map(|(step, key)| {
                let text = speech.say("picture-conflicts-level", args! {"level": speech.words(key)});
                swatch(Fill::Strength(step), text, "")
            })
            .collect();
        if firsts().any(|c| c.strength.value().is_none()) {
            out.push(swatch(Fill::Unknown, speech.words("picture-conflicts-unrated"), "?"));
        }
        if firsts().any(|c| c.voicing == Voicing::Latent) {
            let drawn = html! { (ground(KIND, Fill::Strength(0), at)) (dashed(Fill::Strength(0), at)) };
            out.push(Sign::new(drawn, 11.0, &speech.words("conflict-latent")));
        }
        out.push(square("empty", "picture-conflicts-none"));
        if self.shown.iter().any(|shown| shown.is_alone()) {
            out.push(square("own", "picture-conflicts-own"));
        }
        let kinds: BTreeSet<ConflictKind> = firsts().map(|c| c.kind).collect();
        out.extend(kinds.into_iter().map(|kind| {
            let letter = self.letter(kind);
            let drawn = text(0.0, 4.5, Side::Middle, "strong", &letter);
            Sign::new(drawn, text_width(&letter, SIZE) / 2.0, &speech.term(kind))
        }));
        out
    }

    /// How it is read, and whether with care.
    fn above(&self) -> Vec<Inlines> {
        let mut out = vec![self.speech.words("picture-conflicts-how")];
        if self.shown.iter().flat_map(|shown| shown.all).any(|c| c.voicing == Voicing::Latent) {
            out.push(self.speech.words("picture-conflicts-with-care"));
        }
        out
    }

    /// What is to be said of what is not drawn.
    fn beneath(&self) -> Vec<Inlines> {
        let speech = self.speech;
        let mut out = Vec::new();
        let drawn: BTreeSet<&PartyId> = self.shown.iter().flat_map(|shown| shown.pair).collect();
        let parties = |all: Vec<&PartyId>| speech.few(all.into_iter().map(|p| speech.party(p)).collect(), NAMED);
        let mut lighter: Vec<&PartyId> = self.weights.keys().copied().filter(|p| !drawn.contains(p)).collect();
        if !lighter.is_empty() {
            lighter.sort_by_key(|p| speech.place(p));
            let said = args! {"n": lighter.len(), "most": MOST, "parties": parties(lighter)};
            out.push(speech.say("picture-conflicts-lighter", said));
        }
        let mut without: Vec<&PartyId> =
            speech.model.parties().map(|(p, _)| p).filter(|p| !self.weights.contains_key(p)).collect();
        if !without.is_empty() {
            without.sort_by_key(|p| speech.place(p));
            let said = args! {"n": without.len(), "parties": parties(without)};
            out.push(speech.say("picture-conflicts-without", said));
        }
        let leading = self.found.conflicts.iter().filter(|c| is_about_leading(c)).count();
        if leading > 0 {
            out.push(speech.say("picture-conflicts-leading", args! {"n": leading}));
        }
        if self.found.more {
            out.push(speech.say("picture-conflicts-more", args! {"n": self.found.conflicts.len()}));
        }
        if !self.found.omitted.is_empty() {
            out.push(speech.say("picture-conflicts-omitted", args! {"n": self.found.omitted.len()}));
        }
        out
    }

    fn description(&self, beneath: &[Inlines]) -> Inlines {
        let speech = self.speech;
        let drawn: BTreeSet<&PartyId> = self.shown.iter().flat_map(|shown| shown.pair).collect();
        let strong = self.shown.iter().filter(|shown| shown.all.first().is_some_and(|c| fill(c) == Fill::Strength(2)));
        let counts = args! {"parties": drawn.len(), "n": self.shown.len(), "strong": strong.count()};
        let mut heaviest: Vec<(&&PartyId, &(f64, usize))> = self.weights.iter().collect();
        heaviest.sort_by(|(a, x), (b, y)| y.0.total_cmp(&x.0).then(y.1.cmp(&x.1)).then_with(|| a.cmp(b)));
        let heaviest = heaviest.into_iter().take(3).map(|(party, _)| speech.party(party));
        let most = speech.say("picture-conflicts-most", args! {"parties": speech.and(heaviest)});
        let all = [speech.say("picture-conflicts-description", counts), most];
        sentences(all.into_iter().chain(self.above()).chain(beneath.iter().cloned()))
    }
}

/// The border of a conflict that does not lie on the table.
fn dashed(fill: Fill, at: Place) -> Markup {
    let fine = at.width < 22.0;
    let class = format!("{} {}", fill.stroke(), if fine { "dashed-fine" } else { "dashed" });
    let inner = if fine { 1.2 } else { 1.6 };
    let (width, height) = (at.width - 2.0 * inner, at.height - 2.0 * inner);
    html! {
        rect class=(class) x=(px(at.x + inner)) y=(px(at.y + inner)) width=(px(width)) height=(px(height)) {}
    }
}
