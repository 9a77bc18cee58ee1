package understudy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a room remembers.
class LedgerTest {
  private final Ledger ledger = new Ledger(3);
  private final Ledger.Page page = ledger.page("lobby");

  private void write(String key) {
    page.write("Ada", "said with " + key, 0, key);
  }

  @Test
  void theNewestAreKeptAndNumbersGoOn() {
    for (String key : List.of("a", "b", "c", "d", "e")) {
      write(key);
    }
    assertThat(page.after(0)).extracting(Message::id).containsExactly(3L, 4L, 5L);
    assertThat(page.after(4)).extracting(Message::id).containsExactly(5L);
    assertThat(page.newest()).isEqualTo(5);
  }

  @Test
  void aKeyIsKnownAsLongAsItsMessage() {
    for (String key : List.of("a", "b", "c", "d")) {
      write(key);
    }
    assertThat(page.find("a")).isEmpty();
    assertThat(page.find("d")).hasValue(4L);
  }

  @Test
  void aRoomThatIsForgottenBeginsAnew() {
    write("a");
    assertThat(ledger.page("lobby")).isSameAs(page);
    ledger.forget("lobby");
    assertThat(ledger.page("lobby").newest()).isZero();
  }
}
