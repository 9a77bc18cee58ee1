package understudy.chat;

import understudy.event.Pid;
import understudy.runtime.Self;

/// What a phone is told of a room, and passes on if it is in that room then.
sealed interface Told {
  /// {@return the room}
  String room();

  /// Something that is said or answered there.
  record Push(String room, String text) implements Told {
    @Override
    public String toString() {
      return text;
    }
  }

  /// Who is there.
  ///
  /// @param isWhole whether that is all; what only changes it is passed on after that
  record Who(String room, boolean isWhole, String text) implements Told {
    @Override
    public String toString() {
      return text;
    }
  }

  /// Tells it to a phone, unless too much waits there: then that phone ends. It is slow, who tells
  /// is not. OTP's mailboxes have no limit either; looking at the length before sending is what
  /// Elixir code does too.
  ///
  /// @param self who tells
  default void to(Pid phone, Self self, Venue venue) {
    int most = venue.limits().waiting();
    if (venue.vm().depth(phone) < most) {
      self.send(phone, this);
    } else {
      String reason = "too slow: " + most + " messages wait for this phone";
      self.exit(phone, Farewell.tooSlow(reason).exit());
    }
  }
}
