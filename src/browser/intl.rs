//! The browser's `Intl`: order, numbers, dates, names of countries.

use std::borrow::Borrow;
use std::cell::RefCell;
use std::thread::LocalKey;

use js_sys::{Date, Function, JsString, Object, Reflect};
use rustc_hash::FxHashMap;
use wasm_bindgen::prelude::*;

use super::{log_error, window};
use crate::domain::{Location, Moment};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Collator;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str, options: &Object) -> Collator;
    #[wasm_bindgen(method, getter)]
    fn compare(this: &Collator) -> Function;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str) -> NumberFormat;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str, options: &Object) -> DateTimeFormat;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, date: &Date) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str, options: &Object) -> DisplayNames;
    #[wasm_bindgen(method)]
    fn of(this: &DisplayNames, code: &str) -> Option<String>;

    #[wasm_bindgen(js_name = Array)]
    type Texts;
    #[wasm_bindgen(method, js_name = sort)]
    fn sort_with(this: &Texts, compare: &Function);
}

/// Returns the browser's preferred language as a tag such as `de-AT`.
pub fn preferred_language() -> Option<String> {
    window().navigator().language()
}

/// Returns the positions of the texts in the language's natural order, in which numbers count as
/// numbers. Equal texts keep their order.
pub fn order(tag: &str, texts: &[String]) -> Vec<usize> {
    if texts.iter().any(|text| text.contains('\n')) {
        let lines: Vec<String> = texts.iter().map(|text| text.replace('\n', " ")).collect();
        return order(tag, &lines);
    }
    // Each comparison is a slow call into JavaScript. So only distinct texts are compared there,
    // and they are presorted, which the browser's sort makes use of.
    let mut distinct: Vec<&str> = Vec::new();
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    let number_of: Vec<usize> = texts
        .iter()
        .map(|text| {
            *numbers.entry(text).or_insert_with(|| {
                distinct.push(text);
                distinct.len().saturating_sub(1)
            })
        })
        .collect();
    let rough: Vec<String> = folded_all(&distinct)
        .iter()
        .map(|text| with_lengths(text))
        .collect();
    let mut presorted: Vec<(String, &str)> = rough.into_iter().zip(distinct).collect();
    presorted.sort_unstable();
    let presorted: Vec<&str> = presorted.into_iter().map(|(_, text)| text).collect();
    let sorted = sorted_lines(tag, &presorted.join("\n"));
    let mut ranks = vec![0_usize; numbers.len()];
    for (rank, text) in sorted.split('\n').enumerate() {
        let number = numbers.get(text);
        if let Some(place) = number.and_then(|number| ranks.get_mut(*number)) {
            *place = rank;
        }
    }
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by_key(|at| number_of.get(*at).and_then(|number| ranks.get(*number)));
    order
}

/// Returns the text with the length before each number, so that 10 comes after 9.
fn with_lengths(text: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut result = String::with_capacity(text.len().saturating_add(2));
    let mut rest = text;
    while let Some(at) = rest.find(is_digit) {
        let (before, number) = rest.split_at(at);
        let length = number.find(|c| !is_digit(c)).unwrap_or(number.len());
        let (number, after) = number.split_at(length);
        result.push_str(before);
        result.push_str(&length.min(9).to_string());
        result.push_str(number);
        rest = after;
    }
    result + rest
}

/// Returns the lines in the language's natural order. They cross into JavaScript and back as one
/// text, which takes a tenth of the time of as many texts.
fn sorted_lines(tag: &str, lines: &str) -> String {
    // Without numbers, browsers compare ten times as fast.
    let has_numbers = lines.contains(char::is_numeric);
    let collator = Collator::new(tag, &options(&[("numeric", has_numbers.into())]));
    let lines = JsString::from(lines).split("\n");
    lines
        .unchecked_ref::<Texts>()
        .sort_with(&collator.compare());
    lines.join("\n").into()
}

/// Sorts things by a text of each, in the order of the language.
pub fn sort_by_text<T>(tag: &str, things: Vec<T>, text: impl Fn(&T) -> String) -> Vec<T> {
    let texts: Vec<String> = things.iter().map(text).collect();
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    let order = order(tag, &texts).into_iter();
    order
        .filter_map(|at| things.get_mut(at).and_then(Option::take))
        .collect()
}

