//! The culture profiles beside each other.
//!
//! The dimensions stand under each other, the scores run from left to right. A few profiles of a model stand in one field; of more,
//! each has a field of its own, against how far all of them reach and the median; of many, those that lie farthest from the median.

use maud::{Markup, html};

use super::beneath::{Beneath, MARGIN as LEFT};
use super::draw::{LINE, SIZE, SMALL, Shape, Side, Told, fit, group, mark, picture, px, shape, steps, text, wrap};
use super::heat::name as beside;
use super::legend::{Sign, sentences, signs, unknown, whisker};
use super::names::{in_lines, short};
use super::{Picture, PictureKind};
use crate::analysis::CultureDistance;
use crate::analysis::culture_distance::Profile;
use crate::id::{PartyId, Slug};
use crate::math::exact;
use crate::rating::Reading;
use crate::report::page::{Inlines, capital, plain};
use crate::report::sections::cultures::{dimension, dimensions, held, holders};
use crate::report::speech::{Speech, args, word};
use crate::scale::Scale;
use crate::vocabulary::{CultureModel, Vocabulary};

const KIND: PictureKind = PictureKind::Cultures;
/// How many profiles stand in one field.
const TOGETHER: usize = 4;
/// How many dimensions are drawn: of one's own, those that the most profiles know.
const DIMENSIONS: usize = 12;
/// How many parties without a place, and how many dimensions, are named.
const NAMED: usize = 3;
const WIDTH: f64 = 720.0;
/// The room for the names of dimensions.
const NAME: f64 = 170.0;
/// How many fields stand in a row, and how far apart.
const FIELDS: usize = 3;
const GAP: f64 = 14.0;
/// The room beside a field for scores that are not known.
const UNKNOWN: f64 = 16.0;
/// How much wider bold is.
const BOLD: f64 = 1.08;
const DASHES: [&str; 4] = ["none", "7 3", "2 2.5", "8 3 2 3"];

/// The culture profiles beside each other.
pub(in crate::report) fn draw(speech: &Speech<'_>, found: &CultureDistance) -> Option<Picture> {
    let all = held(speech, found);
    let of_models: Vec<OfModel<'_>> =
        found.models.iter().filter_map(|m| OfModel::of(speech, &all, m.model, fields(found.models.len()))).collect();
    if of_models.is_empty() {
        return None;
    }
    let mut y = 8.0;
    let mut blocks = Vec::new();
    for of_model in &of_models {
        let (drawn, height) = of_model.draw(y);
        blocks.push(drawn);
        y += height + 16.0;
    }
    let notes = beneath(speech, found, &of_models);
    let described = of_models.iter().flat_map(OfModel::described);
    let description = sentences(described.chain(notes.iter().cloned()));
    let beneath = Beneath { signs: legend(speech, &of_models), notes, lists: Vec::new() }.draw(y, WIDTH);
    let body = html! { @for block in blocks { (block) } (beneath.body) };
    Some(picture(KIND, &speech.words("picture-cultures-title"), &description, (WIDTH, y + beneath.height), body))
}

/// How many fields a model has for profiles of its own; of more profiles, one fewer, for the field of all of them. The fewer the more
/// models there are, so that the whole stays on a page.
fn fields(models: usize) -> usize {
    match models {
        0 | 1 => 12,
        2 => 9,
        _ => 6,
    }
}

/// How far the profiles reach on a dimension.
struct Reach {
    low: f64,
    median: f64,
    high: f64,
}

/// The profiles of one model.
struct OfModel<'a> {
    speech: &'a Speech<'a>,
    model: CultureModel,
    scale: Scale,
    dimensions: Vec<Slug>,
    /// How many dimensions are not drawn.
    more_dimensions: usize,
    /// How far the profiles reach, dimension by dimension; none where no score is known.
    reach: Vec<Option<Reach>>,
    /// Those that are drawn.
    profiles: Vec<&'a Profile>,
    /// Those that are within the reach only.
    others: Vec<&'a Profile>,
    /// Those without a known score.
    blank: Vec<&'a Profile>,
}

/// Where a field stands.
struct Field {
    left: f64,
    top: f64,
    width: f64,
    row: f64,
    scale: Scale,
}

impl Field {
    fn x(&self, raw: f64) -> f64 {
        self.left + self.width * self.scale.unit(raw)
    }

