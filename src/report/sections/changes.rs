//! What changed since an earlier model: the net and what made it, and who stands elsewhere.

use super::super::page::{Anchor, Inlines, Item, Order, Page};
use super::super::speech::{Arg, Speech, args, user, word};
use crate::analysis::compare::{Cause, ForceChange, Moved};
use crate::analysis::power_interest::Mendelow;
use crate::analysis::{
    Changes, CompareError, CompareOptions, Settings, alignment_interest::Approach, compare,
    power_interest_attitude::Corner, salience::SalienceClass, threat_cooperation::SavageType, trust_matrix::Standing,
};
use crate::evidence::{Measure, Undefined};
use crate::id::PartyId;
use crate::model::{Attribute, Model};
use crate::rating::Reading;
use crate::vocabulary::{SupportSide, Vocabulary};

/// What changed from `before` to the model of the report.
pub(super) fn write(page: &mut Page, speech: &Speech<'_>, before: &Model, settings: &Settings) {
    page.anchor(Anchor::Changes);
    page.heading(2, speech.words("changes"));
    let found = match compare(before, speech.model, &CompareOptions::from(settings)) {
        Ok(found) => found,
        Err(CompareError::Scale { before, after, .. }) => {
            let scales = args! {"before": speech.scale(&before), "after": speech.scale(&after)};
            page.paragraph(speech.say("changes-scales", scales));
            return;
        }
    };
    let named = |party: &PartyId| match speech.model.party(party) {
        Some(_) => speech.party(party),
        None => user(before.label(&party.into())),
    };
    let names = |parties: &[PartyId]| speech.and(parties.iter().map(&named));
    if found.is_empty() {
        page.paragraph(speech.words("changes-none"));
        return;
    }
    page.list(Order::Bulleted, totals(speech, &found));
    if !found.attribution.parties.is_empty() {
        page.paragraph(speech.words("changes-how"));
        let lines = found.attribution.parties.iter().map(|line| change(speech, line, named(&line.party)).into());
        page.list(Order::Bulleted, lines.collect());
    }
    for (key, parties) in [("changes-added", &found.added), ("changes-removed", &found.removed)] {
        if !parties.is_empty() {
            page.paragraph(speech.say(key, args! {"parties": names(parties)}));
        }
    }
    page.heading(3, speech.words("changes-moved"));
    if found.moved.is_empty() {
        page.paragraph(speech.words("changes-moved-none"));
    }
    page.list(Order::Bulleted, moved(speech, &found.moved));
    page.paragraph(speech.words("changes-misuse"));
}

fn totals(speech: &Speech<'_>, found: &Changes) -> Vec<Item> {
    let signed = |x: f64| speech.signed(x);
    let parts = &found.attribution;
    let mut out: Vec<Inlines> = Vec::new();
    out.push(if found.net.is_still() {
        speech.say("changes-net-same", args! {"net": signed(found.net.after)})
    } else {
        let (before, after) = (signed(found.net.before), signed(found.net.after));
        speech.say("changes-net", args! {"before": before, "after": after, "change": signed(parts.change)})
    });
    if !(found.driving.is_still() && found.restraining.is_still()) {
        out.push(speech.say(
            "changes-totals",
            args! {
                "driving-before": speech.number(found.driving.before), "driving-after": speech.number(found.driving.after),
                "restraining-before": speech.number(found.restraining.before),
                "restraining-after": speech.number(found.restraining.after),
            },
        ));
    }
    if !found.balance.is_still() {
        let balance = |m| speech.measure(m, |x| word(speech.hundredths(x)));
        let (before, after) = (balance(found.balance.before), balance(found.balance.after));
        out.push(speech.say("changes-balance", args! {"before": before, "after": after}));
    }
    let by_rating = [parts.by_attitude, parts.by_power, parts.by_interest_level];
    if by_rating.iter().any(|x| *x != 0.0) || parts.parties.iter().any(|line| line.cause == Cause::Rerated) {
        let (attitude, power) = (signed(parts.by_attitude), signed(parts.by_power));
        let by = args! {"attitude": attitude, "power": power, "interest": signed(parts.by_interest_level)};
        out.push(speech.say("changes-by", by));
    }
    if parts.by_entered != 0.0 {
        out.push(speech.say("changes-by-entered", args! {"entered": signed(parts.by_entered)}));
    }
    if parts.by_left != 0.0 {
        out.push(speech.say("changes-by-left", args! {"left": signed(parts.by_left)}));
    }
    if found.net.is_still() && parts.parties.iter().any(|line| line.change != 0.0) {
        out.push(speech.words("changes-cancel"));
    }
    out.extend(tipping(speech, found));
    out.into_iter().map(Item::from).collect()
}

