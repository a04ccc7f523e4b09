//! The first start.

use journeys::{Desktop, Language};

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_asks_what_a_person_wants_to_do() {
    let mut desktop = Desktop::new();
    let page = desktop.start(Language::English, &[]).await;
    page.see("welcome.title").await;
    assert_eq!(page.barriers().await, Vec::<String>::new());
    page.picture("welcome").await;
}
