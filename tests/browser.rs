//! The HTML page in a browser: nothing loaded, nothing complains, everything by the keyboard, without a script, on a phone, on paper.
#![cfg(all(feature = "report", feature = "toml"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "browser/devtools.rs"]
mod devtools;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use devtools::Browser;
use polder::report::{Format, Locale, ReportOptions, report};
use polder::{Document, Model};
use serde_json::{Value, json};

const EXAMPLE: &str = include_str!("../examples/models/slimme-straatverlichting.toml");
const SCHEMES: [&str; 2] = ["light", "dark"];

/// One browser at a time: they share the machine.
static ONE: Mutex<()> = Mutex::new(());

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("browser").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs a test in a browser, where there is one.
fn in_browser(name: &str, test: impl FnOnce(&mut Browser, &dyn Fn(&str, &str) -> String)) {
    let _alone = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = folder(name);
    let Some(mut browser) = Browser::start(&folder) else { return };
    let write = |file: &str, text: &str| {
        let path = folder.join(file);
        std::fs::write(&path, text).unwrap();
        format!("file://{}", path.display())
    };
    test(&mut browser, &write);
}

fn page(lang: &str) -> String {
    let model = Model::try_from(Document::from_toml(EXAMPLE).unwrap()).unwrap();
    let report = report(&model, &Locale::builtin(lang).unwrap(), &ReportOptions::new());
    assert_eq!(report.missing_words(), [""; 0]);
    report.render(Format::Html)
}

/// What the browser complains of: exceptions, errors and warnings, those of the security policy among them.
fn complaints(events: &[Value]) -> Vec<String> {
    let serious = |level: &Value| level == "error" || level == "warning";
    let complains = |event: &&Value| match event["method"].as_str() {
        Some("Runtime.exceptionThrown") => true,
        Some("Runtime.consoleAPICalled") => serious(&event["params"]["type"]),
        Some("Log.entryAdded") => serious(&event["params"]["entry"]["level"]),
        _ => false,
    };
    events.iter().filter(complains).map(|event| event["params"].to_string()).collect()
}

/// What was asked of a network or a disk.
fn requests(events: &[Value]) -> Vec<String> {
    let asked = events.iter().filter(|e| e["method"] == "Network.requestWillBeSent");
    let urls = asked.map(|e| e["params"]["request"]["url"].as_str().unwrap().to_owned());
    urls.filter(|url| !url.starts_with("data:")).collect()
}

/// Presses the Tab key until an element that the script finds has the focus.
fn tab_to(browser: &mut Browser, selector: &str) {
    for _ in 0..400 {
        browser.press("Tab");
        if browser.is(&format!("document.activeElement.matches({selector:?})")) {
            return;
        }
    }
    panic!("the Tab key does not lead to {selector}");
}

/// Gives the focus to an element, as the Tab key would.
fn focus(browser: &mut Browser, script: &str) {
    assert!(
        browser.is(&format!("({script}).focus({{focusVisible: true}}), document.activeElement === {script}")),
        "{script}"
    );
}

const LINES: &str =
    "[...document.querySelectorAll('main [data-parties], main [data-kind]')].filter(e => e.checkVisibility())";

