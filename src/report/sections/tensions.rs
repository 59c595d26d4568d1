//! Values that pull apart: between whom, and within whom.

use super::super::page::{Item, Order, Page};
use super::super::speech::{Speech, args, word};
use super::grounds::Grounds;
use super::{Results, not_run};
use crate::analysis::ValueTensions;
use crate::analysis::value_tensions::OpposedValues;
use crate::evidence::Measure;
use crate::model::Element;

/// How many pairs of values are told.
const SHOWN: usize = 4;
/// How many parties are named.
const NAMED: usize = 5;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if not_run(speech, "value_tensions").is_some() {
        return;
    }
    let tensions = &found.tensions;
    let matters: Vec<&OpposedValues> = tensions.opposed.iter().filter(|pair| pair.between + pair.within > 0).collect();
    if matters.is_empty() {
        return;
    }
    page.heading(4, speech.words("tensions"));
    page.paragraph(speech.say("tensions-how", args! {"level": speech.number(tensions.cut)}));
    let grounds = Grounds::of(&tensions.findings);
    let one = |pair: &&OpposedValues| {
        let rests = grounds.told(
            speech,
            speech.words("grounds-opposition"),
            "value-opposition",
            &pair.values.each_ref().map(Element::from),
        );
        item(speech, tensions, pair).on(rests)
    };
    page.list(Order::Bulleted, matters.iter().take(SHOWN).map(one).collect());
    // The list may be cut off; the counts are of all.
    let all = tensions.counts.held.max(matters.len());
    if all > SHOWN {
        page.paragraph(speech.say("tensions-more", args! {"n": all - SHOWN}));
    }
}

fn item(speech: &Speech<'_>, tensions: &ValueTensions, pair: &OpposedValues) -> Item {
    let [x, y] = pair.values.each_ref().map(|value| speech.name(&value.into()));
    let source = speech.term(pair.source);
    let strength = speech.measure(pair.opposition, |o| word(speech.hundredths(o)));
    let mut out = Item::from(
        speech.say("tensions-pair", args! {"x": x.clone(), "y": y.clone(), "source": source, "strength": strength}),
    );
    if pair.between > 0 {
        // The list is cut off at the weakest, so a weak pair of values may have no pair of parties in it.
        let strongest = tensions.between.iter().find(|t| t.values == pair.values);
        let named = strongest.filter(|t| matches!(t.strength, Measure::Known(_)));
        out.under.push(match named.map(|t| &t.holders) {
            Some([a, b]) => {
                let said = args! {"n": pair.between, "a": speech.party(a), "b": speech.party(b), "x": x, "y": y};
                speech.say("tensions-between", said).into()
            }
            None => speech.say("tensions-between-counted", args! {"n": pair.between}).into(),
        });
    }
    // The list is cut off here too: who is not in it is counted.
    let listed = tensions.within.iter().filter(|t| t.values == pair.values);
    let named: Vec<_> = listed.take(NAMED).map(|t| speech.party(&t.party)).collect();
    let more = pair.within.saturating_sub(named.len());
    if named.is_empty() && more > 0 {
        out.under.push(speech.say("tensions-within-counted", args! {"n": more}).into());
    } else if pair.within > 0 {
        let more = (more > 0).then(|| speech.say("list-more", args! {"n": more}));
        let all = speech.and(named.into_iter().chain(more));
        out.under.push(speech.say("tensions-within", args! {"n": pair.within, "all": all}).into());
    }
    out
}
