//! The cards of a report, and the grounds that its statements fold away.
#![cfg(all(feature = "report", feature = "toml"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "rich/mod.rs"]
mod rich;

use std::collections::BTreeSet;

use polder::analysis::{Cut, Cuts, GridOptions, Settings};
use polder::report::{Format, Locale, ReportOptions, Section, report};
use polder::vocabulary::Vocabulary;
use polder::{Document, Model};

const EXAMPLE: &str = include_str!("../examples/models/slimme-straatverlichting.toml");
const MODELS: [&str; 3] = [
    EXAMPLE,
    include_str!("../examples/models/paris-airport.toml"),
    include_str!("../examples/models/two-parties.toml"),
];

fn model(text: &str) -> Model {
    Model::try_from(Document::from_toml(text).unwrap()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn write(model: &Model, lang: &str, format: Format, sections: &[Section]) -> String {
    let locale = Locale::builtin(lang).unwrap();
    let report = report(model, &locale, &ReportOptions::new().sections(sections.iter().copied()));
    assert_eq!(report.missing_words(), [""; 0], "{lang}");
    report.render(format)
}

fn cards(text: &str, lang: &str, format: Format) -> String {
    write(&model(text), lang, format, &[Section::Cards])
}

/// The card of a party in Markdown, without its heading.
fn card(markdown: &str, name: &str) -> String {
    let (_, rest) = markdown.split_once(&format!("### {name}\n")).unwrap_or_else(|| panic!("no card of {name}"));
    rest.split("\n### ").next().unwrap().to_owned()
}

/// The line of a card with a term.
fn line<'c>(card: &'c str, term: &str) -> &'c str {
    let mark = format!("- **{term}:** ");
    card.lines().find_map(|l| l.strip_prefix(mark.as_str())).unwrap_or_else(|| panic!("no {term} in {card}"))
}

#[test]
fn every_party_has_one_card_in_every_format() {
    for text in MODELS {
        let m = model(text);
        for lang in Locale::BUILTIN {
            let html = cards(text, lang, Format::Html);
            let (markdown, plain) = (cards(text, lang, Format::Markdown), cards(text, lang, Format::Text));
            for (id, _) in m.parties() {
                assert_eq!(html.matches(&format!("id=\"party-{id}\"")).count(), 1, "{id}");
            }
            // One heading of the section, one for each party.
            let all = m.parties().len() + 1;
            assert_eq!(html.matches("<h3").count(), all, "{lang}");
            assert_eq!(markdown.lines().filter(|l| l.starts_with("### ")).count(), all, "{lang}");
            let ruled = plain.lines().filter(|l| !l.is_empty() && l.chars().all(|c| c == '-')).count();
            assert_eq!(ruled, all, "{lang}");
        }
    }
}

#[test]
fn the_focal_party_comes_first_and_the_others_by_name() {
    let markdown = cards(EXAMPLE, "en", Format::Markdown);
    let names: Vec<String> =
        markdown.lines().filter_map(|l| l.strip_prefix("### ")).skip(1).map(str::to_lowercase).collect();
    assert!(names[0].contains("lindeveen"), "{names:?}");
    assert!(names[1..].is_sorted(), "{names:?}");
}

const KNOWN: &str = r#"
polder = 1
[project]
focal = "city"
[party.city]
name = "City"
kind = "government"
partner = true
power = 4
interest-level = 5
attitude = 2
umbrella-of = ["street"]
contact = { channel = "coffee" }
stakes = { light = 2, secret = 1 }
trusts = { street = 2 }
[party.street]
name = "Street"
kind = "residents"
sector = "user"
part-of = "city"
power = [{ score = 2, by = "qzqann" }, { score = 4, by = "qzqbob" }]
interest-level = 3
attitude = -2
urgency = "unknown"
notes = "qzqnote"
tags = ["qzqtag"]
annotations = { qzqkey = "qzqvalue" }
responsibilities = { formal = ["keeps the keys"], informal = [] }
contact = { channel = "phone", frequency = "weekly", owner = "Ann" }
ring = { actual = "be-informed", desired = "co-think" }
engagement = { current = "resistant", desired = "neutral" }
depends-on.city = [{ resource = "permits", importance = 5, substitutability = 1 }]
influences = { city = 3 }
trusts = { city = 1 }
ties = { city = -1 }
values = { calm = 5, thrift = "unknown" }
[party.street.stakes]
light = { stance = -2, salience = 4, position = 1, said = "qzqsaid", why = "qzqwhy" }
secret = { stance = 2, disclosed = false }
[interest.light]
name = "Light"
[interest.secret]
name = "Secret wish"
[value.calm]
name = "Calm"
[value.thrift]
name = "Thrift"
[[force]]
id = "dark"
name = "Fear of the dark"
side = "driving"
strength = 3
party = "street"
[[flow]]
from = "street"
to = "city"
name = "Taxes"
[member.qzqann]
name = "Qzqann"
party = "street"
[member.bo]
name = "Bo"
party = "street"
leads = ["start"]
style = { informal = 4 }
"#;

