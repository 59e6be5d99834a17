//! Where user names and domains break if they have to: not in the middle of a word.

use leptos::prelude::*;

/// Splits a user name or a domain before the @ and before the last dot; other texts stay whole.
pub(super) fn pieces(text: &str) -> [&str; 3] {
    let is_name = !text.contains(' ');
    let end = text.rfind('.').filter(|_| is_name).unwrap_or(text.len());
    let (rest, end) = text.split_at_checked(end).unwrap_or_default();
    let domain = rest.find('@').unwrap_or(rest.len());
    let (local, domain) = rest.split_at_checked(domain).unwrap_or_default();
    [local, domain, end]
}

/// A text in which user names break before the @ and before the last dot.
pub fn breaks(text: &str) -> AnyView {
    let word = |word: &str| {
        if !word.contains('@') {
            return word.to_owned().into_any();
        }
        let [local, domain, end] = pieces(word).map(str::to_owned);
        view! {
            {local}
            <wbr />
            {domain}
            <wbr />
            {end}
        }
        .into_any()
    };
    let mut words = text.split(' ');
    let first = words.next().map(word);
    let others = words.map(|next| view! { " " {word(next)} });
    view! {
        {first}
        {others.collect_view()}
    }
    .into_any()
}
