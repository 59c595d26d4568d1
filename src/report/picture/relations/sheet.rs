//! What stands beneath the network: the legend, the key to the numbers, who has no tie.

use maud::{Markup, html};

use super::super::columns::{Entry, List};
use super::super::draw::{Shape, px, shape};
use super::super::legend::{SIGN, Sign as Drawn, unknown};
use super::{Drawing, Sign, Web, body, sign_at};
use crate::report::speech::args;

fn line(class: &str) -> Markup {
    html! { line class=(class) x1="-14" y1="0" x2="14" y2="0" stroke-width=(px(2.5)) {} }
}

/// What the signs mean.
pub(super) fn legend(drawing: &Drawing<'_>) -> Vec<Drawn> {
    let web = drawing.web;
    let speech = web.speech;
    let mut out: Vec<Drawn> = Vec::new();
    let open = drawing.names.is_none();
    if web.two_camps {
        for camp in [0, 1] {
            let class = if open { format!("camp-open-{camp}") } else { format!("camp-{camp}") };
            let drawn = shape(super::shape_of(Some(camp)), 0.0, 0.0, 7.0, &class);
            let means = speech.say("picture-relations-legend-camp", args! {"camp": camp + 1});
            out.push(Drawn::new(drawn, 8.0, &means));
        }
    }
    let mut add = |drawn: Markup, reach: f64, key: &str| out.push(Drawn::new(drawn, reach, &speech.words(key)));
    if let Some(node) = web.nodes.iter().find(|node| node.unsure).filter(|_| web.two_camps) {
        let class = format!("camp-open-{} unsure", node.camp.unwrap_or(0));
        add(shape(super::shape_of(node.camp), 0.0, 0.0, 7.0, &class), 8.0, "picture-relations-legend-unsure");
    }
    if let Some(node) = web.nodes.iter().find(|node| node.between) {
        let drawn = html! {
            circle class="ring" cx="0" cy="0" r="8.5" {} (shape(super::shape_of(node.camp), 0.0, 0.0, 5.0, "neutral"))
        };
        add(drawn, 9.5, "picture-relations-legend-between");
    }
    if web.ties.iter().any(|tie| tie.drawn && tie.is_good()) {
        add(line("tie-good"), 14.0, "picture-relations-legend-good");
    }
    if web.ties.iter().any(|tie| tie.drawn && !tie.is_good()) {
        let drawn = html! { (line("tie-bad")) (sign_at(Sign::Minus, (0.0, 0.0), false)) };
        add(drawn, 14.0, "picture-relations-legend-bad");
    }
    for (sign, key) in
        [(Sign::Disputed, "picture-relations-legend-disputed"), (Sign::Unfit, "picture-relations-legend-unfit")]
    {
        if web.has(sign) {
            add(sign_at(sign, (0.0, 0.0), false), 7.0, key);
        }
    }
    out
}

/// The parties without a known tie.
pub(super) fn untied(web: &Web<'_>) -> Option<List> {
    let entries = web.loose.iter().map(|loose| {
        let sign = if loose.unknown > 0 { unknown() } else { shape(Shape::Diamond, 0.0, 0.0, 4.5, "camp-none") };
        Entry::new(loose.name.clone(), web.tell_loose(loose)).sign(sign)
    });
    let is_unknown = web.loose.iter().any(|loose| loose.unknown > 0);
    let heading = if is_unknown { "picture-relations-untied-unknown" } else { "picture-relations-untied" };
    let heading = web.speech.words(heading);
    (!web.loose.is_empty()).then(|| List { heading, entries: entries.collect() })
}

/// Which number is who, where numbers stand in the nodes.
pub(super) fn key(drawing: &Drawing<'_>) -> Option<List> {
    let web = drawing.web;
    let entries = web.nodes.iter().zip(1..).map(|(node, number)| {
        let sign = body(node, (0.0, 0.0), SIGN, true);
        Entry::new(node.name.clone(), web.tell_party(node)).number(number).sign(sign).told_there()
    });
    let heading = web.speech.words("picture-key");
    drawing.names.is_none().then(|| List { heading, entries: entries.collect() })
}