#[test]
fn what_is_on_record_stands_on_the_card() {
    let markdown = cards(KNOWN, "en", Format::Markdown);
    let street = card(&markdown, "Street");
    assert_eq!(line(&street, "Is"), "residents; sector: user");
    assert_eq!(line(&street, "Affiliation"), "part of City; represented by City");
    assert_eq!(line(&street, "Contact"), "phone, weekly, kept by Ann");
    // How we keep contact among ourselves stands in no plan, and so on no card.
    assert!(!markdown.contains("coffee"), "{markdown}");
    assert_eq!(line(&street, "Formally responsible for"), "keeps the keys");
    assert_eq!(line(&street, "Informal role"), "none");
    assert_eq!(line(&street, "Ratings"), "power 3 (2 to 4); interest level 3; attitude −2");
    assert_eq!(line(&street, "Not rated"), "urgency");
    let light = line(&street, "Interests");
    assert!(light.starts_with("“Light” −2") && light.contains("salience 4"), "{light}");
    assert!(!light.contains("Secret"), "{light}");
    assert_eq!(line(&street, "Interests not disclosed"), "1");
    assert!(line(&street, "Note").contains("care"), "{street}");
    assert_eq!(line(&street, "Values"), "Calm 5; Thrift ?");
    assert_eq!(line(&street, "Trusts"), "City 1");
    assert_eq!(line(&street, "Trusted by"), "City 2");
    assert_eq!(line(&street, "Ties with"), "City −1");
    assert_eq!(line(&street, "Influences"), "City 3");
    assert_eq!(line(&street, "Depends on"), "City (“permits”)");
    assert_eq!(line(&street, "Exerts"), "“Fear of the dark” (driving 3)");
    assert!(line(&street, "Value flows").contains("Taxes"));
    // Who is only known as a rater is not named.
    assert_eq!(line(&street, "In the project team"), "Bo (leads the phase start)");
    let city = card(&markdown, "City");
    assert!(line(&city, "Is").ends_with("this is us"), "{city}");
    assert_eq!(line(&city, "Affiliation"), "made up of Street; speaks for Street");
    assert_eq!(line(&city, "Influenced by"), "Street 3");
    assert_eq!(line(&city, "Others that depend on it"), "Street (“permits”)");
}

#[test]
fn what_follows_stands_on_the_card() {
    let markdown = cards(KNOWN, "en", Format::Markdown);
    let street = card(&markdown, "Street");
    assert_eq!(line(&street, "Force"), "−18 (restraining)");
    assert!(line(&street, "Place").contains("/"), "{street}");
    assert!(line(&street, "Other grids").contains("opponent"), "{street}");
    assert!(line(&street, "Rings that differ").contains("co-think"), "{street}");
    assert!(line(&street, "Towards the engagement we want").contains("step"), "{street}");
    assert!(line(&street, "Conflicts").contains("(1.00)") || line(&street, "Conflicts").contains("first"), "{street}");
    assert!(line(&street, "Forces it exerts").contains("against the goal"), "{street}");
    assert!(line(&street, "Influence").contains("influence"), "{street}");
}

#[test]
fn what_is_private_stands_on_no_card_and_in_no_grounds() {
    let m = model(KNOWN);
    for lang in Locale::BUILTIN {
        for format in Format::ALL {
            let text = write(&m, lang, *format, Section::ALL).to_lowercase();
            assert!(!text.contains("qzq"), "{lang} {format}");
        }
    }
}

/// What a page says of an interest that is not disclosed, it says with care: the grounds of other sections never name it.
#[test]
fn grounds_never_name_an_undisclosed_interest() {
    let html = write(&model(KNOWN), "en", Format::Html, &[Section::Who, Section::Grids, Section::Rings, Section::Plan]);
    assert!(html.contains("class=\"grounds\""));
    assert!(!html.contains("Secret wish"));
}

