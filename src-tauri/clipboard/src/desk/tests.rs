//! A text's life on the clipboard. Time is paused: nothing here sleeps.

use crate::{Cleared, Clipboard, Copied, Error, Holding, Keep, Memory, Trouble};
use keys::Secret;
use std::time::Duration;
use tokio::time::{Instant, advance, sleep};

const SECOND: Duration = Duration::from_secs(1);

fn clipboard() -> (Clipboard, Memory) {
    let memory = Memory::new();
    (Clipboard::Memory(memory.clone()), memory)
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

async fn copy(clipboard: &Clipboard, text: &str, seconds: u32) -> Copied {
    let keep = Keep::For(seconds * SECOND);
    clipboard.copy(&secret(text), keep).await.unwrap()
}

/// Lets the clock run, and everything that is due.
async fn pass(seconds: u32) {
    sleep(seconds * SECOND).await;
    // One more tick, so that what became due at the very same moment is done.
    advance(Duration::from_millis(1)).await;
}

#[tokio::test(start_paused = true)]
async fn copied_text_is_cleared_when_its_time_is_over() {
    let (clipboard, memory) = clipboard();
    let mut holdings = clipboard.subscribe();
    let start = Instant::now();
    let copied = copy(&clipboard, "one", 30).await;
    assert_eq!(
        copied,
        Copied {
            hidden_from_history: true,
            clears_after: Some(30 * SECOND)
        }
    );
    assert_eq!(
        *holdings.borrow_and_update(),
        Holding::Ours {
            ends: Some((start + 30 * SECOND).into_std()),
            total: Some(30 * SECOND)
        }
    );
    pass(29).await;
    assert_eq!(memory.text(), Some(secret("one")));
    holdings.changed().await.unwrap();
    assert_eq!(*holdings.borrow(), Holding::Nothing);
    assert_eq!(start.elapsed().as_secs(), 30);
    assert_eq!(memory.text(), None);
}

#[tokio::test(start_paused = true)]
async fn countdown_can_be_extended_more_than_once() {
    let (clipboard, memory) = clipboard();
    copy(&clipboard, "one", 30).await;
    pass(20).await;
    let left = clipboard.extend(30 * SECOND).unwrap();
    assert_eq!(left.as_secs(), 39);
    clipboard.extend(30 * SECOND).unwrap();
    pass(60).await;
    assert_eq!(memory.text(), Some(secret("one")));
    pass(10).await;
    assert_eq!(memory.text(), None);
    assert_eq!(clipboard.extend(SECOND), None);
}

#[tokio::test(start_paused = true)]
async fn second_copy_replaces_the_first_and_its_countdown() {
    let (clipboard, memory) = clipboard();
    copy(&clipboard, "one", 30).await;
    pass(20).await;
    copy(&clipboard, "one", 30).await;
    pass(20).await;
    assert_eq!(memory.text(), Some(secret("one")));
    assert_eq!(clipboard.left().unwrap().as_secs(), 9);
    pass(10).await;
    assert_eq!(memory.text(), None);
}

#[tokio::test(start_paused = true)]
async fn text_of_somebody_else_outlives_the_countdown() {
    let (clipboard, memory) = clipboard();
    copy(&clipboard, "one", 30).await;
    memory.take_over(secret("another's"));
    pass(31).await;
    assert_eq!(memory.text(), Some(secret("another's")));
    assert_eq!(*clipboard.subscribe().borrow(), Holding::Nothing);
}

#[tokio::test(start_paused = true)]
async fn clearing_now_says_what_came_of_it() {
    let (clipboard, memory) = clipboard();
    assert_eq!(clipboard.clear().await, Ok(Cleared::Nothing));
    copy(&clipboard, "one", 30).await;
    assert_eq!(clipboard.clear().await, Ok(Cleared::Done));
    assert_eq!(memory.text(), None);
    assert_eq!(clipboard.left(), None);
    copy(&clipboard, "two", 30).await;
    memory.take_over(secret("another's"));
    assert_eq!(clipboard.clear().await, Ok(Cleared::NotOurs));
    assert_eq!(memory.text(), Some(secret("another's")));
}

#[tokio::test(start_paused = true)]
async fn text_kept_for_ever_stays_until_the_end() {
    let (clipboard, memory) = clipboard();
    let copied = clipboard.copy(&secret("one"), Keep::Forever).await.unwrap();
    assert_eq!(copied.clears_after, None);
    pass(100_000).await;
    assert_eq!(memory.text(), Some(secret("one")));
    assert_eq!(clipboard.left(), None);
    clipboard.clear_on_quit();
    assert_eq!(memory.text(), None);
}

#[tokio::test(start_paused = true)]
async fn failed_copy_is_an_error_and_leaves_the_first_countdown_alone() {
    let (clipboard, memory) = clipboard();
    copy(&clipboard, "one", 30).await;
    let keep = Keep::For(30 * SECOND);
    for (trouble, error) in [
        (Trouble::Unavailable, Error::unavailable("switched on")),
        (Trouble::ReadBackDiffers, Error::ReadBackDiffers),
        (Trouble::Hanging, Error::TimedOut),
    ] {
        memory.set_trouble(Some(trouble));
        assert_eq!(clipboard.copy(&secret("two"), keep).await, Err(error));
    }
    assert_eq!(clipboard.left(), Some(30 * SECOND));
    memory.set_trouble(Some(Trouble::NotHidden));
    let copied = copy(&clipboard, "two", 30).await;
    assert!(!copied.hidden_from_history);
}

#[tokio::test(start_paused = true)]
async fn clearing_is_tried_again_when_the_clipboard_is_busy() {
    let (clipboard, memory) = clipboard();
    copy(&clipboard, "one", 30).await;
    memory.set_trouble(Some(Trouble::Unavailable));
    pass(31).await;
    assert_eq!(memory.text(), Some(secret("one")));
    memory.set_trouble(None);
    pass(2).await;
    assert_eq!(memory.text(), None);
    assert_eq!(*clipboard.subscribe().borrow(), Holding::Nothing);
}

#[tokio::test(start_paused = true)]
async fn clipboard_that_cannot_be_cleared_is_told_and_can_be_cleared_later() {
    let (clipboard, memory) = clipboard();
    copy(&clipboard, "one", 30).await;
    memory.set_trouble(Some(Trouble::Unavailable));
    pass(60).await;
    assert_eq!(*clipboard.subscribe().borrow(), Holding::NotCleared);
    memory.set_trouble(None);
    assert_eq!(clipboard.clear().await, Ok(Cleared::Done));
    assert_eq!(*clipboard.subscribe().borrow(), Holding::Nothing);
}

#[tokio::test(start_paused = true)]
async fn copy_given_up_half_way_is_still_cleared_in_time() {
    let (clipboard, memory) = clipboard();
    let text = secret("one");
    {
        let copying = std::pin::pin!(clipboard.copy(&text, Keep::For(30 * SECOND)));
        tokio::select! {
            biased;
            _ = copying => panic!("copied before the task ran"),
            () = std::future::ready(()) => {}
        }
    }
    pass(1).await;
    assert_eq!(memory.text(), Some(secret("one")));
    pass(30).await;
    assert_eq!(memory.text(), None);
}

#[tokio::test(start_paused = true)]
async fn no_copied_text_shows_in_debug_output() {
    let (clipboard, _memory) = clipboard();
    copy(&clipboard, "marker-4711", 30).await;
    let shown = format!("{clipboard:?}");
    assert!(!shown.contains("marker"), "{shown}");
}
