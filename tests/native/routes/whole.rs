//! Whole addresses: the view, and what is followed beside it.

use proptest::prelude::*;
use seatwork::journal::AttemptId;
use seatwork::session::address::follow::Follow;
use seatwork::session::address::listing::{Listing, UserColumn};
use seatwork::session::address::route::Route;
use seatwork::session::address::scope::Scope;
use seatwork::session::address::whole::Address;
use seatwork::training::ProcedureId;

use super::{ID, customer};
use crate::support::cases;

const RESTORE: Follow = Follow::Step(ProcedureId::Restore, 3);

#[test]
fn the_step_that_is_followed_stands_in_the_address() {
    let searching = Route::Users(
        customer(),
        Listing::<UserColumn>::default().searching("a&b".to_owned()),
    );
    for (route, follow, address) in [
        (
            Route::customers(),
            Some(RESTORE),
            "#/customers?follow=restore.3".to_owned(),
        ),
        (
            Route::customers(),
            Some(Follow::All),
            "#/customers?follow=all".to_owned(),
        ),
        (Route::Workspace, None, "#/workspace".to_owned()),
        (
            searching,
            Some(RESTORE),
            format!("#/customers/{ID}/users?search=a%26b&follow=restore.3"),
        ),
        (
            Route::Unknown("/nowhere".to_owned()),
            Some(RESTORE),
            "#/nowhere?follow=restore.3".to_owned(),
        ),
        (
            Route::Unknown("/nowhere?a=1".to_owned()),
            Some(RESTORE),
            "#/nowhere?a=1&follow=restore.3".to_owned(),
        ),
    ] {
        let whole = Address::new(Scope::Own, route, follow);
        assert_eq!(whole.to_string(), address);
        assert_eq!(Address::parse(&address), whole, "{address}");
    }
}

#[test]
fn what_is_followed_may_stand_anywhere_and_be_nonsense() {
    for (query, follow) in [
        (
            "follow=restore",
            Some(Follow::Step(ProcedureId::Restore, 1)),
        ),
        (
            "follow=restore.",
            Some(Follow::Step(ProcedureId::Restore, 1)),
        ),
        (
            "follow=restore.0",
            Some(Follow::Step(ProcedureId::Restore, 1)),
        ),
        (
            "follow=restore.-2",
            Some(Follow::Step(ProcedureId::Restore, 1)),
        ),
        (
            "follow=restore.99",
            Some(Follow::Step(ProcedureId::Restore, 99)),
        ),
        ("follow=restore.3&page=2", Some(RESTORE)),
        ("page=2&follow=all", Some(Follow::All)),
        ("follow=all&follow=restore.3", Some(RESTORE)),
        ("follow=restore.3&follow=", None),
        ("follow=", None),
        ("follow", None),
        ("follow=nothing.3", None),
        ("follow=Restore.3", None),
        ("unfollow=all", None),
    ] {
        let address = Address::parse(&format!("#/customers?{query}"));
        assert_eq!(address.follow, follow, "{query}");
        assert!(matches!(address.route, Route::Customers(_)), "{query}");
    }
}

#[test]
fn the_attempt_stands_before_the_view_unless_that_is_never_part_of_one() {
    let attempt = AttemptId::parse("0012abcd");
    for (route, follow, address) in [
        (Route::Dashboard, None, "#/exercise/0012abcd/".to_owned()),
        (
            Route::users(customer()),
            Some(RESTORE),
            format!("#/exercise/0012abcd/customers/{ID}/users?follow=restore.3"),
        ),
        (Route::Result, None, "#/exercise/0012abcd/result".to_owned()),
        (
            Route::Unknown("/nowhere".to_owned()),
            None,
            "#/exercise/0012abcd/nowhere".to_owned(),
        ),
    ] {
        let whole = Address::new(attempt, route, follow);
        assert_eq!(whole.to_string(), address);
        assert_eq!(Address::parse(&address), whole, "{address}");
        assert_eq!(whole.scope.attempt(), attempt);
    }
    for outside in [
        "workspace",
        "training",
        "training/a/b",
        "welcome",
        "open?url=x",
    ] {
        let address = Address::parse(&format!("#/exercise/0012abcd/{outside}"));
        assert_eq!(address.scope, Scope::Own, "{outside}");
        assert_eq!(address.to_string(), format!("#/{outside}"));
    }
    for wrong in [
        "#/exercise",
        "#/exercise/",
        "#/exercise/12/customers",
        "#/exercise/0012ABCD/",
    ] {
        let address = Address::parse(wrong);
        assert_eq!(address.scope, Scope::Own, "{wrong}");
        assert!(matches!(address.route, Route::Unknown(_)), "{wrong}");
    }
}

#[test]
fn a_replay_and_its_state_stand_before_the_view() {
    let id = AttemptId::parse("0012abcd").expect("it is a name");
    for (state, route, address) in [
        (Some(0), Route::Dashboard, "#/replay/0012abcd/0/".to_owned()),
        (None, Route::Dashboard, "#/replay/0012abcd/".to_owned()),
        (
            None,
            Route::customers(),
            "#/replay/0012abcd/customers".to_owned(),
        ),
        (
            Some(12),
            Route::users(customer()),
            format!("#/replay/0012abcd/12/customers/{ID}/users"),
        ),
    ] {
        let whole = Address::new(Scope::Replay(id, state), route, None);
        assert_eq!(whole.to_string(), address);
        assert_eq!(Address::parse(&address), whole, "{address}");
        assert_eq!(whole.scope.attempt(), None);
        assert!(whole.scope.is_read_only());
    }
    let outside = Address::parse("#/replay/0012abcd/3/training");
    assert_eq!(outside.scope, Scope::Own);
    assert_eq!(outside.to_string(), "#/training");
    for wrong in [
        "#/replay",
        "#/replay/12/3/customers",
        "#/replay/0012abcd/x/customers",
        "#/replay/0012abcd/-1/customers",
        "#/replay/0012abcd/99999999999999999999999/customers",
    ] {
        let address = Address::parse(wrong);
        assert!(matches!(address.route, Route::Unknown(_)), "{wrong}");
    }
    for (scope, shown, resolved) in [
        (
            Scope::Replay(id, None),
            Scope::Own,
            Scope::Replay(id, Some(0)),
        ),
        (
            Scope::Replay(id, None),
            Scope::Replay(id, Some(7)),
            Scope::Replay(id, Some(7)),
        ),
        (
            Scope::Replay(id, Some(2)),
            Scope::Replay(id, Some(7)),
            Scope::Replay(id, Some(2)),
        ),
        (Scope::Own, Scope::Replay(id, Some(7)), Scope::Own),
    ] {
        assert_eq!(scope.resolved(shown), resolved);
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_text_is_a_whole_address(
        text in prop_oneof![any::<String>(), "#/[a-z]{0,9}\\?(follow=|&|page=|restore|[.]|[0-9]){0,9}",
            "#/exercise/[0-9a-f]{7,9}[a-z/]{0,9}[?]{0,1}",
            "#/replay/[0-9a-f]{8}/[0-9+]{0,3}[a-z/]{0,9}[?]{0,1}",
        ]
    ) {
        let address = Address::parse(&text);
        prop_assert_eq!(Address::parse(&address.to_string()), address);
    }
}