/// The tables of a page: the text of the heads of each, and its rows.
fn tables(html: &str) -> Vec<(String, Vec<String>)> {
    let inside = |text: &str, from: &str, to: &str| -> Vec<String> {
        text.split(from).skip(1).map(|part| part.split(to).next().unwrap().to_owned()).collect()
    };
    let all = inside(html, "<table", "</table>");
    all.iter()
        .map(|t| {
            (
                inside(t, "<thead", "</thead>").concat(),
                inside(&inside(t, "<tbody", "</tbody>").concat(), "<tr", "</tr>"),
            )
        })
        .collect()
}

/// Tables whose rows are what is on record, with nothing computed in them: by a head of theirs that others have not.
const AS_RECORDED: [(&str, &str); 5] = [
    ("Sector", "parties by the ring that they are recorded in"),
    ("Veiligheid", "importances as they were rated"),
    ("Clan", "culture profiles as they were rated"),
    ("Process – results", "culture profiles as they were rated"),
    ("tempo", "culture profiles as they were rated"),
];

/// Rows that say nothing but that nothing can be said.
const UNSAID: [(&str, &str); 1] = [("1 (unrated)", "claims without a rating, which stand below the table")];

#[test]
fn the_rows_of_tables_have_grounds() {
    let html = write(&model(EXAMPLE), "en", Format::Html, Section::ALL);
    let mut bare: BTreeSet<String> = BTreeSet::new();
    let mut grounded = 0;
    for (heads, rows) in tables(&html) {
        let recorded = AS_RECORDED.iter().any(|(head, _)| heads.contains(head));
        for row in rows {
            if row.contains("class=\"grounds\"") {
                grounded += 1;
            } else if !recorded && !UNSAID.iter().any(|(what, _)| row.contains(what)) {
                bare.insert(format!("{heads}: {row}"));
            }
        }
    }
    assert!(grounded > 60, "{grounded}");
    assert!(bare.is_empty(), "{bare:#?}");
}

#[test]
fn the_grounds_of_a_force_are_its_ratings() {
    let html = write(&model(KNOWN), "en", Format::Html, &[Section::ForceField]);
    assert!(html.contains("Force: the product of power 3 (2 to 4); interest level 3; attitude −2"), "{html}");
    assert!(html.contains("the sum of <bdi>City</bdi>: 40"), "{html}");
    let markdown = write(&model(KNOWN), "en", Format::Markdown, &[Section::ForceField]);
    assert!(!markdown.contains("the product of"), "grounds are for what can fold them away");
}

/// A term that leads to where its grounds stand leads somewhere.
#[test]
fn no_link_of_a_card_leads_nowhere() {
    for text in MODELS {
        let html = write(&model(text), "nl", Format::Html, Section::ALL);
        let dead: BTreeSet<&str> = html
            .split("href=\"#")
            .skip(1)
            .filter_map(|part| part.split('"').next())
            .filter(|to| !html.contains(&format!("id=\"{to}\"")))
            .collect();
        assert!(dead.is_empty(), "{dead:?}");
    }
}

#[test]
fn the_cards_do_not_hang_on_the_order_of_the_file() {
    let m = model(EXAMPLE);
    let again = model(&Document::from(&m).to_toml());
    assert_eq!(write(&m, "nl", Format::Html, &[Section::Cards]), write(&again, "nl", Format::Html, &[Section::Cards]));
}

#[test]
fn two_parties_take_few_lines() {
    let markdown = cards(MODELS[2], "en", Format::Markdown);
    let lines = markdown.lines().filter(|l| l.starts_with("- **")).count();
    assert!(lines < 60, "{lines} lines");
}

/// The lines of cards that list the things of a party.
fn longest(cards: &str, term: &str) -> usize {
    let mark = format!("- **{term}:** ");
    cards.lines().filter_map(|l| l.strip_prefix(mark.as_str())).map(|l| l.split("; ").count()).max().unwrap()
}

#[test]
fn cards_name_everything_that_a_page_has_room_for() {
    let all = Section::ALL;
    let mut shares = Vec::new();
    for n in [60, 90, 100] {
        let model = model(&rich::rich(n));
        let page = write(&model, "en", Format::Html, all);
        assert!(page.len() < 2_000_000, "{}", page.len());
        let cards = write(&model, "en", Format::Markdown, all);
        // By themselves they have room for everything.
        let alone = write(&model, "en", Format::Markdown, &[Section::Cards]);
        let lengths = |cards: &str| ["Interests", "Trusts", "Influences"].map(|term| longest(cards, term));
        println!("{n} parties: {} bytes, {:?} of {:?}", page.len(), lengths(&cards), lengths(&alone));
        assert!(lengths(&alone).iter().all(|n| *n > 6));
        shares.push(match (lengths(&cards), lengths(&alone)) {
            (named, all) if named == all => usize::MAX,
            // How many are left stands at the end.
            ([one, two, three], _) if one == two && two == three => one - 1,
            other => panic!("{other:?}"),
        });
    }
    assert!(shares.is_sorted_by(|more, less| more >= less), "{shares:?}");
    assert_eq!((shares[0], shares[2]), (usize::MAX, 2), "{shares:?}");
}