#[test]
fn nothing_is_loaded_and_nothing_complains() {
    in_browser("quiet", |browser, write| {
        for lang in Locale::BUILTIN {
            let url = write(&format!("{lang}.html"), &page(lang));
            for scheme in SCHEMES {
                browser.scheme(scheme);
                browser.size(1280, 900);
                let mut events = browser.open(&url);
                assert!(browser.is("!!document.querySelector('.controls')"), "the script ran");
                browser.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
                events.extend(browser.events());
                assert_eq!(requests(&events), [url.as_str()], "{lang} {scheme}");
                assert_eq!(complaints(&events), [""; 0], "{lang} {scheme}");
                let dark = browser.text("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)";
                assert_eq!(dark, scheme == "dark");
            }
        }
        // What would be loaded or would complain is seen: the same page with an alien image, style and script.
        let alien =
            "<main id=\"main\"><img src=\"https://example.invalid/x.png\" style=\"color:red\"><script>1</script>";
        let url = write("alien.html", &page("en").replacen("<main id=\"main\"", &format!("{alien}<p"), 1));
        let events = browser.open(&url);
        let complaints = complaints(&events).join("\n");
        for said in ["img-src", "style-src", "script-src"] {
            assert!(complaints.contains(said), "{said}: {complaints}");
        }
    });
}

#[test]
fn the_keyboard_alone_chooses_unfolds_and_sorts() {
    in_browser("keyboard", |browser, write| {
        let url = write("page.html", &page("nl"));
        browser.size(1280, 900);
        browser.open(&url);
        browser.press("Tab");
        assert!(browser.is("document.activeElement.matches('.skip')"), "the first stop skips to the content");
        tab_to(browser, "#choose-party");
        let all = browser.count(&format!("{LINES}.length"));
        browser.press("ArrowDown");
        let party = browser.text("document.activeElement.value");
        assert!(!party.is_empty(), "the arrow chooses a party");
        let some = browser.count(&format!("{LINES}.length"));
        assert!(0 < some && some < all, "{some} of {all}");
        let others = format!(
            "{LINES}.filter(e => e.matches('li, tr') && e.dataset.parties !== undefined\
             && !e.dataset.parties.split(' ').includes({party:?})\
             && !e.closest('section[data-parties]')).length"
        );
        assert_eq!(browser.count(&others), 0);
        let said = browser.text("document.querySelector('.controls [aria-live]').textContent");
        let mut numbers = said.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<i64>().ok());
        let (shown, of) = (numbers.next().unwrap(), numbers.next().unwrap());
        assert!(0 < shown && shown < of && said == format!("{shown} van {of} getoond"), "{said}");
        focus(browser, "[...document.querySelectorAll('main a')].find(a => a.checkVisibility())");
        browser.press("Escape");
        assert_eq!(browser.count(&format!("{LINES}.length")), some, "who is elsewhere does not mean the choice");
        focus(browser, "document.querySelector('#choose-party')");
        browser.press("Escape");
        assert_eq!(browser.count(&format!("{LINES}.length")), all);
        assert_eq!(browser.text("document.querySelector('.controls [aria-live]').textContent"), "");

        // A link to what is not shown shows it.
        focus(browser, "document.querySelector('#choose-party')");
        browser.press("ArrowDown");
        browser.eval("[...document.querySelectorAll('.side a[href^=\"#party-\"]')].at(-1).click()");
        assert!(browser.is("document.querySelector(location.hash).checkVisibility()"));
        assert_eq!(browser.count(&format!("{LINES}.length")), all);

        focus(browser, "document.querySelector('#choose-party')");
        tab_to(browser, "#choose-kind");
        browser.press("ArrowDown");
        let kind = browser.text("document.activeElement.value");
        let others = format!("{LINES}.filter(e => e.matches('li[data-kind]') && e.dataset.kind !== {kind:?}).length");
        assert_eq!(browser.count(&others), 0);
        assert!(browser.count(&format!("{LINES}.filter(e => e.dataset.kind === {kind:?}).length")) > 0);
        tab_to(browser, "#reset");
        browser.press("Enter");
        assert_eq!(browser.count(&format!("{LINES}.length")), all);
        assert!(browser.is("document.activeElement.matches('select')"), "the focus is not lost");

        let open = "document.querySelectorAll('main details[open]').length";
        assert_eq!(browser.count(open), 0);
        tab_to(browser, "#unfold");
        browser.press(" ");
        assert_eq!(
            browser.count(open),
            browser.eval("document.querySelectorAll('main details').length").as_i64().unwrap()
        );
        tab_to(browser, "#fold");
        browser.press("Enter");
        assert_eq!(browser.count(open), 0);
        for key in ["Enter", " "] {
            focus(browser, "document.querySelector('main summary')");
            let now = browser.count(open);
            browser.press(key);
            assert_eq!(browser.count(open), 1 - now, "{key}");
        }

        // Sorted by the first column of numbers that has several: up, down, and as it was.
        browser.eval(
            "window.head = [...document.querySelectorAll('main thead th.number')].find(h => {\
               window.at = h.cellIndex; window.rows = () => [...h.closest('table').tBodies[0].rows];\
               window.told = () => rows().map(r => r.cells[at].textContent);\
               return new Set(told()).size > 3 && told().some(t => t.includes('?')) })",
        );
        let before = browser.eval("told()");
        focus(browser, "head.querySelector('button')");
        let numbers = |browser: &mut Browser| -> (Vec<f64>, bool) {
            let told = browser.eval("told()");
            let told: Vec<&str> = told.as_array().unwrap().iter().map(|t| t.as_str().unwrap()).collect();
            let known = told.iter().take_while(|t| **t != "?").count();
            let read = |t: &&str| {
                let first = t.split(' ').next().unwrap();
                first.replace('−', "-").replace(',', ".").parse().unwrap()
            };
            (told[..known].iter().map(read).collect(), told[known..].iter().all(|t| *t == "?"))
        };
        browser.press("Enter");
        assert_eq!(browser.text("head.getAttribute('aria-sort')"), "ascending");
        let (up, last) = numbers(browser);
        assert!(up.is_sorted() && last, "{up:?}");
        browser.press(" ");
        assert_eq!(browser.text("head.getAttribute('aria-sort')"), "descending");
        let (down, last) = numbers(browser);
        assert!(down.iter().rev().is_sorted() && last && down.first() == up.last(), "{down:?}");
        browser.press("Enter");
        assert!(browser.is("head.getAttribute('aria-sort') === null"));
        assert_eq!(browser.eval("told()"), before);
    });
}