    fn y(&self, row: f64) -> f64 {
        self.top + self.row * (row + 0.5)
    }

    /// Where the scores stand that are not known.
    fn unknown(&self) -> f64 {
        self.left + self.width + UNKNOWN
    }
}

impl<'a> OfModel<'a> {
    fn of(speech: &'a Speech<'a>, held: &[&'a Profile], model: CultureModel, fields: usize) -> Option<Self> {
        let all: Vec<&Profile> = held.iter().copied().filter(|p| p.model == model).collect();
        let scale =
            all.iter().flat_map(|p| p.now.known.values().chain(p.desired.known.values())).map(|r| r.scale).next()?;
        let mut of_model = dimensions(model, &all);
        let more_dimensions = of_model.len().saturating_sub(DIMENSIONS);
        if more_dimensions > 0 {
            let known = |d: &Slug| all.iter().filter(|p| p.now.known.contains_key(d)).count();
            of_model.sort_by(|a, b| known(b).cmp(&known(a)).then_with(|| a.cmp(b)));
            of_model.truncate(DIMENSIONS);
            of_model.sort();
        }
        let reach: Vec<Option<Reach>> = of_model.iter().map(|d| reach(&all, d)).collect();
        let draws =
            |p: &Profile| of_model.iter().any(|d| p.now.known.contains_key(d) || p.desired.known.contains_key(d));
        let (mut profiles, blank): (Vec<&Profile>, Vec<&Profile>) = all.into_iter().partition(|p| draws(p));
        let mut others = Vec::new();
        if profiles.len() > fields {
            let far = |p: &Profile| far(p, &of_model, &reach);
            profiles.sort_by(|a, b| far(b).total_cmp(&far(a)).then_with(|| a.culture.cmp(&b.culture)));
            others = profiles.split_off(fields.saturating_sub(1));
        }
        (!profiles.is_empty()).then_some(Self {
            speech,
            model,
            scale,
            dimensions: of_model,
            more_dimensions,
            reach,
            profiles,
            others,
            blank,
        })
    }

    fn together(&self) -> bool {
        self.profiles.len() <= TOGETHER
    }

    fn raw(&self, raw: f64) -> String {
        self.speech.number(raw)
    }

    /// The block of the model from a height on, and how high it is.
    fn draw(&self, top: f64) -> (Markup, f64) {
        let speech = self.speech;
        let said = args! {"scale": speech.scale(&self.scale)};
        let head = plain(&speech.say(&format!("cultures-of-{}", self.model.word()), said));
        let head = fit(&head, SIZE, WIDTH - 2.0 * LEFT);
        let start = top + 26.0;
        let (fields, height) = if self.together() { self.in_one(start) } else { self.apart(start) };
        (html! { (text(LEFT, top + SIZE, Side::Start, "strong", &head)) (fields) }, 26.0 + height)
    }

    /// All profiles in one field, each on a lane of its own, with its name in a key beneath.
    fn in_one(&self, top: f64) -> (Markup, f64) {
        let lanes = self.profiles.iter().map(|_| 1.0).sum::<f64>();
        let row = (lanes * 14.0 + 14.0).max(30.0);
        let width = WIDTH - 2.0 * LEFT - NAME - UNKNOWN * 2.0;
        let field = Field { left: LEFT + NAME, top, width, row, scale: self.scale };
        let lane = |n: f64| (n - (lanes - 1.0) / 2.0) * 14.0;
        let entries: Vec<Sign> = self
            .profiles
            .iter()
            .enumerate()
            .map(|(n, profile)| {
                let drawn = html! {
                    line class="trace" stroke-dasharray=(dash(n)) x1="-17" y1="0" x2="17" y2="0" {}
                    (shape(shape_of(n), 0.0, 0.0, 5.0, &group(n)))
                };
                Sign::new(drawn, 17.0, &holders(self.speech, &profile.parties))
            })
            .collect();
        let rows = self.rows();
        let names = signs(&entries, LEFT, top + rows * row + 24.0, WIDTH - 2.0 * LEFT);
        let drawn = html! {
            (self.stripes(&field))
            (self.frame(&field, true))
            @for ((n, profile), step) in self.profiles.iter().enumerate().zip(steps()) {
                (self.profile(&field, profile, n, lane(step)))
            }
            (names.body)
        };
        (drawn, rows * row + 24.0 + names.height)
    }

    /// Each profile in a field of its own, against all of them.
    fn apart(&self, top: f64) -> (Markup, f64) {
        let row = 22.0;
        let all = (!self.others.is_empty()).then_some(None);
        let fields: Vec<Option<&Profile>> = all.into_iter().chain(self.profiles.iter().copied().map(Some)).collect();
        let each = (WIDTH - 2.0 * LEFT - NAME + GAP) / 3.0;
        let width = each - GAP - UNKNOWN * 1.5;
        let title = 2.0 * SMALL * LINE + 6.0;
        let height = title + self.rows() * row + 22.0;
        let names: Vec<String> =
            self.profiles.iter().flat_map(|p| &p.parties).map(|p| plain(&self.speech.party(p))).collect();
        let mut drawn = Vec::new();
        let mut y = top;
        for line in fields.chunks(FIELDS) {
            for ((place, field_of), first) in steps().zip(line).zip([true, false, false]) {
                let left = LEFT + NAME + place * each;
                let field = Field { left, top: y + title, width, row, scale: self.scale };
                let lines = match field_of {
                    Some(profile) => self.title(&profile.parties, &names, each - GAP),
                    None => {
                        let n = self.profiles.len().saturating_add(self.others.len());
                        let all = plain(&self.speech.say("picture-cultures-all", args! {"n": n}));
                        wrap(&all, SMALL, (each - GAP) / BOLD, 2)
                    }
                };
                let base = y + title - 6.0 - SMALL * LINE * lines.iter().skip(1).map(|_| 1.0).sum::<f64>();
                drawn.push(html! {
                    @for (line, n) in lines.iter().zip(steps()) {
                        (text(left, base + n * SMALL * LINE, Side::Start, "label small strong", line))
                    }
                    (self.frame(&field, first))
                    (self.backdrop(&field, field_of.is_none()))
                    @if let Some(profile) = field_of { (self.profile(&field, profile, 0, 0.0)) }
                });
            }
            y += height;
        }
        (html! { @for one in drawn { (one) } }, y - top)
    }

    /// Whose a field is, in two bold lines at most: as many names as fit whole, and how many more there are; where not even one fits
    /// whole, the first one shortened.
    fn title(&self, parties: &[PartyId], names: &[String], room: f64) -> Vec<String> {
        let speech = self.speech;
        let room = room / BOLD;
        let mut sorted: Vec<&PartyId> = parties.iter().collect();
        sorted.sort_by_key(|p| speech.place(p));
        let few = |first: Inlines, shown: usize| {
            let others = sorted.iter().skip(1).map(|p| speech.party(p));
            plain(&speech.few(std::iter::once(first).chain(others).collect(), shown))
        };
        let Some(first) = sorted.first().map(|p| speech.party(p)) else { return Vec::new() };
        let is_whole = |text: &str| {
            let lines = wrap(text, SMALL, room, 2);
            lines.iter().flat_map(|line| line.split_whitespace()).eq(text.split_whitespace()).then_some(lines)
        };
        // More than this never fit in two lines.
        let whole = (1..=sorted.len().min(12)).rev().find_map(|shown| is_whole(&few(first.clone(), shown)));
        if let Some(lines) = whole {
            return lines;
        }
        let name = plain(&first);
        if sorted.len() == 1 {
            return in_lines(&name, names, room, 2);
        }
        // The longest that leaves room for how many more there are.
        let of = |tenths: u32| few(word(short(&name, names, SMALL, room * f64::from(tenths) / 10.0)), 1);
        (5..=20).rev().find_map(|tenths| is_whole(&of(tenths))).unwrap_or_else(|| wrap(&of(5), SMALL, room, 2))
    }

    fn rows(&self) -> f64 {
        self.dimensions.iter().map(|_| 1.0).sum()
    }

    /// A stripe for each dimension, to hold its lanes together.
    fn stripes(&self, field: &Field) -> Markup {
        let (left, width) = (field.left - 8.0, field.width + 16.0);
        html! {
            @for (_, n) in self.dimensions.iter().zip(steps()) {
                @let y = field.top + field.row * n + 2.0;
                rect class="stripe" x=(px(left)) y=(px(y)) width=(px(width)) height=(px(field.row - 4.0)) {}
            }
        }
    }

    /// The field itself: its lines, its scale, the names of the dimensions.
    fn frame(&self, field: &Field, named: bool) -> Markup {
        let bottom = field.top + field.row * self.rows();
        let tick = |part: f64| format!("M{} {}V{}", px(field.left + field.width * part), px(field.top), px(bottom));
        let ticks = [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().map(tick);
        let row = |(_, n)| format!("M{} {}h{}", px(field.left), px(field.y(n)), px(field.width));
        let rows = self.dimensions.iter().zip(steps()).filter(|_| !self.together()).map(row);
        let middle = f64::midpoint(self.scale.min(), self.scale.max());
        let ends = [
            (self.scale.min(), Side::Start, field.left),
            (middle, Side::Middle, field.left + field.width / 2.0),
            (self.scale.max(), Side::End, field.left + field.width),
        ];
        html! {
            path class="grid" d=(ticks.chain(rows).collect::<String>()) {}
            @for (dimension_of, n) in self.dimensions.iter().zip(steps()).filter(|_| named) {
                @let name = plain(&capital(dimension(self.speech, self.model, dimension_of)));
                (beside(&name, &[], (field.left - 12.0, field.y(n)), Side::End, (NAME - 14.0, field.row)))
            }
            line class="line" x1=(px(field.left)) y1=(px(bottom)) x2=(px(field.left + field.width)) y2=(px(bottom)) {}
            @for (raw, side, x) in ends { (text(x, bottom + 13.0, side, "small quiet", &self.raw(raw))) }
        }
    }

    /// How far all of them reach, and the median.
    fn backdrop(&self, field: &Field, told: bool) -> Markup {
        let places: Vec<(f64, &Reach)> =
            steps().zip(&self.reach).filter_map(|(n, reach)| Some((field.y(n), reach.as_ref()?))).collect();
        let medians = steps().zip(&self.reach).map(|(n, reach)| Some((field.x(reach.as_ref()?.median), field.y(n))));
        // A dimension is a stripe, so that a single one has a breadth as well.
        let bands = places.iter().map(|(y, reach)| {
            let (low, high) = (field.x(reach.low), field.x(reach.high));
            html! {
                rect class="band" x=(px(low)) y=(px(y - field.row * 0.36)) width=(px((high - low).max(1.5)))
                    height=(px(field.row * 0.72)) {}
            }
        });
        let drawn = html! {
            @for band in bands { (band) }
            (line_through(medians, "2 2.5"))
            @for (y, reach) in &places {
                @let x = field.x(reach.median);
                line class="axis" x1=(px(x)) y1=(px(y - 5.0)) x2=(px(x)) y2=(px(y + 5.0)) {}
            }
        };
        if !told {
            return drawn;
        }
        let what = plain(&self.reaches());
        mark(&Told { what, ..Told::default() }, &drawn)
    }

    /// From where to where the profiles reach, dimension by dimension.
    fn reaches(&self) -> Inlines {
        let speech = self.speech;
        let of = self.dimensions.iter().zip(&self.reach).filter_map(|(d, reach)| {
            let reach = reach.as_ref()?;
            let said = args! {
                "dimension": dimension(speech, self.model, d), "low": self.raw(reach.low),
                "median": self.raw(reach.median), "high": self.raw(reach.high),
            };
            Some(speech.say("picture-cultures-reach", said))
        });
        let n = self.profiles.len().saturating_add(self.others.len());
        speech.say("picture-cultures-reaches", args! {"n": n, "all": speech.and(of)})
    }

    /// One profile: how it is, how it is wanted, and how far raters differ.
    fn profile(&self, field: &Field, profile: &Profile, n: usize, lane: f64) -> Markup {
        let lane = |row: f64| field.y(row) + lane;
        let rows = || self.dimensions.iter().zip(steps()).map(|(d, row)| (d, lane(row)));
        let now = rows().map(|(d, y)| Some((field.x(profile.now.known.get(d)?.raw), y)));
        let through = line_through(now, dash(n));
        let scored = rows().map(|(d, y)| {
            let (now, wanted) = (profile.now.known.get(d), profile.desired.known.get(d));
            html! {
                @if let (Some(now), Some(wanted)) = (now, wanted) {
                    line class="preferred" x1=(px(field.x(now.raw))) y1=(px(y)) x2=(px(field.x(wanted.raw))) y2=(px(y)) {}
                }
                @for reading in [now, wanted].into_iter().flatten() { (spread(field, reading, y)) }
                @if let Some(wanted) = wanted { (shape(shape_of(n), field.x(wanted.raw), y, 6.5, "hollow")) }
                @if let Some(now) = now {
                    (shape(shape_of(n), field.x(now.raw), y, 4.2, &group(n)))
                } @else {
                    (text(field.unknown(), y + 4.0, Side::Middle, "small strong", "?"))
                }
            }
        });
        let drawn = html! {
            (through)
            @for one in scored { (one) }
        };
        let told = Told { parties: profile.parties.clone(), kind: None, what: plain(&self.sentence(profile)) };
        mark(&told, &drawn)
    }

    /// What a profile is, dimension by dimension.
    fn sentence(&self, profile: &Profile) -> Inlines {
        let speech = self.speech;
        let one = |d: &Slug| {
            let of = dimension(speech, self.model, d);
            let (now, wanted) = (profile.now.known.get(d).copied(), profile.desired.known.get(d).copied());
            match wanted {
                Some(_) => {
                    let said = args! {"dimension": of, "now": speech.cell(now), "wanted": speech.cell(wanted)};
                    speech.say("picture-cultures-score-wanted", said)
                }
                None => speech.say("picture-cultures-score", args! {"dimension": of, "now": speech.cell(now)}),
            }
        };
        let mut parties: Vec<&PartyId> = profile.parties.iter().collect();
        parties.sort_by_key(|p| speech.place(p));
        let said = args! {
            "parties": speech.and(parties.into_iter().map(|p| speech.party(p))), "all": speech.and(self.dimensions.iter().map(one)),
        };
        let without =
            if profile.desired.known.is_empty() { speech.words("picture-cultures-no-wish") } else { Inlines::new() };
        sentences([capital(speech.say("picture-cultures-profile", said)), without])
    }

    /// What is to be seen of the model.
    fn described(&self) -> Vec<Inlines> {
        let speech = self.speech;
        let n = self.profiles.len().saturating_add(self.others.len());
        let counted = speech.say("picture-cultures-description", args! {"model": speech.term(self.model), "n": n});
        let mut out = vec![capital(counted)];
        if n > 1 {
            out.push(self.reaches());
        }
        let mut farthest: Vec<(f64, &Profile)> =
            self.profiles.iter().map(|p| (far(p, &self.dimensions, &self.reach), *p)).collect();
        farthest.sort_by(|(x, a), (y, b)| y.total_cmp(x).then_with(|| a.culture.cmp(&b.culture)));
        if let Some((_, profile)) = farthest.first().filter(|(x, _)| n > 2 && *x > 0.0) {
            let said = args! {"parties": holders(speech, &profile.parties)};
            out.push(speech.say("picture-cultures-farthest", said));
        }
        out
    }
}

/// A line through places, broken where one is not known.
fn line_through(places: impl Iterator<Item = Option<(f64, f64)>>, dashes: &str) -> Markup {
    let mut runs: Vec<Vec<String>> = vec![Vec::new()];
    for place in places {
        match (place, runs.last_mut()) {
            (Some((x, y)), Some(run)) => run.push(format!("{},{}", px(x), px(y))),
            _ => runs.push(Vec::new()),
        }
    }
    html! {
        @for run in runs.iter().filter(|run| run.len() > 1) {
            polyline class="trace" stroke-dasharray=(dashes) points=(run.join(" ")) {}
        }
    }
}

/// From the lowest to the highest that any rater allows.
fn spread(field: &Field, reading: &Reading, y: f64) -> Markup {
    let (low, high) = (field.x(reading.low), field.x(reading.high));
    html! {
        @if reading.low < reading.high {
            line class="axis" x1=(px(low)) y1=(px(y)) x2=(px(high)) y2=(px(y)) {}
            @for x in [low, high] { line class="axis" x1=(px(x)) y1=(px(y - 3.0)) x2=(px(x)) y2=(px(y + 3.0)) {} }
        }
    }
}

/// The shape of the nth profile.
fn shape_of(n: usize) -> Shape {
    Shape::ALL.iter().copied().cycle().nth(n % Shape::ALL.len()).unwrap_or(Shape::Circle)
}

/// The dashes of the line of the nth profile.
fn dash(n: usize) -> &'static str {
    DASHES.iter().copied().cycle().nth(n % DASHES.len()).unwrap_or("none")
}

fn reach(all: &[&Profile], dimension: &Slug) -> Option<Reach> {
    let raw: Vec<f64> = all.iter().filter_map(|p| p.now.known.get(dimension)).map(|r| r.raw).collect();
    let (low, high) = (raw.iter().copied().reduce(f64::min)?, raw.iter().copied().reduce(f64::max)?);
    Some(Reach { low, median: exact::median(&raw)?, high })
}

/// How far a profile lies from the median on average, in unit, over the dimensions that are known.
fn far(profile: &Profile, dimensions: &[Slug], reach: &[Option<Reach>]) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for (d, reach) in dimensions.iter().zip(reach) {
        if let (Some(reading), Some(reach)) = (profile.now.known.get(d), reach) {
            sum += reading.scale.apart(reading.raw, reach.median);
            count += 1.0;
        }
    }
    if count > 0.0 { sum / count } else { 0.0 }
}