/// Interests that are not disclosed are counted on a card, and nothing of them is told: by no line, of no party.
#[test]
fn no_card_tells_an_undisclosed_interest() {
    let latent = KNOWN.replace("secret = 1 }", "secret = -2 }");
    let markdown = cards(&latent, "en", Format::Markdown);
    let street = card(&markdown, "Street");
    assert!(line(&street, "Conflicts").contains("handle with care"), "a conflict behind it is told: {street}");
    let city = card(&markdown, "City");
    assert!(line(&city, "Interests").contains("Secret wish"), "what a party says itself, it says: {city}");
    let said: Vec<&str> =
        markdown.lines().filter(|l| l.contains("Secret") && !l.starts_with("- **Interests:**")).collect();
    assert_eq!(said, [""; 0]);
}

/// Disclosed and undisclosed stakes in one interest are held back together, and so neither is called undisclosed.
#[test]
fn grounds_that_are_held_back_accuse_nobody() {
    for (lang, neutral, accusing) in
        [("en", "not named here", "have not disclosed"), ("nl", "hier niet genoemd word", "niet hebben uitgesproken")]
    {
        let html = write(&model(KNOWN), lang, Format::Html, Section::ALL);
        let grounds: Vec<&str> =
            html.split("class=\"grounds\"").skip(1).filter_map(|part| part.split("</ul>").next()).collect();
        assert!(grounds.iter().any(|g| g.contains(neutral)), "{lang}");
        assert!(grounds.iter().all(|g| !g.contains(accusing)), "{lang}");
    }
}

#[test]
fn a_cut_stands_with_the_ratings_that_are_compared_with_it() {
    let text = "polder = 1\n[party.a]\ninterest-level = 4\nattitude = -1\n[party.b]\npower = 2\ninterest-level = 2\nattitude = 1\n\
                [party.c]\nattitude = -1\n";
    let places = |cuts: Cuts| {
        let settings = Settings::new().grid(GridOptions::new().cuts(cuts));
        let options = ReportOptions::new().sections([Section::Plan]).settings(settings);
        let html = report(&model(text), &Locale::builtin("en").unwrap(), &options).render(Format::Html);
        let places = html.split("<li>The place: follows from ").skip(1);
        places.map(|rest| rest.split("</li>").next().unwrap().to_owned()).collect::<BTreeSet<_>>()
    };
    let set = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<BTreeSet<_>>();
    let alone = ["interest level 4; line at 3; attitude −1", "attitude −1"];
    assert_eq!(places(Cuts::new()), set(&[alone[0], alone[1], "power 2; interest level 2; line at 3; attitude +1"]));
    // The cut of a rating that is not known is no ground; cuts that differ stand each with its own.
    let apart = "power 2; line at 4; interest level 2; line at 3; attitude +1";
    assert_eq!(places(Cuts::new().power(Cut::at(4.0).unwrap())), set(&[alone[0], alone[1], apart]));
}

#[test]
fn what_is_not_disclosed_stands_nowhere_without_a_warning() {
    let text = "polder = 1\n[project]\nfocal = \"us\"\n[party.us]\nstakes = { secret = 2, ours = { stance = 1, disclosed = false } }\n\
                [party.them]\nstakes = { secret = { stance = -2, disclosed = false }, ours = -1 }\n\
                [party.third]\nstakes = { secret = { stance = \"unknown\", disclosed = false }, third = 2 }\n\
                [interest.secret]\nname = \"Secret\"\n[interest.ours]\nname = \"Ours\"\n[interest.third]\n";
    let m = model(text);
    let options = |section| ReportOptions::new().sections([section]);
    let of = |section| report(&m, &Locale::builtin("en").unwrap(), &options(section)).render(Format::Text);
    for section in Section::ALL {
        let text = of(*section);
        // The head has a warning of its own.
        let body = text.split_once("In short").map_or(text.as_str(), |(_, rest)| rest.split_once('\n').unwrap().1);
        assert!(!body.contains("Secret") || body.contains("Handle with care"), "{section:?}: {body}");
    }
    let handbook = of(Section::Handbook);
    let rules: Vec<&str> = handbook.split("\n\n").flat_map(|part| part.split("\n1. ")).collect();
    assert!(rules.iter().any(|rule| rule.contains("over Secret")), "{handbook}");
}