/// Chooses in one of the controls.
fn choose(browser: &mut Browser, name: &str, value: &str) {
    browser.eval(&format!(
        "(select => {{ select.value = {value:?}; select.dispatchEvent(new Event('change')); }})\
         (document.getElementById('choose-{name}'))"
    ));
}

fn values(browser: &mut Browser, name: &str) -> Vec<String> {
    let all = browser.eval(&format!("[...document.querySelectorAll('#choose-{name} option')].map(o => o.value)"));
    let all = all.as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned());
    all.filter(|value| !value.is_empty()).collect()
}

/// Sections that have nothing to choose from: no lines and no marks.
const PLAIN: &str = "[...document.querySelectorAll('main section:not([data-parties])')].filter(s =>\
     !s.querySelector('section, .mark, li[data-parties], li[data-kind], tr[data-parties]'))";

#[test]
fn a_choice_hides_no_picture_and_no_text_that_concerns_it() {
    in_browser("choice", |browser, write| {
        let url = write("page.html", &page("nl"));
        browser.size(1280, 900);
        browser.open(&url);
        let mut pictures = 0;
        for party in values(browser, "party") {
            choose(browser, "party", &party);
            let shown = "[...document.querySelectorAll('main section:not([data-parties]) figure')].filter(f =>\
                 [...f.querySelectorAll('.mark')].some(m => (m.dataset.parties || '').split(' ').includes(PARTY)))"
                .replace("PARTY", &format!("{party:?}"));
            pictures += browser.count(&format!("{shown}.length"));
            let hidden = browser.text(&format!(
                "{shown}.filter(f => !f.checkVisibility()).map(f => f.textContent.slice(0, 60)).join('; ')"
            ));
            assert_eq!(hidden, "", "{party}");
            let told = browser.text(&format!(
                "{shown}.filter(f => f.closest('section').matches('.empty')).map(f => f.textContent.slice(0, 60)).join()"
            ));
            assert_eq!(told, "", "{party}");
            assert!(browser.is(&format!("{PLAIN}.every(s => s.checkVisibility())")), "{party}");
        }
        assert!(pictures > 20, "{pictures}");
        choose(browser, "party", "");
        assert!(browser.count(&format!("{PLAIN}.length")) > 0);
        let all = browser.count("[...document.querySelectorAll('main *')].filter(e => e.checkVisibility()).length");
        for kind in values(browser, "kind") {
            choose(browser, "kind", &kind);
            let mut none = |what: &str| {
                let seen = format!("[...document.querySelectorAll('{what}')].filter(e => e.checkVisibility())");
                assert_eq!(browser.count(&format!("{seen}.length")), 0, "{kind}: {what}");
            };
            none(&format!("main li[data-kind]:not([data-kind={kind:?}])"));
            none("main tbody tr");
            none("main .card dl");
            none(&format!("main figure:not(:has([data-kind={kind:?}]))"));
            let lost = format!(
                "[...document.querySelectorAll('main li[data-kind={kind:?}], main figure:has([data-kind={kind:?}])')]\
                 .filter(e => !e.checkVisibility()).length"
            );
            assert_eq!(browser.count(&lost), 0, "{kind}: what is of the kind is there");
            assert!(
                browser
                    .is("[...document.querySelectorAll('main section')].filter(s => s.checkVisibility()).every(s =>\
                s.querySelector('[data-kind]'))"),
                "{kind}: a heading with nothing under it"
            );
        }
        choose(browser, "kind", "");
        assert_eq!(
            browser.count("[...document.querySelectorAll('main *')].filter(e => e.checkVisibility()).length"),
            all
        );
        // A section of which only the picture is left.
        let party = values(browser, "party").remove(0);
        browser.eval("document.querySelectorAll('main section li[data-parties]').forEach(e => { e.dataset.parties = 'nobody'; })");
        browser
            .eval("document.querySelectorAll('main tr[data-parties]').forEach(e => { e.dataset.parties = 'nobody'; })");
        choose(browser, "party", &party);
        let shown =
            browser.count("[...document.querySelectorAll('main figure')].filter(f => f.checkVisibility()).length");
        assert!(shown > 2, "{shown} pictures");
        // A link to a place that can be seen leaves the choice.
        browser.eval("window.empty = document.querySelector('main section.empty > h3[id]')");
        assert!(browser.is("!!window.empty && empty.checkVisibility()"), "a heading of an empty section");
        browser.eval("document.querySelector('.side a[href=\"#' + empty.id + '\"]').click()");
        assert_eq!(browser.text("document.getElementById('choose-party').value"), party);
    });
}

