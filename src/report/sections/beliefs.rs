//! What parties believe of each other's values: who misjudges whom, and in what.

use super::super::page::{Inlines, Item, Order, Page, capital};
use super::super::speech::{Speech, args, strong};
use super::grounds::listed;
use super::{Results, not_run};
use crate::analysis::co_orientation::{Misjudgement, MutualOrientation, Orientation, ValueOrientation};
use crate::evidence::{Law, Measure};

/// How many pairs of parties are told.
const PAIRS: usize = 4;
/// From which accuracy a party is said to know how far it agrees with another (own rule).
const ACCURATE: f64 = 0.75;
/// How many values are named at a time.
const VALUES: usize = 5;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if not_run(speech, "co_orientation").is_some() || found.beliefs.pairs.is_empty() {
        return;
    }
    page.heading(4, speech.words("beliefs"));
    page.paragraph(speech.words("beliefs-how"));
    let mut pairs: Vec<&MutualOrientation> = found.beliefs.pairs.iter().collect();
    pairs.sort_by(|x, y| worst(y).total_cmp(&worst(x)).then_with(|| x.parties.cmp(&y.parties)));
    let more = pairs.len().saturating_sub(PAIRS);
    let item = |pair: &&MutualOrientation| {
        let directions = pair.there.iter().chain(&pair.back).map(|one| direction(speech, one));
        let mut under: Vec<Item> = directions.collect();
        if under.len() == 1 {
            under.push(speech.words("beliefs-one-way").into());
        }
        Item { text: strong(capital(speech.parties(&pair.parties))), under, ..Item::default() }
    };
    page.list(Order::Bulleted, pairs.iter().take(PAIRS).map(item).collect());
    if more > 0 {
        page.paragraph(speech.say("beliefs-more", args! {"n": more}));
    }
}

/// How far the worse of two directions is off.
fn worst(pair: &MutualOrientation) -> f64 {
    let off = |one: &Orientation| one.insight.value().map_or(0.0, |x| 1.0 - x);
    pair.there.iter().chain(&pair.back).map(off).fold(0.0, f64::max)
}

/// What one party gets right and wrong of another.
fn direction(speech: &Speech<'_>, one: &Orientation) -> Item {
    let of = |kind: Misjudgement| -> Option<Inlines> {
        let wrong = one.values.iter().chain(&one.partial).filter(|v| v.misjudgement == Some(kind));
        let named: Vec<Inlines> = wrong.map(|v| thought(speech, v)).collect();
        let key = match kind {
            Misjudgement::FalseConsensus => "beliefs-false-consensus",
            Misjudgement::FalseConflict => "beliefs-false-conflict",
            Misjudgement::Misjudged => "beliefs-misjudged",
        };
        (!named.is_empty()).then(|| speech.say(key, args! {"all": speech.few(named, VALUES)}))
    };
    let kinds = [Misjudgement::FalseConsensus, Misjudgement::FalseConflict, Misjudgement::Misjudged];
    let mut parts: Vec<Inlines> = kinds.into_iter().filter_map(of).collect();
    let misjudged = !parts.is_empty();
    if !misjudged {
        parts.push(match one.insight {
            Measure::Known(_) => speech.say("beliefs-right", args! {"n": one.insight_over}),
            Measure::Undefined(_) => speech.words("beliefs-unknown"),
        });
    }
    let open = (one.values.len() + one.partial.len()).saturating_sub(one.insight_over);
    if open > 0 && one.insight.value().is_some() {
        parts.push(speech.say("beliefs-open", args! {"n": open}));
    }
    if let Measure::Known(accuracy) = one.accuracy {
        parts.push(speech.say("beliefs-accuracy", args! {"accuracy": speech.hundredths(accuracy), "n": one.n}));
    }
    if let (Measure::Known(over), Measure::Known(thought), Measure::Known(real)) =
        (one.overestimation, one.congruency, one.agreement)
    {
        let (thought, real) = (speech.hundredths(thought), speech.hundredths(real));
        let knows = !misjudged && one.accuracy.value().is_some_and(|accuracy| accuracy >= ACCURATE);
        let key = match over {
            _ if thought == real && knows => "beliefs-even",
            // Errors that make up for each other are no knowledge.
            _ if thought == real => "beliefs-even-by-chance",
            over if over > 0.0 => "beliefs-consensus",
            _ => "beliefs-conflict",
        };
        parts.push(speech.say(key, args! {"thought": thought, "real": real, "n": one.n}));
    }
    let said: Inlines = itertools::intersperse(parts, speech.words("list-semicolon")).flatten().collect();
    let said = args! {"a": speech.party(&one.by), "b": speech.party(&one.about), "said": said};
    let all = one.values.iter().chain(&one.partial).map(|v| thought(speech, v)).collect();
    let rests = listed(speech, speech.words("grounds-insight"), Law::Statistic, all);
    Item::from(speech.say("beliefs-direction", said)).on(rests)
}

/// A value with what is believed of it and what is so.
pub(super) fn thought(speech: &Speech<'_>, of: &ValueOrientation) -> Inlines {
    let (belief, theirs) = (speech.cell(of.belief), speech.cell(of.theirs));
    let value = speech.name(&(&of.value).into());
    speech.say("beliefs-value", args! {"value": value, "belief": belief, "own": theirs})
}
