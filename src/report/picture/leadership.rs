//! The phases as a chain of steps: what each asks for, and who leads it. About people it says no more than the report does, and
//! gives nobody a number.

use maud::{Markup, html};

use super::beneath::{Beneath, MARGIN};
use super::draw::{Shape, Side, Told, mark, picture, px, shape, text};
use super::legend::{Drawn, SIGN, Sign, at, lines, sentences, unknown};
use super::{Picture, PictureKind};
use crate::analysis::Leadership;
use crate::analysis::leadership::{Cover, Lead, PhaseChange, PhaseLeadership};
use crate::evidence::Measure;
use crate::report::page::{Inlines, Item, capital, plain};
use crate::report::sections::leadership::{SHOWN, control, hand_over, informal, member, needs, roles};
use crate::report::sections::told;
use crate::report::speech::{Speech, args};
use crate::vocabulary::Phase;

const KIND: PictureKind = PictureKind::Leadership;

const WIDTH: f64 = 760.0;
const GAP: f64 = 10.0;
/// How high a step of the chain is, and how far its point reaches.
const STEP: f64 = 46.0;
const POINT: f64 = 16.0;
/// How far the text of a phase stays from the edge of its pane.
const INSET: f64 = 12.0;
/// How far a line stands in behind its sign.
const INDENT: f64 = 16.0;

/// The phases with who leads.
pub(in crate::report) fn draw(speech: &Speech<'_>, found: &Leadership) -> Option<Picture> {
    if found.members.is_empty() || found.phases.is_empty() {
        return None;
    }
    let many = u32::try_from(found.phases.len()).map_or(1.0, f64::from);
    let wide = (WIDTH - 2.0 * MARGIN - GAP * (many - 1.0)) / many;
    let columns: Vec<Drawn> = found.phases.iter().map(|phase| column(speech, found, phase, wide)).collect();
    let high = columns.iter().map(|drawn| drawn.height).fold(0.0, f64::max);
    let top = MARGIN + STEP + 6.0;
    let mut body = Vec::new();
    let mut middles: Vec<(Phase, f64)> = Vec::new();
    let mut left = MARGIN;
    for (phase, drawn) in found.phases.iter().zip(&columns) {
        body.push(step(speech, phase, left, wide));
        let class = if phase.at_hand == Measure::Known(true) { "pane strong-edge" } else { "pane" };
        body.push(html! {
            rect class=(class) x=(px(left)) y=(px(top)) width=(px(wide)) height=(px(high + 6.0)) rx="3" {}
            (at(left, top, &drawn.body))
        });
        middles.push((phase.phase, left + wide / 2.0));
        left += wide + GAP;
    }
    let mut y = top + high + 12.0;
    for change in found.changes.iter().filter(|change| change.next == Measure::Known(true)) {
        y = next(&mut body, speech, change, &middles, y);
    }
    y += 4.0;
    let no_phase = found.phase_at_hand.is_none().then(|| speech.words("picture-leadership-no-phase"));
    let notes = no_phase.into_iter().chain([speech.words("picture-leadership-care")]).collect();
    let beneath = Beneath { signs: signs(speech, found), notes, lists: Vec::new() }.draw(y, WIDTH);
    body.push(beneath.body);
    let body = html! { @for one in &body { (one) } };
    let title = speech.words("picture-leadership-title");
    Some(picture(KIND, &title, &description(speech, found), (WIDTH, y + beneath.height), body))
}

/// A text over the whole width; how high it is.
fn put(body: &mut Vec<Markup>, y: f64, class: &str, says: &Inlines) -> f64 {
    let drawn = lines(MARGIN, y, Side::Start, class, WIDTH - 2.0 * MARGIN, usize::MAX, &plain(says));
    body.push(drawn.body);
    drawn.height
}

/// The step of a phase in the chain; that of the phase at hand is filled.
fn step(speech: &Speech<'_>, phase: &PhaseLeadership, left: f64, wide: f64) -> Markup {
    let (top, right) = (MARGIN, left + wide + GAP - 3.0);
    let is_now = phase.at_hand == Measure::Known(true);
    let corners = [
        (left, top),
        (right - POINT, top),
        (right, top + STEP / 2.0),
        (right - POINT, top + STEP),
        (left, top + STEP),
        (left + POINT - 3.0, top + STEP / 2.0),
    ];
    let points: Vec<String> = corners.iter().map(|(x, y)| format!("{},{}", px(*x), px(*y))).collect();
    let (ground, words) = if is_now { ("ink", "strong on-ink") } else { ("pane", "strong") };
    let name = capital(speech.term(phase.phase));
    let x = left + POINT + 6.0;
    let room = wide - 2.0 * POINT - 8.0;
    let name = if is_now { speech.say("picture-leadership-now", args! {"phase": name}) } else { name };
    let said = lines(0.0, 0.0, Side::Start, words, room, 2, &plain(&name));
    let drawn = html! {
        polygon class=(ground) points=(points.join(" ")) {}
        (at(x, top + (STEP - said.height) / 2.0 - 0.5, &said.body))
    };
    let what = speech.say("picture-leadership-step", args! {"phase": name, "roles": asked(speech, phase)});
    mark(&told_of(&what), &drawn)
}