#[test]
fn paper_has_what_is_folded_and_the_contents() {
    in_browser("folded", |browser, write| {
        let url = write("page.html", &page("nl"));
        // Narrow: the contents are folded on the screen.
        browser.size(673, 1000);
        browser.open(&url);
        let folded = |what: &str| {
            format!(
                "[...document.querySelectorAll('{what}')].filter(e => !e.checkVisibility()).map(e => e.textContent).join()"
            )
        };
        let reasons = "main li > details > ul:not(.grounds, .grounds *) > li";
        let grounds = "main .grounds > li";
        let contents = "nav > details > ul > li";
        assert!(browser.count(&format!("document.querySelectorAll('{reasons}').length")) > 20);
        assert!(browser.count(&format!("document.querySelectorAll('{grounds}').length")) > 20);
        for what in [reasons, contents] {
            assert_ne!(browser.text(&folded(what)), "", "{what} are folded on the screen");
        }
        let none = format!("![...document.querySelectorAll('{grounds}')].some(e => e.checkVisibility())");
        browser.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
        for what in [reasons, contents] {
            assert_eq!(browser.text(&folded(what)), "", "{what} are on paper");
        }
        assert!(browser.is(&none), "the grounds stay as the reader left them");
        assert!(browser.is("![...document.querySelectorAll('details.why > summary')].some(e => e.checkVisibility())"));
        browser.call("Emulation.setEmulatedMedia", json!({"media": ""}));
        // Where a browser cannot show what is folded by its style alone, the script unfolds it meanwhile.
        browser.eval("window.open_ = () => document.querySelectorAll('details[open]').length");
        browser.eval("document.querySelector('main details').open = true");
        let before = browser.count("open_()");
        browser.eval("dispatchEvent(new Event('beforeprint'))");
        for what in [reasons, contents] {
            assert_eq!(browser.text(&folded(what)), "", "{what} are unfolded");
        }
        assert!(browser.count("open_()") > before);
        browser.eval("dispatchEvent(new Event('afterprint'))");
        assert_eq!(browser.count("open_()"), before);
    });
}

