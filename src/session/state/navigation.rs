//! Navigation between views, by links, Back and Forward. Asks before unsaved work is lost.

use crate::live::{RwSignal, Signal};

use crate::browser::address;
use crate::domain::CustomerId;
use crate::session::address::follow::Follow;
use crate::session::address::route::Route;
use crate::session::address::scope::Scope;
use crate::session::address::whole::Address;

/// The current view, what is followed beside it, and a step that waits for the person's decision.
#[derive(Clone, Copy)]
pub struct Navigation {
    route: RwSignal<Route>,
    scope: RwSignal<Scope>,
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
    To(Scope, Route),
    Through(i32),
}

impl Navigation {
    /// Starts at the address of the page and follows the browser.
    pub(in crate::session) fn begin() -> Self {
        let index = address::index().unwrap_or(0);
        let Address {
            scope,
            route,
            follow,
        } = Address::parse(&address::hash());
        let navigation = Self {
            scope: RwSignal::new(scope.resolved(Scope::Own)),
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

    /// Returns the workspace of the address.
    pub fn scope(self) -> Signal<Scope> {
        self.scope.into()
    }

    /// Returns the address of a view, for a link: in the workspace that this tab is in.
    pub fn link(self, route: &Route) -> String {
        let scope = self.scope.get_untracked().without_state();
        Address::new(scope, route.clone(), None).to_string()
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
        let scope = self.scope.get_untracked();
        if self.guarded.get_untracked() && !self.is_at(scope, &route) {
            self.stopped.set(Some(Step::To(scope, route)));
        } else {
            self.push(scope, route);
        }
    }

    fn is_at(self, scope: Scope, route: &Route) -> bool {
        scope == self.scope.get_untracked() && *route == self.route.get_untracked()
    }

    /// Changes what the view shows, without a new entry in the history.
    pub fn adjust(self, route: Route) {
        self.show(self.scope.get_untracked(), route);
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
            Some(Step::To(scope, route)) => self.push(scope, route),
            Some(Step::Through(steps)) => address::go(steps),
            None => {}
        }
    }

    /// Replaces this view by another, without asking.
    pub(in crate::session) fn replace(self, route: Route) {
        self.replace_in(self.scope.get_untracked(), route);
    }

    /// Replaces this view by one of another workspace, without asking.
    pub(in crate::session) fn replace_in(self, scope: Scope, route: Route) {
        self.guarded.set(false);
        self.show(scope, route);
        self.write();
    }

    /// Goes to a view of a workspace, without asking.
    pub(in crate::session) fn push(self, scope: Scope, route: Route) {
        let index = self.index.get_untracked().saturating_add(1);
        self.index.set(index);
        self.show(scope, route);
        address::push(&self.address(), index);
    }

    fn show(self, scope: Scope, route: Route) {
        let scope = scope.around(&route);
        self.scope.maybe_update(|shown| {
            let is_other = *shown != scope;
            *shown = scope;
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
        Address::new(self.scope.get_untracked(), route, follow).to_string()
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
            scope,
            route,
            follow,
        } = Address::parse(&address::hash());
        let scope = scope.resolved(self.scope.get_untracked());
        if let (None, Some(_)) = (known, follow) {
            self.follow.set(follow);
        }
        if there == here && self.is_at(scope, &route) {
            if undone.is_some() {
                self.stopped.set(undone);
            }
            return;
        }
        let steps = i32::try_from(i64::from(there) - i64::from(here)).unwrap_or(0);
        if !self.guarded.get_untracked() {
            self.index.set(there);
            self.show(scope, route);
            self.write();
        } else if undone.is_some() || steps == 0 {
            // Another step came before the browser was back, and took the entry of this view.
            let index = there.saturating_add(1);
            address::push(&self.address(), index);
            self.index.set(index);
            self.stopped.set(Some(Step::To(scope, route)));
        } else {
            // The browser has moved already: move back, and ask when it is here again.
            self.undone.set(Some(Step::Through(steps)));
            address::go(-steps);
        }
    }
}
