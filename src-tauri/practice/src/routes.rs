//! The handlers, one file per page or resource.

pub(crate) mod api_apps;
pub(crate) mod api_deliveries;
pub(crate) mod api_root;
pub(crate) mod api_sign_in;
pub(crate) mod api_stores;
pub(crate) mod app_form;
pub(crate) mod app_list;
pub(crate) mod callers;
pub(crate) mod control;
pub(crate) mod controls;
pub(crate) mod geocoding;
pub(crate) mod home;
pub(crate) mod oauth;
pub(crate) mod paging;
pub(crate) mod shop_apps;
pub(crate) mod sign_in;
pub(crate) mod store_controls;
pub(crate) mod store_edit;
pub(crate) mod store_form;
pub(crate) mod store_input;
pub(crate) mod store_list;
pub(crate) mod time_slots;