/// What it takes to tip the balance, before and now; nothing where the net was above zero and is.
fn tipping(speech: &Speech<'_>, found: &Changes) -> Option<Inlines> {
    let steps = &found.fewest_steps;
    let said = match (steps.before, steps.after) {
        (_, Measure::Undefined(Undefined::NothingToMeasure)) | (Measure::Undefined(Undefined::NothingToMeasure), _) => {
            return None;
        }
        (Measure::Known(0), Measure::Known(0)) => return None,
        _ if steps.is_still() => speech.words("changes-tipping-same"),
        (Measure::Known(before), Measure::Known(0)) => speech.say("changes-tipping-reached", args! {"before": before}),
        (Measure::Known(0), Measure::Known(after)) => speech.say("changes-tipping-lost", args! {"after": after}),
        (Measure::Known(before), Measure::Known(after)) => {
            speech.say("changes-tipping-was", args! {"before": before, "after": after})
        }
        (before, after) => {
            let show = |m| speech.measure(m, |n: u64| speech.say("steps", args! {"n": n}));
            speech.say("changes-tipping-undefined", args! {"before": show(before), "after": show(after)})
        }
    };
    Some(said)
}

/// What one party did to the net.
fn change(speech: &Speech<'_>, line: &ForceChange, party: Inlines) -> Inlines {
    let total = ("change", Arg::from(speech.signed(line.change)));
    let ratings = || ("ratings", Arg::from(speech.and(line.ratings.iter().map(|a| speech.term(*a)))));
    let (n, party) = (("n", Arg::from(line.ratings.len())), ("party", Arg::from(party)));
    match line.cause {
        Cause::New => speech.say("changes-party-new", &[party, total]),
        Cause::Removed => speech.say("changes-party-removed", &[party, total]),
        Cause::NowKnown => speech.say("changes-party-now-known", &[party, ratings(), n, total]),
        Cause::NoLongerKnown => speech.say("changes-party-no-longer-known", &[party, ratings(), n, total]),
        Cause::Rerated => {
            let each = line.ratings.iter().filter_map(|attribute| rating(speech, line, *attribute));
            speech.say("changes-party", &[party, total, ("ratings", Arg::from(speech.and(each)))])
        }
    }
}

/// A rating that is another one, with what that did.
fn rating(speech: &Speech<'_>, line: &ForceChange, attribute: Attribute) -> Option<Inlines> {
    let (before, after, split) = (line.before.as_ref()?, line.after.as_ref()?, line.split?);
    let (x, y, did): (Reading, Reading, f64) = match attribute {
        Attribute::Power => (before.power, after.power, split.power),
        Attribute::InterestLevel => (before.interest_level, after.interest_level, split.interest_level),
        Attribute::Attitude => (before.attitude, after.attitude, split.attitude),
        _ => return None,
    };
    let (before, after) = (speech.cell(Some(x)), speech.cell(Some(y)));
    let said = args! {
        "rating": speech.term(attribute), "before": before, "after": after, "change": speech.signed(did),
    };
    Some(speech.say("changes-rating", said))
}

/// Who stands elsewhere, by grid.
fn moved(speech: &Speech<'_>, moved: &[Moved]) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::new();
    let mut last = "";
    for one in moved {
        if one.grid != last {
            last = one.grid;
            let grid = speech.words(&format!("grid-{}", one.grid.replace('_', "-")));
            out.push(Item { text: grid, under: Vec::new(), ..Item::default() });
        }
        let class = |word: Option<&'static str>| word.map(|w| class(speech, one.grid, w));
        let party = speech.party(&one.party);
        let mut said = match (class(one.before), class(one.after)) {
            (Some(before), Some(after)) => {
                speech.say("changes-moved-one", args! {"party": party, "before": before, "after": after})
            }
            (None, Some(after)) => speech.say("changes-moved-in", args! {"party": party, "after": after}),
            (Some(before), None) => speech.say("changes-moved-out", args! {"party": party, "before": before}),
            (None, None) => continue,
        };
        if one.cut_moved {
            said = speech.say("changes-moved-cut", args! {"move": said});
        }
        if let Some(grid) = out.last_mut() {
            grid.under.push(said.into());
        }
    }
    out
}

/// What a class of a grid is called.
fn class(speech: &Speech<'_>, grid: &str, class: &str) -> Inlines {
    fn term<V: Vocabulary>(speech: &Speech<'_>, class: &str) -> Inlines {
        V::parse(class).map_or_else(|_| word(class.to_owned()), |class| speech.term(class))
    }
    match grid {
        "power_interest" => term::<Mendelow>(speech, class),
        "salience" => term::<SalienceClass>(speech, class),
        "power_interest_attitude" => term::<Corner>(speech, class),
        "support" => term::<SupportSide>(speech, class),
        "threat_cooperation" => term::<SavageType>(speech, class),
        "trust_matrix" => term::<Standing>(speech, class),
        "alignment_interest" => term::<Approach>(speech, class),
        _ => word(class.to_owned()),
    }
}
