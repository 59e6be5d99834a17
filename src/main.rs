//! Starts Seatwork in the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    seatwork::browser::report_panics();
    wasm_bindgen_futures::spawn_local(async {
        let started = seatwork::session::open().await;
        // A slow machine takes a while for each of opening, beginning and drawing.
        seatwork::browser::clock::next_task().await;
        leptos::mount::mount_to_body(move || {
            seatwork::screen::App(seatwork::screen::AppProps { started })
        });
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