fn legend(speech: &Speech<'_>, of_models: &[OfModel<'_>]) -> Vec<Sign> {
    let profiles = || of_models.iter().flat_map(|m| &m.profiles);
    let readings = |p: &Profile| p.now.known.values().chain(p.desired.known.values()).any(|r| r.low < r.high);
    let mut out = Vec::new();
    let mut add = |drawn: Markup, reach: f64, key: &str| out.push(Sign::new(drawn, reach, &speech.words(key)));
    add(shape(Shape::Circle, 0.0, 0.0, 4.2, &group(0)), 6.0, "picture-cultures-now");
    if profiles().any(|p| !p.desired.known.is_empty()) {
        add(shape(Shape::Circle, 0.0, 0.0, 6.5, "hollow"), 7.0, "picture-cultures-wanted");
    }
    if of_models.iter().any(|m| m.profiles.iter().any(|p| m.dimensions.iter().any(|d| !p.now.known.contains_key(d)))) {
        add(unknown(), 4.0, "picture-cultures-unknown");
    }
    if profiles().any(|p| readings(p)) {
        add(whisker("axis"), 13.0, "picture-spread");
    }
    if of_models.iter().any(|m| !m.together()) {
        add(html! { rect class="band" x="-12" y="-7" width="24" height="14" {} }, 12.0, "picture-cultures-band");
        let median = html! {
            line class="trace" stroke-dasharray="2 2.5" x1="-12" y1="0" x2="12" y2="0" {}
            line class="axis" x1="0" y1="-5" x2="0" y2="5" {}
        };
        add(median, 12.0, "picture-cultures-median");
    }
    out
}

