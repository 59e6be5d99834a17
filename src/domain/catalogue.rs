//! The fixed catalogue of products and their service plans.
