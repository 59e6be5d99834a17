//! The boxes of Manage licenses: what is checked, mixed or short, and what pressing one does.

use crate::live::{Memo, reactive};
use leptos::prelude::*;

use super::manage::{UpdateForm, change};
use super::product_table::ProductForm;
use crate::domain::{Field, Plan, Share, Sku};
use crate::text::LicenseWords;
use crate::ui::{text, when};

impl ProductForm for UpdateForm {
    fn checked(&self, sku: Sku) -> Option<bool> {
        let chosen = self.update.read().hold(sku);
        chosen.map_or_else(|| self.share(sku).checked(), Some)
    }

    fn press(&self, sku: Sku) {
        let share = untrack(|| self.share(sku));
        change(self.session, |form| {
            let next = share.next(form.update.hold(sku));
            form.update.set(sku, next);
            let is_held = next.unwrap_or(share != Share::None);
            if !is_held {
                for plan in sku.plans() {
                    form.update.switch(sku, plan, None);
                }
            }
        });
    }

    fn plan(&self, sku: Sku, plan: Plan) -> Option<Option<bool>> {
        let is_held = match self.update.read().hold(sku) {
            Some(held) => held,
            None => self.share(sku) != Share::None,
        };
        is_held.then(|| {
            let chosen = self.update.read().plan(sku, plan);
            chosen.map_or_else(|| self.share_of_plan(sku, plan).checked(), Some)
        })
    }

    fn press_plan(&self, sku: Sku, plan: Plan) {
        let share = untrack(|| self.share_of_plan(sku, plan));
        change(self.session, |form| {
            let next = share.next(form.update.plan(sku, plan));
            form.update.switch(sku, plan, next);
        });
    }

    fn problems(&self, sku: Sku) -> Vec<String> {
        let sentences = self.session.sentences();
        let mut problems = self.shortages();
        problems.retain(|problem| problem.field == Field::License(sku));
        problems
            .iter()
            .map(|problem| sentences.problem(problem))
            .collect()
    }

    fn is_short(&self, sku: Sku) -> bool {
        let seats = self.forecast.read().seats(sku);
        seats.is_some_and(|seats| seats.is_short())
    }

    fn action(&self, sku: Sku) -> Option<&'static str> {
        let texts = self.session.texts::<LicenseWords>();
        let action = match (self.update.read().hold(sku), self.share(sku)) {
            (Some(true), _) => texts.assign_to_all,
            (Some(false), _) => texts.revoke_from_all,
            (None, Share::Some) => texts.leave_as_it_is,
            (None, Share::None | Share::All) => return None,
        };
        self.survey
            .with(|survey| survey.len() > 1)
            .then_some(action)
    }

    fn assigned(&self, sku: Sku) -> Option<AnyView> {
        let form = *self;
        let session = self.session;
        let count = Memo::new(move |_| form.survey.with(|survey| survey.holder_count(sku)));
        let label = move || {
            let count = session.sentences().assigned(&session.number(count.get()));
            Some(format!("{count} – {}", sku.name))
        };
        let list = view! {
            <button
                type="button"
                class="quiet"
                aria-haspopup="dialog"
                aria-label=reactive(label)
                hidden=when(move || count.get() == 0)
                on:click=move |_| form.holders.set(Some(sku))
            >
                {text(move || session.number(count.get()))}
            </button>
            <span class="note" hidden=when(move || count.get() > 0)>
                "0"
            </span>
        };
        Some(list.into_any())
    }
}
