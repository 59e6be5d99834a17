//! Pieces shared by several tasks. Uses no task folder.

pub mod beside;
pub mod concerned;
pub mod course_added;
pub mod course_trouble;
pub mod customer_page;
pub mod details_form;
pub mod download;
pub mod editor;
pub mod form_problems;
pub mod found;
pub mod headline;
pub mod list;
pub mod loading;
pub mod marked;
pub mod named_users;
pub mod outcome_table;
pub mod package;
pub mod paging;
pub mod question;
pub mod row_selection;
pub mod saving_form;
pub mod ticked_goals;
pub mod user_columns;
pub mod user_listing;
pub mod user_question;
