//! The base set of advice. The advice is the collaboration handbook's, in words of our own; its placing in quadrants,
//! the levels and the open cells are own rules.

use std::collections::BTreeMap;

use super::{Advice, Cell, Row, Text};
use crate::id::Slug;
use crate::vocabulary::Mendelow::{KeepInformed, KeepSatisfied, KeyPlayers, MinimalEffort};
use crate::vocabulary::Participation::{Advise, CoDecide, CoProduce, Consult, Inform};
use crate::vocabulary::SupportSide::{Doubter, Opponent, Supporter};
use crate::vocabulary::{Mendelow, Participation, SupportSide};

/// Id, Dutch, English.
type Line = (&'static str, &'static str, &'static str);

const TOOLS: &[Line] = &[
    ("personal-conversation", "Persoonlijk gesprek, bij hen op bezoek", "A personal conversation, at their place"),
    ("steering-group", "Stuurgroep waarin ze een vaste plek hebben", "A steering group in which they have a seat"),
    (
        "working-session",
        "Werksessie waarin je samen aan één schets werkt",
        "A working session around one shared sketch",
    ),
    (
        "mediated-conversation",
        "Gesprek onder leiding van iemand die jullie allebei vertrouwen",
        "A conversation led by somebody whom both of you trust",
    ),
    (
        "joint-fact-finding",
        "Samen de feiten uitzoeken: eerst het eens worden over de vraag, dan pas meten",
        "Joint fact-finding: agree on the question first, then measure",
    ),
    (
        "decision-note",
        "Notitie van één bladzijde, gekoppeld aan hun eigen programma",
        "A one-page note, tied to their own programme",
    ),
    ("milestone-call", "Telefoontje van vijf minuten bij elke mijlpaal", "A five-minute phone call at every milestone"),
    ("site-visit", "Werkbezoek aan een plek waar het al draait", "A site visit to a place where it already runs"),
    (
        "sounding-board",
        "Klankbordgroep die een paar keer per jaar meedenkt",
        "A sounding board that thinks along a few times a year",
    ),
    (
        "ambassadors",
        "Ambassadeurs die het verhaal in hun eigen kring vertellen",
        "Ambassadors who tell the story in their own circle",
    ),
    (
        "meeting-nearby",
        "Bijeenkomst bij hen om de hoek, op een tijd die hun past",
        "A meeting close to them, at a time that suits them",
    ),
    ("kitchen-table-talk", "Keukentafelgesprek bij iemand thuis", "A kitchen-table talk at somebody's home"),
    (
        "demonstration",
        "Demonstratie ter plekke: kijken, aanraken, vragen stellen",
        "A demonstration on the spot: look, touch, ask",
    ),
    (
        "value-mapping-session",
        "Waardensessie: samen in kaart brengen wat ieder wint en verliest",
        "A value-mapping session: what does each of us gain, and lose?",
    ),
    (
        "newsletter",
        "Korte nieuwsbrief waarop je gewoon kunt antwoorden",
        "A short newsletter that people can simply reply to",
    ),
    (
        "project-page",
        "Webpagina met de hoofdlijn en de meestgestelde vragen",
        "A web page with the outline and the questions asked most",
    ),
    (
        "question-desk",
        "Eén telefoonnummer en één mailadres voor vragen",
        "One phone number and one e-mail address for questions",
    ),
    ("celebration", "Feestelijk moment waar iedereen kan binnenlopen", "A celebration that anybody can walk into"),
];

const TIPS: &[Line] = &[
    (
        "early-at-the-table",
        "Haal ze aan tafel voordat de keuzes vastliggen.",
        "Bring them to the table before the choices are made.",
    ),
    (
        "one-steady-contact",
        "Geef ze één vaste contactpersoon, die ook belt als er niets te vragen valt.",
        "Give them one steady contact, who also calls when there is nothing to ask.",
    ),
    (
        "shared-goal-in-a-sentence",
        "Schrijf het gezamenlijke doel in één zin op en laat ieder die zin in eigen woorden navertellen.",
        "Write the shared goal in one sentence, and let each of you retell it in your own words.",
    ),
    (
        "help-them-explain",
        "Vraag wat ze nodig hebben om dit aan hun achterban uit te leggen.",
        "Ask what they need to explain this to their own people.",
    ),
    (
        "ask-why",
        "Vraag waarom ze iets willen, niet alleen wat ze willen.",
        "Ask why they want something, not only what they want.",
    ),
    (
        "start-from-what-you-share",
        "Zoek het belang dat jullie delen en begin daar.",
        "Look for the interest that you share, and start there.",
    ),
    (
        "what-would-convince",
        "Vraag wat ze moeten zien om ja te kunnen zeggen, en laat dat zien.",
        "Ask what they need to see before they can say yes, and show them that.",
    ),
    (
        "agree-how-to-disagree",
        "Spreek af hoe je het oneens bent: eerst elkaar bellen, dan pas de krant.",
        "Agree on how to disagree: call each other first, the newspaper later.",
    ),
    (
        "one-page-one-question",
        "Houd het kort: één bladzijde, één vraag, één gezicht.",
        "Keep it short: one page, one question, one face.",
    ),
    (
        "their-own-programme",
        "Begin bij wat hen drijft en bij het programma dat ze al uitvoeren.",
        "Start from what drives them, and from the programme that they already run.",
    ),
    (
        "share-the-credit",
        "Laat hun aandeel zien op de momenten die voor hen tellen.",
        "Show their part in it at the moments that count for them.",
    ),
    (
        "the-larger-picture",
        "Laat zien waar dit past in het grotere geheel, met een voorbeeld dat ze kennen.",
        "Show where this fits in the larger picture, with an example that they know.",
    ),
    (
        "a-small-step",
        "Vraag om een kleine stap, niet meteen om een groot besluit.",
        "Ask for a small step, not straight away for a big decision.",
    ),
    (
        "no-surprises",
        "Verras ze niet: breng slecht nieuws zelf, en als eerste.",
        "Do not surprise them: bring bad news yourself, and be the first.",
    ),
    (
        "say-what-it-costs",
        "Zeg eerlijk wat dit hun kost en vraag wat daartegenover moet staan.",
        "Say honestly what this costs them, and ask what should stand against it.",
    ),
    (
        "advice-and-answer",
        "Leg je aanpak aan ze voor en vertel daarna wat je met hun advies hebt gedaan.",
        "Put your approach to them, and tell them afterwards what you did with their advice.",
    ),
    (
        "let-them-tell-it",
        "Laat hen het vertellen: een buur of collega wordt eerder geloofd dan jij.",
        "Let them tell it: a neighbour or colleague is believed sooner than you are.",
    ),
    (
        "share-the-unfinished",
        "Deel ook wat nog niet af is; dan kunnen ze nog iets toevoegen.",
        "Share what is not finished too; then they can still add to it.",
    ),
    (
        "weigh-values-together",
        "Leg de waarden naast elkaar en weeg ze samen, ook de waarden die jou niet goed uitkomen.",
        "Lay the values side by side and weigh them together, also those that do not suit you.",
    ),
    (
        "from-their-day",
        "Vertel het vanuit hun dag: wat merken ze ervan, en wanneer?",
        "Tell it from their day: what will they notice, and when?",
    ),
    (
        "answer-every-question",
        "Verzamel hun vragen en beantwoord ze allemaal, desnoods met ‘dat weten we nog niet’.",
        "Collect their questions and answer every one, if need be with ‘we do not know yet’.",
    ),
    (
        "listen-first",
        "Ga langs en luister eerst; leg pas iets uit als ze ernaar vragen.",
        "Drop by and listen first; explain only when they ask.",
    ),
    (
        "show-what-changed",
        "Laat zien wat er door hun inbreng is veranderd, of zeg eerlijk waarom niet.",
        "Show what has changed because of what they said, or say honestly why nothing has.",
    ),
    (
        "easy-to-join",
        "Maak aanmelden en antwoorden zo makkelijk dat het in een halve minuut kan.",
        "Make signing up and answering so easy that it takes half a minute.",
    ),
    (
        "invite-widely",
        "Nodig bij een succes ruim uit, ook wie er alleen maar van hoorde.",
        "When something succeeds, invite widely, also those who only heard of it.",
    ),
    (
        "plain-words",
        "Leg in gewone woorden uit wat er komt, wat het doet en wat het niet doet.",
        "Explain in plain words what is coming, what it does and what it does not do.",
    ),
    (
        "one-good-example",
        "Laat één goed voorbeeld het werk doen; een lange tekst voedt de twijfel.",
        "Let one good example do the work; a long text feeds the doubt.",
    ),
    (
        "answer-within-a-week",
        "Zeg waar ze met bezwaren terechtkunnen en antwoord binnen een week.",
        "Say where they can bring objections, and answer within a week.",
    ),
    (
        "do-not-chase",
        "Probeer ze niet over te halen; zorg dat ze je weten te vinden.",
        "Do not try to win them over; make sure that they know where to find you.",
    ),
    (
        "ask-where-they-stand",
        "Vraag hoe ze erin staan voordat je iets vraagt of belooft.",
        "Ask where they stand before you ask or promise anything.",
    ),
    (
        "find-out-their-weight",
        "Zoek uit hoeveel invloed ze hebben en hoe belangrijk dit voor hen is.",
        "Find out how much power they have, and how much this matters to them.",
    ),
];

/// The advice of one cell.
struct Given {
    quadrant: Option<Mendelow>,
    support: Option<SupportSide>,
    level: Option<Participation>,
    nl: &'static str,
    en: &'static str,
    tools: &'static [&'static str],
    tips: &'static [&'static str],
}