#[test]
fn a_mark_tells_its_reason_to_who_has_no_mouse() {
    in_browser("marks", |browser, write| {
        let url = write("page.html", &page("nl"));
        browser.size(1280, 900);
        browser.open(&url);
        assert!(
            browser.count("document.querySelectorAll('svg.picture .mark').length") > 1,
            "there are pictures with marks"
        );
        let picture = "[...document.querySelectorAll('svg.picture')].find(p => p.querySelectorAll('.mark').length > 1)";
        browser.eval(&format!("window.marks = [...({picture}).querySelectorAll('.mark')]"));
        assert_eq!(
            browser.count("marks.filter(m => m.getAttribute('tabindex') === '0').length"),
            1,
            "one stop a picture"
        );
        let tip = "document.querySelector('.tip').hidden ? '' : document.querySelector('.tip').textContent";
        focus(browser, "marks[0]");
        let first = browser.text("marks[0].getAttribute('aria-label')");
        assert_eq!(browser.text(tip), first);
        browser.press("ArrowRight");
        assert!(browser.is("document.activeElement === marks[1]"));
        assert_eq!(browser.text(tip), browser.eval("marks[1].getAttribute('aria-label')").as_str().unwrap());
        assert!(browser.is("(r => r.left >= 0 && r.right <= innerWidth && r.top >= 0 && r.bottom <= innerHeight)\
             (document.querySelector('.tip').getBoundingClientRect())"));
        browser.press("Escape");
        assert_eq!(browser.text(tip), "");
        assert!(browser.is("document.activeElement === marks[1]"), "the focus stays");
        browser.press("Home");
        assert_eq!(browser.text(tip), first);
        browser.press("Tab");
        assert_eq!(browser.text(tip), "");
        // With the mouse: it stays while the pointer goes to it.
        browser.eval("marks[0].scrollIntoView({block: 'center'})");
        let at = browser.eval(
            "(r => [r.left + r.width / 2, r.top + r.height / 2])\
             (marks[0].querySelector('circle, rect, polygon, path, text').getBoundingClientRect())",
        );
        browser.call("Input.dispatchMouseEvent", json!({"type": "mouseMoved", "x": at[0], "y": at[1]}));
        assert!(!browser.text(tip).is_empty());
    });
}

#[test]
fn a_phone_shows_the_page_without_moving_it_sideways() {
    in_browser("phone", |browser, write| {
        for lang in Locale::BUILTIN {
            let url = write(&format!("{lang}.html"), &page(lang));
            browser.size(360, 740);
            browser.open(&url);
            let fits = "document.documentElement.scrollWidth <= 360 && document.body.scrollWidth <= 360";
            assert!(browser.is(fits), "{lang}");
            browser.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
            let wide = "[...document.querySelectorAll('body *')].filter(e => !e.closest('.table, .frame, .skip')\
                        && e.getBoundingClientRect().right > 361).map(e => e.outerHTML.slice(0, 80)).join(' ')";
            assert_eq!(browser.text(wide), "", "{lang}");
            assert!(browser.is(fits), "{lang}: unfolded");
        }
    });
}