fn told_of(what: &Inlines) -> Told {
    Told { parties: Vec::new(), kind: None, what: plain(what) }
}

/// The roles that a phase asks for.
fn asked(speech: &Speech<'_>, phase: &PhaseLeadership) -> Inlines {
    if phase.roles.is_empty() {
        return speech.words("picture-leadership-no-roles");
    }
    roles(speech, &phase.roles.iter().map(|role| role.role).collect::<Vec<_>>())
}

/// What stands in the pane of a phase, from its left upper corner.
struct Pane {
    body: Vec<Markup>,
    y: f64,
    room: f64,
}

impl Pane {
    fn put(&mut self, class: &str, indent: f64, says: &str) {
        let drawn = lines(INSET + indent, self.y, Side::Start, class, self.room - indent, usize::MAX, says);
        self.body.push(drawn.body);
        self.y += drawn.height + 1.5;
    }

    /// A line with a sign before it, as one mark.
    fn signed(&mut self, sign: &Markup, told: &Told, class: &str, says: &str, under: &str) {
        let room = self.room - INDENT;
        let said = lines(INSET + INDENT, self.y, Side::Start, class, room, usize::MAX, says);
        let below = lines(INSET + INDENT, self.y + said.height, Side::Start, "small quiet", room, usize::MAX, under);
        let drawn = html! { (at(INSET + 5.0, self.y + 8.0, sign)) (said.body) (below.body) };
        self.body.push(mark(told, &drawn));
        self.y += said.height + below.height + 2.5;
    }
}

fn column(speech: &Speech<'_>, found: &Leadership, phase: &PhaseLeadership, wide: f64) -> Drawn {
    let mut pane = Pane { body: Vec::new(), y: 8.0, room: wide - 2.0 * INSET };
    pane.put("small strong", 0.0, &plain(&speech.words("picture-leadership-leads")));
    if phase.leads.is_empty() {
        pane.put("small", 0.0, &plain(&capital(speech.words("lead-nobody"))));
    }
    let most = told(phase.leads.len(), SHOWN);
    for lead in phase.leads.iter().take(most) {
        leads(&mut pane, speech, phase, lead);
    }
    if phase.leads.len() > most {
        let more = speech.say("list-more", args! {"n": phase.leads.len() - most});
        pane.put("small", INDENT, &plain(&more));
    }
    let differing: Vec<_> = phase.pairs.iter().filter(|pair| pair.styles_differ == Measure::Known(true)).collect();
    let said = match differing.as_slice() {
        [] => None,
        [pair] => {
            let [a, b] = &pair.members;
            Some(speech.say("picture-leadership-styles", args! {"a": member(speech, a), "b": member(speech, b)}))
        }
        _ => Some(speech.words("picture-leadership-styles-many")),
    };
    if let Some(said) = said {
        pane.put("small", 0.0, &plain(&capital(said)));
    }
    pane.y += 6.0;
    pane.put("small strong", 0.0, &plain(&speech.words("picture-leadership-asks")));
    if phase.roles.is_empty() {
        pane.put("small", 0.0, &plain(&capital(asked(speech, phase))));
    }
    for role in &phase.roles {
        let name = capital(speech.term(role.role));
        let cover = args! {"role": name.clone(), "cover": speech.term(role.cover)};
        let what = speech.say("picture-leadership-role", cover);
        pane.signed(&cover_sign(role.cover), &told_of(&what), "small", &plain(&name), "");
    }
    let informal = found.informal_leaders.iter().filter(|x| x.phase == phase.phase).map(|x| informal(speech, x));
    let control = found.planning_control.iter().filter(|x| x.phase == phase.phase).map(|x| control(speech, x));
    for Item { text, .. } in informal.chain(control) {
        pane.y += 3.0;
        pane.put("small", 0.0, &plain(&text));
    }
    Drawn { body: html! { @for one in &pane.body { (one) } }, height: pane.y }
}

/// Who leads, in which style, and whether that suits what the phase asks for.
fn leads(pane: &mut Pane, speech: &Speech<'_>, phase: &PhaseLeadership, lead: &Lead) {
    let style = speech.measure(lead.style, |style| speech.term(style));
    let fit = match lead.falls_short {
        Measure::Known(false) => speech.words("picture-leadership-suits"),
        Measure::Known(true) => speech.words("picture-leadership-other"),
        Measure::Undefined(_) if !lead.fit.missing.is_empty() => {
            speech.say("picture-leadership-unrated", args! {"roles": roles(speech, &lead.fit.missing)})
        }
        Measure::Undefined(reason) => speech.undefined(reason),
    };
    let name = member(speech, &lead.member);
    let under = plain(&speech.say("picture-leadership-lead", args! {"style": style.clone(), "fit": fit.clone()}));
    let what = speech.say(
        "picture-leadership-leader",
        args! {"member": name.clone(), "phase": speech.term(phase.phase), "style": style, "fit": fit},
    );
    pane.signed(&fit_sign(lead.falls_short), &told_of(&what), "strong", &plain(&name), &under);
}