/// Returns the text in lower case and without accents, so that a search for `cafe` finds `Café`.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let decomposed = JsString::from(text).to_lower_case().normalize("NFD");
    let is_accent = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    String::from(decomposed)
        .chars()
        .filter(|c| !is_accent(c))
        .collect()
}

/// Returns each text [folded]. They cross into JavaScript and back as one text.
pub fn folded_all<T: Borrow<str>>(texts: &[T]) -> Vec<String> {
    let all = folded(&texts.join("\0"));
    let folded_texts: Vec<String> = all.split('\0').map(str::to_owned).collect();
    if folded_texts.len() == texts.len() {
        return folded_texts;
    }
    // A text has the separator in it.
    texts.iter().map(|text| folded(text.borrow())).collect()
}

/// Formats a whole number, with a minus sign rather than a hyphen.
pub fn number(tag: &str, number: i64) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "numbers on the screen are far below 2^53"
    )]
    let number = number as f64;
    with_cached(&NUMBERS, tag, NumberFormat::new, |format| {
        format.format(number).replace('-', "\u{2212}")
    })
}

/// Formats date and time to the minute, with the time zone UTC.
pub fn moment(tag: &str, moment: Moment) -> String {
    with_cached(
        &MOMENTS,
        tag,
        |tag| moment_format(tag, false),
        |format| format.format(&date_of(moment)),
    )
}

/// Formats the date in UTC.
pub fn day(tag: &str, moment: Moment) -> String {
    let options = options(&[
        ("timeZone", "UTC".into()),
        ("year", "numeric".into()),
        ("month", "short".into()),
        ("day", "numeric".into()),
    ]);
    DateTimeFormat::new(tag, &options).format(&date_of(moment))
}

/// Formats date and time to the second, with the time zone UTC.
pub fn exact_moment(tag: &str, moment: Moment) -> String {
    with_cached(
        &EXACT_MOMENTS,
        tag,
        |tag| moment_format(tag, true),
        |format| format.format(&date_of(moment)),
    )
}

fn date_of(moment: Moment) -> Date {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds since 1970 are far below 2^53"
    )]
    let millis = moment.timestamp_millis() as f64;
    Date::new(&millis.into())
}

fn moment_format(tag: &str, is_exact: bool) -> DateTimeFormat {
    let second = if is_exact {
        "2-digit".into()
    } else {
        JsValue::UNDEFINED
    };
    let options = options(&[
        ("timeZone", "UTC".into()),
        ("year", "numeric".into()),
        ("month", "short".into()),
        ("day", "numeric".into()),
        ("hour", "2-digit".into()),
        ("minute", "2-digit".into()),
        ("second", second),
        ("hourCycle", "h23".into()),
        ("timeZoneName", "short".into()),
    ]);
    DateTimeFormat::new(tag, &options)
}

/// A formatter with its language.
type Cached<T> = RefCell<Option<(String, T)>>;

thread_local! {
    static NUMBERS: Cached<NumberFormat> = const { RefCell::new(None) };
    static MOMENTS: Cached<DateTimeFormat> = const { RefCell::new(None) };
    static EXACT_MOMENTS: Cached<DateTimeFormat> = const { RefCell::new(None) };
}

/// Formats with the language's cached formatter: creating one takes longer than using it often.
fn with_cached<T>(
    cache: &'static LocalKey<Cached<T>>,
    tag: &str,
    create: impl FnOnce(&str) -> T,
    format: impl FnOnce(&T) -> String,
) -> String {
    cache.with_borrow_mut(|cached| {
        let formatter = match cached.take() {
            Some((language, formatter)) if language == tag => formatter,
            _ => create(tag),
        };
        let text = format(&formatter);
        *cached = Some((tag.to_owned(), formatter));
        text
    })
}

/// Returns every location with its name in the language, in the language's order.
pub fn locations(tag: &str) -> Vec<(Location, String)> {
    let names = DisplayNames::new(tag, &options(&[("type", "region".into())]));
    let named = Location::all().map(|location| {
        let name = names.of(location.code());
        (location, name.unwrap_or_else(|| location.code().to_owned()))
    });
    sort_by_text(tag, named.collect(), |(_, name)| name.clone())
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        log_error(Reflect::set(&options, &(*name).into(), value));
    }
    options
}
