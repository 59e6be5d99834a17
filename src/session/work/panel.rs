//! The panel beside the work: what it shows, and whether it is collapsed.

use leptos::prelude::*;

use crate::browser::{element, parts};
use crate::live::Signal;
use crate::session::Session;
use crate::session::address::follow::Follow;
use crate::session::address::route::Route;
use crate::session::address::scope::Scope;

impl Session {
    /// Returns whether there is anything in the panel.
    pub fn has_panel(self) -> Signal<bool> {
        let followed = self.navigation.followed();
        // The result has the goals itself.
        let route = self.navigation.route();
        let in_attempt = move || self.scope() != Scope::Own && *route.read() != Route::Result;
        Signal::derive(move || followed.read().is_some() || in_attempt())
    }

    /// Shows documentation in the panel, and says so politely. The focus stays where it is.
    pub fn open_panel(self, follow: Follow, title: &str) {
        self.navigation.follow(Some(follow));
        self.collapse_panel(false);
        self.pointing.begin();
        self.say_panel(title);
    }

    /// Says what is in the panel, and where that is.
    pub(super) fn say_panel(self, title: &str) {
        let is_below = parts::is_panel_below();
        let text = self
            .sentences()
            .beside_the_work(title, is_below, parts::has_keys());
        self.pointing.say(text);
    }

    /// Collapses or expands the panel, which is remembered.
    pub fn collapse_panel(self, collapsed: bool) {
        if untrack(|| self.preferences()).collapsed != collapsed {
            self.prefer(|preferences| preferences.collapsed = collapsed);
        }
    }

    /// Closes the panel. What was done in the work stays.
    pub fn close_panel(self) {
        self.pointing.begin();
        self.navigation.follow(None);
        element::focus_soon("main h1");
    }

    /// Lets F6 move the focus between the panel and the work.
    pub(in crate::session) fn watch_panel_key(self) {
        let has_panel = self.has_panel();
        parts::on_key("F6", true, move || {
            if has_panel.get_untracked() {
                parts::switch(untrack(|| self.preferences()).collapsed);
            }
        });
    }
}