/// Whether the preferences of somebody suit a phase.
fn fit_sign(falls_short: Measure<bool>) -> Markup {
    match falls_short {
        Measure::Known(false) => shape(Shape::Circle, 0.0, 0.0, 5.0, "ink"),
        Measure::Known(true) => shape(Shape::TriangleUp, 0.0, 0.0, 5.0, "hollow"),
        Measure::Undefined(_) => unknown(),
    }
}

/// Whether somebody has a strong preference for a role.
fn cover_sign(cover: Cover) -> Markup {
    match cover {
        Cover::Covered => shape(Shape::Square, 0.0, 0.0, 4.5, "ink"),
        Cover::Uncovered => shape(Shape::Square, 0.0, 0.0, 4.5, "hollow"),
        Cover::CannotBeSaid | Cover::NobodyRated => unknown(),
    }
}

/// What changes at the next phase, with an arrow from one phase to the other.
fn next(body: &mut Vec<Markup>, speech: &Speech<'_>, change: &PhaseChange, middles: &[(Phase, f64)], top: f64) -> f64 {
    let middle = |phase: Phase| middles.iter().find(|(one, _)| *one == phase).map(|(_, x)| *x);
    let mut y = top;
    if let (Some(from), Some(to)) = (middle(change.from), middle(change.to)) {
        let path = format!("M{0} {1}V{2}H{3}V{4}", px(from), px(y - 4.0), px(y + 12.0), px(to), px(y + 3.0));
        let head = format!("M{0} {1}L{2} {3}H{4}Z", px(to), px(y - 4.0), px(to - 4.5), px(y + 4.0), px(to + 4.5));
        body.push(html! { path class="axis" d=(path) {} path class="ink" d=(head) {} });
        y += 20.0;
    }
    y += put(body, y, "strong", &speech.say("phase-next", args! {"phase": speech.term(change.to)})) + 2.0;
    let overs = change.hand_over.iter().map(|over| hand_over(speech, over));
    for item in overs.chain(needs(speech, change)) {
        let what = plain(&item.text);
        let said = lines(MARGIN + 14.0, y, Side::Start, "small", WIDTH - 2.0 * MARGIN - 14.0, usize::MAX, &what);
        let drawn = html! { (text(MARGIN + 4.0, y + 11.0, Side::Middle, "small", "–")) (said.body) };
        body.push(mark(&told_of(&item.text), &drawn));
        y += said.height + 2.0;
    }
    y + 8.0
}

/// The legend: the signs that are there.
fn signs(speech: &Speech<'_>, found: &Leadership) -> Vec<Sign> {
    let leads = || found.phases.iter().flat_map(|phase| phase.leads.iter().take(told(phase.leads.len(), SHOWN)));
    let covers = || found.phases.iter().flat_map(|phase| &phase.roles).map(|role| role.cover);
    let mut out = Vec::new();
    for (falls_short, key) in [(false, "picture-leadership-suits"), (true, "picture-leadership-other")] {
        if leads().any(|lead| lead.falls_short == Measure::Known(falls_short)) {
            out.push(Sign::new(fit_sign(Measure::Known(falls_short)), SIGN + 1.0, &capital(speech.words(key))));
        }
    }
    for (cover, key) in
        [(Cover::Covered, "picture-leadership-covered"), (Cover::Uncovered, "picture-leadership-uncovered")]
    {
        if covers().any(|one| one == cover) {
            out.push(Sign::new(cover_sign(cover), SIGN + 1.0, &capital(speech.words(key))));
        }
    }
    let open = covers().any(|one| matches!(one, Cover::CannotBeSaid | Cover::NobodyRated));
    if open || leads().any(|lead| matches!(lead.falls_short, Measure::Undefined(_))) {
        out.push(Sign::unknown(&capital(speech.words("picture-leadership-unknown"))));
    }
    out
}

fn description(speech: &Speech<'_>, found: &Leadership) -> Inlines {
    let mut all = vec![speech.words("picture-leadership-shows")];
    all.push(match found.phase_at_hand {
        Some(phase) => speech.say("picture-leadership-in", args! {"phase": speech.term(phase)}),
        None => speech.words("picture-leadership-no-phase"),
    });
    for phase in &found.phases {
        let most = told(phase.leads.len(), SHOWN);
        let who = speech.few(phase.leads.iter().map(|lead| member(speech, &lead.member)).collect(), most);
        let who = if phase.leads.is_empty() {
            speech.words("lead-nobody")
        } else {
            speech.say("leads", args! {"all": who, "n": phase.leads.len()})
        };
        all.push(speech.say("picture-leadership-of", args! {"phase": capital(speech.term(phase.phase)), "who": who}));
    }
    let overs = found.changes.iter().filter(|change| change.next == Measure::Known(true)).flat_map(|c| &c.hand_over);
    all.extend(overs.map(|over| hand_over(speech, over).text));
    all.push(speech.words("picture-leadership-care"));
    sentences(all.into_iter().map(capital))
}
