//! Starts Seatwork in the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    seatwork::browser::report_panics();
    wasm_bindgen_futures::spawn_local(async {
        let started = seatwork::session::open().await;
        leptos::mount::mount_to_body(move || {
            seatwork::screen::App(seatwork::screen::AppProps { started })
        });
        seatwork::browser::element::remove_skeleton();
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