/// The texts outside of pictures of which the contrast with what is behind them is less than 4.5 to 1.
const FAINT: &str = "(() => {
    const parts = colour => colour.match(/[\\d.]+/g).map(Number);
    const light = colour => parts(colour).slice(0, 3).map(c => c / 255)
        .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
    const behind = element => {
        for (let e = element; e; e = e.parentElement) {
            const colour = getComputedStyle(e).backgroundColor;
            if (parts(colour).length < 4 || parts(colour)[3] > 0) return colour;
        }
        return 'rgb(255, 255, 255)';
    };
    const contrast = element => {
        const both = [light(getComputedStyle(element).color), light(behind(element))];
        return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    };
    const told = e => [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    const all = [...document.querySelectorAll('body *')].filter(e => !e.closest('svg, script') && told(e) && e.checkVisibility());
    if (all.length < 100) return 'hardly any text';
    return all.filter(e => contrast(e) < 4.5).map(e => contrast(e) + ' ' + e.outerHTML.slice(0, 80)).join('; ');
})()";

#[test]
fn every_text_stands_out_in_both_schemes() {
    in_browser("contrast", |browser, write| {
        let url = write("page.html", &page("nl"));
        browser.size(1280, 900);
        for scheme in SCHEMES {
            browser.scheme(scheme);
            browser.open(&url);
            browser.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
            assert_eq!(browser.text(FAINT), "", "{scheme}");
        }
        browser.eval("document.querySelector('h1').style.color = getComputedStyle(document.body).backgroundColor");
        assert!(browser.text(FAINT).contains("<h1"));
    });
}

#[test]
fn no_labels_of_the_grid_of_power_and_interest_overlap() {
    in_browser("grid", |browser, write| {
        for lang in Locale::BUILTIN {
            let url = write(&format!("{lang}.html"), &page(lang));
            browser.size(1280, 900);
            browser.open(&url);
            let grid = "#picture-power-interest";
            assert!(
                browser.count(&format!("document.querySelectorAll('{grid} text.label').length")) > 1,
                "there are labels"
            );
            let boxes = format!(
                "[...document.querySelectorAll('{grid} text.label')].map(t => [t.textContent, t.getBoundingClientRect()])"
            );
            let overlap = format!(
                "(all => all.flatMap(([a, r], n) => all.slice(n + 1).filter(([b, s]) =>\
                 r.left < s.right && s.left < r.right && r.top < s.bottom && s.top < r.bottom)\
                 .map(([b]) => a + ' / ' + b)).join('; '))({boxes})"
            );
            assert_eq!(browser.text(&overlap), "", "{lang}");
            let outside = format!(
                "(o => {boxes}.filter(([a, r]) => r.left < o.left || r.right > o.right || r.top < o.top || r.bottom > o.bottom)\
                 .map(([a]) => a).join('; '))(document.querySelector('{grid}').getBoundingClientRect())"
            );
            assert_eq!(browser.text(&outside), "", "{lang}");
        }
    });
}

#[test]
fn the_page_is_whole_without_its_script() {
    in_browser("bare", |browser, write| {
        let url = write("page.html", &page("nl"));
        browser.size(1280, 900);
        let texts = "[...document.querySelectorAll('main li, main p, main tr, main dd, main h2, main h3, main h4, figcaption')]\
                     .map(e => e.textContent.trim()).join('\\n')";
        browser.open(&url);
        let with = browser.text(texts);
        browser.call("Emulation.setScriptExecutionDisabled", json!({"value": true}));
        browser.open(&url);
        assert!(browser.is("!document.querySelector('.controls')"), "no controls that do nothing");
        assert_eq!(browser.text(texts), with);
        assert!(browser.is("[...document.querySelectorAll('main section')].every(e => e.checkVisibility())"));
        focus(browser, "document.querySelector('main summary')");
        browser.press("Enter");
        assert_eq!(
            browser.count("document.querySelectorAll('main details[open]').length"),
            1,
            "unfolding works natively"
        );
        browser.press(" ");
        assert_eq!(browser.count("document.querySelectorAll('main details[open]').length"), 0);
    });
}

