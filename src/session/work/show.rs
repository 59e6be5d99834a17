//! "Show me": goes to the screen of a control, and points at it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::browser::pointing::{Sought, is_blocked, point_at, point_at_blocked};
use crate::domain::{Customer, CustomerId, User, UserId};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::text::BesideWords;
use crate::training::{Place, Subject, Target};

/// Frames to wait for a screen before an earlier step is shown instead.
const PATIENCE: u32 = 10;

impl Session {
    /// Points at the control of the last of these steps, on its screen. Where that screen or the
    /// control is only there once earlier steps are done, points at the nearest of those.
    ///
    /// What is pointed at is said by role and name. The focus stays where it is.
    pub fn show_me(self, steps: Vec<Target>) {
        self.show_me_about(steps, Subject::default());
    }

    /// Does the same on the screens of a customer and a user.
    pub fn show_me_about(self, steps: Vec<Target>, about: Subject) {
        let turn = self.pointing.begin();
        let ways = steps.iter().rev();
        let Some(route) = ways
            .filter_map(|target| self.way_to(target.on, about))
            .next()
        else {
            return self
                .pointing
                .say(self.texts::<BesideWords>().not_there_yet.to_owned());
        };
        let here = self.navigation.route().get_untracked();
        if route != here {
            self.navigation.go(route.clone());
        }
        spawn_local(async move {
            for frame in 0..=PATIENCE {
                clock::frame().await;
                if !self.is_on_way(&route, &steps) || !self.pointing.is_latest(turn) {
                    return;
                }
                if self.point_at_last(&steps, frame == PATIENCE) {
                    return;
                }
            }
            self.pointing
                .say(self.texts::<BesideWords>().not_there_yet.to_owned());
        });
    }

    /// Returns whether this screen is shown, or already the one of the last step: work that was
    /// going on may have led there.
    fn is_on_way(self, route: &Route, steps: &[Target]) -> bool {
        let here = self.navigation.route().read_untracked();
        *here == *route || steps.last().is_some_and(|target| here.has(target.on))
    }

    /// Points at the control of the last step, or else, where all are tried, of one before it.
    fn point_at_last(self, steps: &[Target], tries_all: bool) -> bool {
        let route = self.navigation.route().read_untracked();
        let is_here = |at: &usize| steps.get(*at).is_some_and(|target| route.has(target.on));
        let last = steps.len().saturating_sub(1);
        if is_here(&last) && self.point_at_step(steps, last, point_at) {
            return true;
        }
        if !tries_all {
            return false;
        }
        let is_off = |at: &usize| {
            let sought = steps.get(*at).and_then(|target| self.sought(target));
            sought.is_some_and(|sought| is_blocked(&sought))
        };
        let mut here = (0..steps.len()).filter(is_here);
        let Some(blocked) = here.find(is_off) else {
            let mut here = (0..last).rev().filter(is_here);
            return here.any(|at| self.point_at_step(steps, at, point_at));
        };
        // What is to be done on its screen first; nothing is where the role may not do it.
        let place = |at: usize| steps.get(at).map(|target| target.on);
        let mut before = (0..blocked).rev().filter(|at| place(*at) == place(blocked));
        before.any(|at| self.point_at_step(steps, at, point_at))
            || self.point_at_step(steps, blocked, point_at_blocked)
    }

    /// Points at the control of a step, and says which it is.
    fn point_at_step(self, steps: &[Target], at: usize, point: fn(&Sought) -> bool) -> bool {
        let target = steps.get(at);
        let Some((target, sought)) = target.and_then(|target| Some((target, self.sought(target)?)))
        else {
            return false;
        };
        let is_found = point(&sought);
        if is_found {
            let sentences = self.sentences();
            let control = sentences.control(target.role, &sought.name);
            self.pointing.say(match at + 1 {
                step if step == steps.len() => control,
                step => sentences.step_first(step, &control),
            });
        }
        is_found
    }

    /// Returns how a control is called in the person's language.
    pub(super) fn sought(self, target: &Target) -> Option<Sought> {
        let name = self.words().label(&target.name)?;
        Some(Sought {
            role: target.role,
            name: name.to_owned(),
            begins: target.begins,
        })
    }

    /// Returns the address of a screen, or `None` where only work leads there.
    fn way_to(self, place: Place, about: Subject) -> Option<Route> {
        let here = self.navigation.route().get_untracked();
        if here.has(place) && here.is_about(about) {
            return Some(here);
        }
        let customer = || {
            about
                .customer
                .or_else(|| untrack(|| self.customer_for(place)))
        };
        match place {
            Place::Menu | Place::Dashboard => Some(Route::Dashboard),
            Place::Customers => Some(Route::customers()),
            Place::Activity => Some(Route::activity(None)),
            Place::Workspace => Some(Route::Workspace),
            Place::CustomerMenu | Place::Users => customer().map(Route::users),
            Place::Account => customer().map(Route::Account),
            Place::Subscriptions => customer().map(|customer| Route::Subscriptions(customer, None)),
            Place::AddUser => customer().map(Route::AddUser),
            Place::UploadUsers => customer().map(Route::upload_users),
            Place::DeletedUsers => customer().map(Route::deleted_users),
            Place::User | Place::ManageLicenses => {
                let customer = customer()?;
                // Nobody else will do where it is known who is meant.
                let user = match about.customer {
                    Some(_) => about.user?,
                    None => untrack(|| self.user_for(&here, customer))?,
                };
                Some(match place {
                    Place::User => Route::User(customer, user),
                    _ => Route::ManageLicenses(customer, Some(user)),
                })
            }
            Place::ManageSelected => {
                let customer = customer()?;
                let is_nobody = self.selection.users().read_untracked().is_empty();
                (!is_nobody).then_some(Route::ManageLicenses(customer, None))
            }
            Place::LicensesUpdated
            | Place::PasswordReset
            | Place::UsersRestored
            | Place::UsersUploaded => None,
        }
    }

    /// Returns the customer shown now or last, or else the first one with users for this screen.
    fn customer_for(self, place: Place) -> Option<CustomerId> {
        let now = self.now();
        let is_fit = |customer: &&Customer| match place {
            Place::DeletedUsers => customer.users.deleted_at(now).next().is_some(),
            _ => !customer.users.is_empty(),
        };
        self.navigation.latest_customer().or_else(|| {
            self.workspace().with(|workspace| {
                let fit = workspace.customers().filter(is_fit);
                let first =
                    fit.min_by(|one, other| one.company.as_str().cmp(other.company.as_str()));
                first.map(|customer| customer.id)
            })
        })
    }

    /// Returns the user shown now, or else the first one of the customer.
    fn user_for(self, here: &Route, customer: CustomerId) -> Option<UserId> {
        if let Route::User(_, user) | Route::ManageLicenses(_, Some(user)) = here {
            return Some(*user);
        }
        let first = |customer: &Customer| {
            let by_name = |one: &&User, other: &&User| {
                let [one, other] = [one, other].map(|user| user.details.display_name.as_str());
                one.cmp(other)
            };
            customer.users.active().min_by(by_name).map(|user| user.id)
        };
        self.read_customer(customer, first)
    }
}