/// What is to be said of what has no place.
fn beneath(speech: &Speech<'_>, found: &CultureDistance, of_models: &[OfModel<'_>]) -> Vec<Inlines> {
    let few = |mut parties: Vec<&PartyId>| {
        parties.sort_by_key(|p| speech.place(p));
        speech.few(parties.into_iter().map(|p| speech.party(p)).collect(), NAMED)
    };
    let mut out = Vec::new();
    for of_model in of_models {
        if !of_model.others.is_empty() {
            let parties: Vec<&PartyId> = of_model.others.iter().flat_map(|p| &p.parties).collect();
            let said = args! {
                "model": speech.term(of_model.model), "n": of_model.others.len(), "shown": of_model.profiles.len(),
                "parties": few(parties),
            };
            out.push(capital(speech.say("picture-cultures-others", said)));
        }
        if of_model.more_dimensions > 0 {
            let said = args! {"n": of_model.more_dimensions, "most": DIMENSIONS};
            out.push(speech.say("picture-cultures-more-dimensions", said));
        }
    }
    let drawn = |model: CultureModel| of_models.iter().find(|m| m.model == model);
    let blank = held(speech, found).into_iter().filter(|p| match drawn(p.model) {
        Some(of_model) => of_model.blank.iter().any(|b| b.culture == p.culture),
        None => true,
    });
    let blank: Vec<&PartyId> = blank.flat_map(|p| &p.parties).collect();
    if !blank.is_empty() {
        out.push(speech.say("picture-cultures-blank", args! {"n": blank.len(), "parties": few(blank)}));
    }
    if !found.without.is_empty() {
        let said = args! {"n": found.without.len(), "parties": few(found.without.iter().collect())};
        out.push(speech.say("picture-cultures-without", said));
    }
    out
}