/// How many colours the top of a picture has.
const COLOURS: &str = "(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,DATA';
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, Math.min(image.height, 900)];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size;
})()";

#[test]
fn it_prints_on_pages_of_paper_and_is_seen_in_both_schemes() {
    let pictures = std::env::var_os("POLDER_SCREENSHOTS").map_or_else(|| folder("screenshots"), PathBuf::from);
    std::fs::create_dir_all(&pictures).unwrap();
    in_browser("print", |browser, write| {
        for lang in Locale::BUILTIN {
            let url = write(&format!("{lang}.html"), &page(lang));
            for scheme in SCHEMES {
                browser.scheme(scheme);
                for (name, width, height) in [("wide", 1280, 900), ("phone", 390, 844)] {
                    browser.size(width, height);
                    browser.open(&url);
                    let long = browser.count("document.documentElement.scrollHeight").min(12_000);
                    let clip = json!({"x": 0, "y": 0, "width": width, "height": long, "scale": 1});
                    let shot = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
                    let shot = browser.call("Page.captureScreenshot", shot);
                    let data = shot["data"].as_str().unwrap();
                    let png = BASE64_STANDARD.decode(data).unwrap();
                    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
                    assert!(png.starts_with(b"\x89PNG"), "{lang} {scheme} {name}");
                    assert_eq!((side(16), i64::from(side(20))), (width, long), "{lang} {scheme} {name}");
                    let colours = browser.count(&COLOURS.replace("DATA", data));
                    assert!(colours > 20, "{lang} {scheme} {name}: {colours} colours");
                    std::fs::write(pictures.join(format!("{lang}-{scheme}-{name}.png")), png).unwrap();
                }
                browser.size(1280, 900);
                browser.open(&url);
                let paper =
                    browser.call("Page.printToPDF", json!({"preferCSSPageSize": true, "printBackground": true}));
                let pdf = BASE64_STANDARD.decode(paper["data"].as_str().unwrap()).unwrap();
                std::fs::write(pictures.join(format!("{lang}-{scheme}.pdf")), &pdf).unwrap();
                let text = String::from_utf8_lossy(&pdf);
                let pages = text.matches("/Type /Page\n").count();
                assert!(pages > 5, "{lang} {scheme}: {pages} pages");
                let sizes: Vec<&str> =
                    text.split("/MediaBox [").skip(1).map(|rest| rest.split(']').next().unwrap()).collect();
                assert!(sizes.len() >= pages && sizes.iter().all(|size| is_a4(size)), "{sizes:?}");
            }
        }
    });
}

#[test]
fn paper_cuts_nothing_off() {
    in_browser("paper", |browser, write| {
        for lang in Locale::BUILTIN {
            let url = write(&format!("{lang}.html"), &page(lang));
            // The width of A4 without its margins.
            browser.size(673, 1000);
            browser.open(&url);
            browser.eval("document.querySelectorAll('main details').forEach(d => d.open = true)");
            browser.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
            let wide = "[...document.querySelectorAll('main *')].filter(e => !e.closest('svg, .tip')\
                        && e.getBoundingClientRect().right > 674).map(e => e.textContent.slice(0, 60)).join('\\n')";
            assert_eq!(browser.text(wide), "", "{lang}");
            assert!(browser.is("!document.querySelector('.controls').checkVisibility()"));
            assert_eq!(browser.text("getComputedStyle(document.body).color"), "rgb(27, 29, 33)");
            browser.call("Emulation.setEmulatedMedia", json!({"media": ""}));
        }
    });
}

/// Whether a page of a PDF, in points, is A4 within a millimetre.
fn is_a4(media_box: &str) -> bool {
    let sides: Vec<f64> = media_box.split_whitespace().map(|x| x.parse().unwrap()).collect();
    matches!(sides.as_slice(), [0.0, 0.0, w, h] if (w - 595.3).abs() < 3.0 && (h - 841.9).abs() < 3.0)
}
