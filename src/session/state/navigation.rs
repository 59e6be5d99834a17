//! Navigation between views, by links, Back and Forward. Asks before unsaved work is lost.

use crate::live::{RwSignal, Signal};

use crate::browser::address;
use crate::domain::CustomerId;
use crate::journal::AttemptId;
use crate::session::address::follow::Follow;
use crate::session::address::route::Route;
use crate::session::address::whole::Address;

/// The current view, what is followed beside it, and a step that waits for the person's decision.
#[derive(Clone, Copy)]
pub struct Navigation {
    route: RwSignal<Route>,
    attempt: RwSignal<Option<AttemptId>>,
    follow: RwSignal<Option<Follow>>,
    /// The customer shown last.
    customer: RwSignal<Option<CustomerId>>,
    index: RwSignal<u32>,
    guarded: RwSignal<bool>,
    page_guarded: RwSignal<bool>,
    stopped: RwSignal<Option<Step>>,
    /// The step that the browser is taking back.
    undone: RwSignal<Option<Step>>,
}

/// A step that waits for the person's decision.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    To(Option<AttemptId>, Route),
    Through(i32),
}

impl Navigation {
    /// Starts at the address of the page and follows the browser.
    pub(in crate::session) fn begin() -> Self {
        let index = address::index().unwrap_or(0);
        let Address {
            attempt,
            route,
            follow,
        } = Address::parse(&address::hash());
        let navigation = Self {
            attempt: RwSignal::new(attempt),
            customer: RwSignal::new(route.customer()),
            route: RwSignal::new(route),
            follow: RwSignal::new(follow),
            index: RwSignal::new(index),
            guarded: RwSignal::new(false),
            page_guarded: RwSignal::new(false),
            stopped: RwSignal::new(None),
            undone: RwSignal::new(None),
        };
        navigation.write();
        address::on_visit(move || navigation.visited());
        address::on_leaving_page(move || {
            navigation.guarded.get_untracked() || navigation.page_guarded.get_untracked()
        });
        navigation
    }

    pub fn route(self) -> Signal<Route> {
        self.route.into()
    }

    /// Returns the attempt of the address, or `None` for the person's own workspace.
    pub fn attempt(self) -> Signal<Option<AttemptId>> {
        self.attempt.into()
    }

    /// Returns the address of a view, for a link: in the attempt that this tab is in, if any.
    pub fn link(self, route: &Route) -> String {
        Address::new(self.attempt.get_untracked(), route.clone(), None).to_string()
    }

    /// Returns what is followed beside the view.
    pub fn followed(self) -> Signal<Option<Follow>> {
        self.follow.into()
    }

    /// Follows something else beside the view, or nothing.
    pub fn follow(self, follow: Option<Follow>) {
        self.follow.set(follow);
        self.write();
    }

    /// Returns the customer shown now or last.
    pub fn latest_customer(self) -> Option<CustomerId> {
        self.customer.get_untracked()
    }

    /// Goes to another view, like a link.
    pub fn go(self, route: Route) {
        self.go_in(self.attempt.get_untracked(), route);
    }

    /// Goes to a view of an attempt, or of the person's own workspace.
    pub fn go_in(self, attempt: Option<AttemptId>, route: Route) {
        if self.guarded.get_untracked() && !self.is_at(attempt, &route) {
            self.stopped.set(Some(Step::To(attempt, route)));
        } else {
            self.push(attempt, route);
        }
    }

    fn is_at(self, attempt: Option<AttemptId>, route: &Route) -> bool {
        attempt == self.attempt.get_untracked() && *route == self.route.get_untracked()
    }

    /// Changes what the view shows, without a new entry in the history.
    pub fn adjust(self, route: Route) {
        self.show(self.attempt.get_untracked(), route);
        self.write();
    }

    /// Sets whether leaving the view asks first.
    pub fn guard(self, guarded: bool) {
        self.guarded.set(guarded);
    }

    /// Sets whether closing or reloading the tab asks first.
    pub fn guard_page(self, guarded: bool) {
        self.page_guarded.set(guarded);
    }

    /// Returns whether a step waits for a decision.
    pub fn is_stopped(self) -> Signal<bool> {
        Signal::derive(move || self.stopped.read().is_some())
    }

    pub fn stay(self) {
        self.stopped.set(None);
    }

    pub fn leave(self) {
        self.guarded.set(false);
        let mut step = None;
        self.stopped.update(|stopped| step = stopped.take());
        match step {
            Some(Step::To(attempt, route)) => self.push(attempt, route),
            Some(Step::Through(steps)) => address::go(steps),
            None => {}
        }
    }

    /// Replaces this view by another, without asking.
    pub(in crate::session) fn replace(self, route: Route) {
        self.replace_in(self.attempt.get_untracked(), route);
    }

    /// Replaces this view by one of an attempt, without asking.
    pub(in crate::session) fn replace_in(self, attempt: Option<AttemptId>, route: Route) {
        self.guarded.set(false);
        self.show(attempt, route);
        self.write();
    }

    fn push(self, attempt: Option<AttemptId>, route: Route) {
        let index = self.index.get_untracked().saturating_add(1);
        self.index.set(index);
        self.show(attempt, route);
        address::push(&self.address(), index);
    }

    fn show(self, attempt: Option<AttemptId>, route: Route) {
        let attempt = attempt.filter(|_| !route.is_outside_attempts());
        self.attempt.maybe_update(|shown| {
            let is_other = *shown != attempt;
            *shown = attempt;
            is_other
        });
        if let Some(customer) = route.customer() {
            self.customer.set(Some(customer));
        }
        self.route.set(route);
    }

    /// Returns the address of what is shown.
    fn address(self) -> String {
        let (route, follow) = (self.route.get_untracked(), self.follow.get_untracked());
        Address::new(self.attempt.get_untracked(), route, follow).to_string()
    }

    /// Writes the address of what is shown into the current history entry.
    fn write(self) {
        address::replace(&self.address(), self.index.get_untracked());
    }

    /// Handles a move to another history entry: a link, Back, Forward, or a typed address. What is
    /// followed goes along, unless a new address names something else.
    fn visited(self) {
        let here = self.index.get_untracked();
        let known = address::index();
        let there = known.unwrap_or_else(|| {
            address::replace(&address::hash(), here.saturating_add(1));
            here.saturating_add(1)
        });
        let mut undone = None;
        self.undone.update(|step| undone = step.take());
        let Address {
            attempt,
            route,
            follow,
        } = Address::parse(&address::hash());
        if let (None, Some(_)) = (known, follow) {
            self.follow.set(follow);
        }
        if there == here && self.is_at(attempt, &route) {
            if undone.is_some() {
                self.stopped.set(undone);
            }
            return;
        }
        let steps = i32::try_from(i64::from(there) - i64::from(here)).unwrap_or(0);
        if !self.guarded.get_untracked() {
            self.index.set(there);
            self.show(attempt, route);
            self.write();
        } else if undone.is_some() || steps == 0 {
            // Another step came before the browser was back, and took the entry of this view.
            let index = there.saturating_add(1);
            address::push(&self.address(), index);
            self.index.set(index);
            self.stopped.set(Some(Step::To(attempt, route)));
        } else {
            // The browser has moved already: move back, and ask when it is here again.
            self.undone.set(Some(Step::Through(steps)));
            address::go(-steps);
        }
    }
}