const ROWS: &[Given] = &[
    Given {
        quadrant: Some(KeyPlayers),
        support: Some(Supporter),
        level: Some(CoDecide),
        nl: "Houd ze dichtbij: stel samen het doel vast en beslis samen.",
        en: "Keep them close: set the goal together, and decide together.",
        tools: &["steering-group", "personal-conversation", "working-session"],
        tips: &["early-at-the-table", "one-steady-contact", "shared-goal-in-a-sentence", "help-them-explain"],
    },
    Given {
        quadrant: Some(KeyPlayers),
        support: Some(Doubter),
        level: Some(CoProduce),
        nl: "Zoek samen uit wat hen tegenhoudt en maak het plan daar beter mee.",
        en: "Find out together what holds them back, and make the plan better with it.",
        tools: &["personal-conversation", "working-session", "site-visit"],
        tips: &["early-at-the-table", "ask-why", "start-from-what-you-share", "what-would-convince"],
    },
    Given {
        quadrant: Some(KeyPlayers),
        support: Some(Opponent),
        level: Some(Advise),
        nl: "Blijf in gesprek, zoek wat jullie delen en spreek af hoe je het oneens kunt zijn.",
        en: "Keep talking, look for what you share, and agree on how to disagree.",
        tools: &["personal-conversation", "mediated-conversation", "joint-fact-finding"],
        tips: &["early-at-the-table", "ask-why", "start-from-what-you-share", "agree-how-to-disagree"],
    },
    Given {
        quadrant: Some(KeepSatisfied),
        support: Some(Supporter),
        level: Some(Consult),
        nl: "Houd hun steun vast zonder veel van hun tijd te vragen.",
        en: "Hold on to their support without asking much of their time.",
        tools: &["decision-note", "milestone-call"],
        tips: &["one-page-one-question", "their-own-programme", "share-the-credit"],
    },
    Given {
        quadrant: Some(KeepSatisfied),
        support: Some(Doubter),
        level: Some(Consult),
        nl: "Laat zien wat dit toevoegt aan het beleid en de programma's waar zij voor staan.",
        en: "Show what this adds to the policies and programmes that they stand for.",
        tools: &["decision-note", "personal-conversation", "site-visit"],
        tips: &["the-larger-picture", "their-own-programme", "a-small-step"],
    },
    Given {
        quadrant: Some(KeepSatisfied),
        support: Some(Opponent),
        level: Some(Consult),
        nl: "Laat zien wat dit in het grotere geheel oplevert, en wees eerlijk over wat het van hen vraagt.",
        en: "Show what this brings in the larger picture, and be honest about what it asks of them.",
        tools: &["personal-conversation", "decision-note"],
        tips: &["the-larger-picture", "say-what-it-costs", "no-surprises"],
    },
    Given {
        quadrant: Some(KeepInformed),
        support: Some(Supporter),
        level: Some(Advise),
        nl: "Vertel ze alles, laat ze meedenken over de aanpak en geef hun enthousiasme een podium.",
        en: "Tell them everything, let them think along about the approach, and give their enthusiasm a stage.",
        tools: &["newsletter", "sounding-board", "ambassadors"],
        tips: &["advice-and-answer", "let-them-tell-it", "share-the-unfinished"],
    },
    Given {
        quadrant: Some(KeepInformed),
        support: Some(Doubter),
        level: Some(Advise),
        nl: "Laat zien wat het hun brengt en verken samen de kansen.",
        en: "Show what it brings them, and explore the opportunities together.",
        tools: &["demonstration", "meeting-nearby", "value-mapping-session"],
        tips: &["from-their-day", "weigh-values-together", "answer-every-question"],
    },
    Given {
        quadrant: Some(KeepInformed),
        support: Some(Opponent),
        level: Some(Advise),
        nl: "Neem hun zorgen serieus, weeg samen de waarden en praat dan pas over de kansen.",
        en: "Take their worries seriously, weigh the values together, and only then talk about the opportunities.",
        tools: &["kitchen-table-talk", "value-mapping-session", "meeting-nearby"],
        tips: &["listen-first", "weigh-values-together", "from-their-day", "show-what-changed"],
    },
    Given {
        quadrant: Some(MinimalEffort),
        support: Some(Supporter),
        level: Some(Inform),
        nl: "Houd hun steun warm met de hoofdlijn en vier de successen in brede kring.",
        en: "Keep their support warm with the outline, and celebrate the successes in a wide circle.",
        tools: &["newsletter", "celebration"],
        tips: &["easy-to-join", "invite-widely"],
    },
    Given {
        quadrant: Some(MinimalEffort),
        support: Some(Doubter),
        level: Some(Inform),
        nl: "Neem twijfel weg met de hoofdlijn: wat is dit project, en wat merk je ervan?",
        en: "Take doubt away with the outline: what is this project, and what will you notice of it?",
        tools: &["project-page", "demonstration"],
        tips: &["plain-words", "one-good-example"],
    },
    Given {
        quadrant: Some(MinimalEffort),
        support: Some(Opponent),
        level: Some(Inform),
        nl: "Vertel eerlijk de hoofdlijn en wees bereikbaar voor wie bezwaar heeft.",
        en: "Tell the outline honestly, and be there for those who object.",
        tools: &["project-page", "question-desk"],
        tips: &["plain-words", "answer-within-a-week", "do-not-chase"],
    },
    // With the side open there is a level where it is the same for all three sides.
    Given {
        quadrant: Some(KeyPlayers),
        support: None,
        level: None,
        nl: "Zoek ze vroeg op en hoor zelf hoe ze erin staan.",
        en: "Go and see them early, and hear for yourself where they stand.",
        tools: &["personal-conversation"],
        tips: &["ask-where-they-stand", "early-at-the-table"],
    },
    Given {
        quadrant: Some(KeepSatisfied),
        support: None,
        level: Some(Consult),
        nl: "Vraag kort hoe ze erin staan en sluit aan bij wat ze al doen.",
        en: "Ask briefly where they stand, and join in with what they already do.",
        tools: &["personal-conversation", "milestone-call"],
        tips: &["ask-where-they-stand", "one-page-one-question", "their-own-programme"],
    },
    Given {
        quadrant: Some(KeepInformed),
        support: None,
        level: Some(Advise),
        nl: "Houd ze goed op de hoogte en vraag wat ze ervan vinden.",
        en: "Keep them well informed, and ask what they make of it.",
        tools: &["newsletter", "meeting-nearby"],
        tips: &["ask-where-they-stand", "from-their-day"],
    },
    Given {
        quadrant: Some(MinimalEffort),
        support: None,
        level: Some(Inform),
        nl: "Vertel de hoofdlijn en let op wie er reageert.",
        en: "Tell the outline, and notice who responds.",
        tools: &["project-page", "newsletter"],
        tips: &["plain-words", "easy-to-join"],
    },
    Given {
        quadrant: None,
        support: Some(Supporter),
        level: None,
        nl: "Bedank ze voor hun steun en vraag wat ze willen en kunnen doen.",
        en: "Thank them for their support, and ask what they want to do and can do.",
        tools: &["personal-conversation"],
        tips: &["find-out-their-weight", "help-them-explain"],
    },
    Given {
        quadrant: None,
        support: Some(Doubter),
        level: None,
        nl: "Vraag naar hun twijfel en beloof nog niets.",
        en: "Ask about their doubts, and promise nothing yet.",
        tools: &["personal-conversation"],
        tips: &["find-out-their-weight", "answer-every-question"],
    },
    Given {
        quadrant: None,
        support: Some(Opponent),
        level: None,
        nl: "Luister naar hun bezwaar en hoor wat er voor hen op het spel staat.",
        en: "Listen to their objection, and hear what is at stake for them.",
        tools: &["personal-conversation"],
        tips: &["find-out-their-weight", "listen-first"],
    },
];

pub(super) fn advice() -> Advice {
    let rows = ROWS.iter().map(|given| {
        let row = Row {
            goal: Some(Text::dutch_and_english(given.nl, given.en)),
            level: given.level,
            tools: Some(ids(given.tools)),
            tips: Some(ids(given.tips)),
        };
        (Cell { quadrant: given.quadrant, support: given.support }, row)
    });
    Advice { tools: texts(TOOLS), tips: texts(TIPS), rows: rows.collect() }
}

fn texts(lines: &[Line]) -> BTreeMap<Slug, Text> {
    let id = |id: &str| Slug::new(id).ok();
    lines.iter().filter_map(|(name, nl, en)| Some((id(name)?, Text::dutch_and_english(nl, en)))).collect()
}

fn ids(names: &[&str]) -> Vec<Slug> {
    names.iter().filter_map(|name| Slug::new(name).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_table_is_lost() {
        let set = advice();
        assert_eq!((set.tools.len(), set.tips.len(), set.rows.len()), (TOOLS.len(), TIPS.len(), ROWS.len()));
        for (given, row) in ROWS.iter().map(|g| (g, &set.rows[&Cell { quadrant: g.quadrant, support: g.support }])) {
            for (names, ids, of) in [(given.tools, &row.tools, &set.tools), (given.tips, &row.tips, &set.tips)] {
                let ids = ids.as_ref().unwrap();
                assert_eq!(ids.len(), names.len());
                assert!(ids.iter().all(|id| of.contains_key(id)), "{names:?}");
            }
        }
    }
}
